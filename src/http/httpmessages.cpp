#include "http/httpmessages.h"

#include <algorithm>
#include <iterator>

namespace queuesmith {

namespace {

/// What a code means for a person.
struct CodeWords {
    const char *code;
    ErrorKind kind; ///< when it certainly wasn't applied
    Words what; ///< %1 is the host; without its full stop, which the status may precede
    Words advice;
};

constexpr Words kTryLater = Sentence::tr("Try again in a few minutes.");
constexpr Words kCorrect = Sentence::tr("Correct the fields named and send it again.");
constexpr Words kCheckNetwork =
    Sentence::tr("Check the network connection and the tenant's address.");
constexpr Words kCheckAddress =
    Sentence::tr("Check the tenant's address and dialect in the connection.");

// clang-format off
constexpr CodeWords kKnown[]{
    {"bad_request", ErrorKind::Refused, Sentence::tr("%1 refused the request as invalid"), kCorrect},
    {"unprocessable", ErrorKind::Refused, Sentence::tr("%1 understood the request but rejects its values"), kCorrect},
    {"unauthorized", ErrorKind::NotAllowed, Sentence::tr("%1 doesn't accept the credentials"), Sentence::tr("Check the client ID and the secret of the connection.")},
    {"forbidden", ErrorKind::NotAllowed, Sentence::tr("%1 doesn't allow this action with these credentials"), Sentence::tr("Ask the tenant's administrator for the missing permission.")},
    {"not_found", ErrorKind::NotFound, Sentence::tr("%1 has nothing at this address"), Sentence::tr("It may have been deleted; reload and look again.")},
    {"method_not_allowed", ErrorKind::Unsupported, Sentence::tr("%1 doesn't offer this operation"), kCheckAddress},
    {"not_implemented", ErrorKind::Unsupported, Sentence::tr("%1 doesn't offer this operation"), kCheckAddress},
    {"http_version", ErrorKind::Unsupported, Sentence::tr("%1 does not support this version of HTTP"), kCheckAddress},
    {"conflict", ErrorKind::Conflict, Sentence::tr("%1 reports a conflict with what is already there"), Sentence::tr("Reload and compare with what the tenant has.")},
    {"precondition_failed", ErrorKind::Conflict, Sentence::tr("Someone else changed it on %1 in the meantime"), Sentence::tr("Reload, compare, and decide again.")},
    {"too_large", ErrorKind::Refused, Sentence::tr("%1 refused the request as too large"), Sentence::tr("Make the definition smaller.")},
    {"unsupported_media_type", ErrorKind::Refused, Sentence::tr("%1 doesn't accept this kind of content"), kCheckAddress},
    {"refused", ErrorKind::Refused, Sentence::tr("%1 refused the request"), Sentence::tr("Check the definition and the connection.")},
    {"throttled", ErrorKind::Throttled, Sentence::tr("%1 limits the number of requests"), kTryLater},
    {"request_timeout", ErrorKind::Unavailable, Sentence::tr("%1 gave up waiting for the request"), kTryLater},
    {"server_error", ErrorKind::Unavailable, Sentence::tr("%1 reports an internal error"), kTryLater},
    {"bad_gateway", ErrorKind::Unavailable, Sentence::tr("A gateway in front of %1 got an invalid answer from it"), kTryLater},
    {"unavailable", ErrorKind::Unavailable, Sentence::tr("%1 is currently unavailable"), kTryLater},
    {"gateway_timeout", ErrorKind::Unavailable, Sentence::tr("A gateway in front of %1 got no answer from it in time"), kTryLater},
    {"redirect", ErrorKind::BadAnswer, Sentence::tr("%1 redirects to another address, which is not followed for safety"), kCheckAddress},
    {"html_answer", ErrorKind::BadAnswer, Sentence::tr("A web page came back instead of an answer from %1, probably from a network that requires a sign-in"), Sentence::tr("Open a browser, sign in to the network and try again.")},
    {"answer_cut", ErrorKind::Unavailable, Sentence::tr("The answer from %1 was cut off"), kTryLater},
    {"answer_too_large", ErrorKind::BadAnswer, Sentence::tr("The answer from %1 is larger than 8 MiB"), kCheckAddress},
    {"headers_too_large", ErrorKind::BadAnswer, Sentence::tr("%1 answered, but sent more than 512 KiB of headers before the answer itself"), kCheckAddress},
    {"connection_refused", ErrorKind::Transport, Sentence::tr("%1 refused the connection"), kCheckNetwork},
    {"host_not_found", ErrorKind::Transport, Sentence::tr("The address %1 could not be found"), kCheckNetwork},
    {"connect_timeout", ErrorKind::Transport, Sentence::tr("Could not connect to %1 in time"), kCheckNetwork},
    {"timeout", ErrorKind::Unavailable, Sentence::tr("%1 did not answer in time"), kTryLater},
    {"tls_failed", ErrorKind::Transport, Sentence::tr("Could not make a secure connection to %1"), kCheckNetwork},
    {"certificate", ErrorKind::Transport, Sentence::tr("The certificate of %1 can't be trusted, so nothing was sent"), Sentence::tr("Check the address; if the tenant uses its own certificate authority, add its certificate to the connection.")},
    {"connection_closed", ErrorKind::Unavailable, Sentence::tr("%1 closed the connection without an answer"), kTryLater},
    {"unusable_url", ErrorKind::Usage, Sentence::tr("The address of %1 can't be used"), Sentence::tr("Use https, or http on this computer only, without a user name in it.")},
    {"cancelled", ErrorKind::Cancelled, Sentence::tr("The request to %1 was cancelled"), {}},
};
// clang-format on

/// Also for a code that nobody knows.
constexpr CodeWords kBadAnswer{"bad_answer", ErrorKind::BadAnswer,
    Sentence::tr("%1 sent an answer that can't be used"), kCheckAddress};

const CodeWords &wordsFor(const QString &code)
{
    const auto *found = std::find_if(std::cbegin(kKnown), std::cend(kKnown),
        [&code](const CodeWords &known) { return code == QLatin1StringView(known.code); });
    return found == std::cend(kKnown) ? kBadAnswer : *found;
}

Sentence inWords(std::chrono::milliseconds time)
{
    const auto seconds = (time.count() + 999) / 1000;
    if (seconds < 120)
        return Sentence::tr("%1 s", {seconds});
    return Sentence::tr("%1 minutes", {(seconds + 59) / 60});
}

Sentence meaning(const Failure &failure)
{
    if (failure.applied == Applied::Unknown)
        return Sentence::tr("It is not known whether the request took effect.");
    if (failure.effect == HttpEffect::Changes)
        return Sentence::tr("Nothing was changed.");
    return {};
}

Sentence effort(const Failure &failure)
{
    switch (failure.giveUp) {
    case GiveUp::No:
        break;
    case GiveUp::RetryAfterTooLong:
        return Sentence::tr("It asks to wait for %1, which is too long to wait here.",
            {inWords(failure.retryAfter.value_or(std::chrono::milliseconds(0)))});
    case GiveUp::Attempts:
        if (failure.attempts > 1)
            return Sentence::tr("%1 attempts failed.", {failure.attempts});
        break;
    case GiveUp::Deadline:
        return Sentence::tr(
            "The time limit of %1 for the request is used up.", {inWords(failure.deadline)});
    case GiveUp::Budget:
        return Sentence::tr("So many requests failed that none is repeated for now.");
    }
    return {};
}

Sentence advice(const Failure &failure)
{
    if (failure.applied == Applied::Unknown)
        return Sentence::tr("Check the tenant before sending it again.");
    if (failure.giveUp == GiveUp::RetryAfterTooLong)
        return Sentence::tr("Try again after that time.");
    return wordsFor(failure.code).advice;
}

} // namespace

ErrorKind errorKind(const Failure &failure)
{
    if (failure.giveUp == GiveUp::RetryAfterTooLong)
        return ErrorKind::Throttled;
    const ErrorKind kind = wordsFor(failure.code).kind;
    if (kind == ErrorKind::Cancelled || kind == ErrorKind::Conflict)
        return kind;
    return failure.applied == Applied::Unknown ? ErrorKind::UnknownEffect : kind;
}

QString errorCode(const Failure &failure)
{
    switch (failure.giveUp) {
    case GiveUp::RetryAfterTooLong:
        return QStringLiteral("retry_after_too_long");
    case GiveUp::Deadline:
        return QStringLiteral("deadline");
    case GiveUp::Budget:
        return QStringLiteral("retry_budget_spent");
    case GiveUp::No:
    case GiveUp::Attempts:
        break;
    }
    return failure.code;
}

Sentence errorSummary(const Failure &failure)
{
    const Sentence what(wordsFor(failure.code).what, {failure.host});
    if (failure.status == 0)
        return Sentence::tr("%1.", {what});
    return Sentence::tr("%1 (HTTP %2).", {what, failure.status});
}

Sentence errorMessage(const Failure &failure)
{
    return Sentence::row(
        {errorSummary(failure), effort(failure), meaning(failure), advice(failure)});
}

} // namespace queuesmith
