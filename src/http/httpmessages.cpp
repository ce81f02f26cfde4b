#include "httpmessages.h"

#include <QHash>

namespace queuesmith {

namespace {

struct Words {
    ErrorKind kind; ///< when it certainly wasn't applied
    const char *what; ///< %1 is the host; without its full stop, which the status may precede
    const char *advice; ///< null: none
};

constexpr auto kTryLater = QT_TRANSLATE_NOOP("queuesmith::Sentence", "Try again in a few minutes.");
constexpr auto kCheckNetwork = QT_TRANSLATE_NOOP(
    "queuesmith::Sentence", "Check the network connection and the tenant's address.");
constexpr auto kCheckAddress = QT_TRANSLATE_NOOP(
    "queuesmith::Sentence", "Check the tenant's address and dialect in the connection.");

const Words &wordsFor(const QString &code)
{
    using K = ErrorKind;
    static const QHash<QString, Words> known{
        {QStringLiteral("bad_request"),
            {K::Refused,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 refused the request as invalid"),
                QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "Correct the fields named and send it again.")}},
        {QStringLiteral("unprocessable"),
            {K::Refused,
                QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "%1 understood the request but rejects its values"),
                QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "Correct the fields named and send it again.")}},
        {QStringLiteral("unauthorized"),
            {K::NotAllowed,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 doesn't accept the credentials"),
                QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "Check the client ID and the secret of the connection.")}},
        {QStringLiteral("forbidden"),
            {K::NotAllowed,
                QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "%1 doesn't allow this action with these credentials"),
                QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "Ask the tenant's administrator for the missing permission.")}},
        {QStringLiteral("not_found"),
            {K::NotFound,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 has nothing at this address"),
                QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "It may have been deleted; reload and look again.")}},
        {QStringLiteral("method_not_allowed"),
            {K::Unsupported,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 doesn't offer this operation"),
                kCheckAddress}},
        {QStringLiteral("not_implemented"),
            {K::Unsupported,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 doesn't offer this operation"),
                kCheckAddress}},
        {QStringLiteral("http_version"),
            {K::Unsupported,
                QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "%1 does not support this version of HTTP"),
                kCheckAddress}},
        {QStringLiteral("conflict"),
            {K::Conflict,
                QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "%1 reports a conflict with what is already there"),
                QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "Reload and compare with what the tenant has.")}},
        {QStringLiteral("precondition_failed"),
            {K::Conflict,
                QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "Someone else changed it on %1 in the meantime"),
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "Reload, compare, and decide again.")}},
        {QStringLiteral("too_large"),
            {K::Refused,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 refused the request as too large"),
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "Make the definition smaller.")}},
        {QStringLiteral("unsupported_media_type"),
            {K::Refused,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 doesn't accept this kind of content"),
                kCheckAddress}},
        {QStringLiteral("refused"),
            {K::Refused, QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 refused the request"),
                QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "Check the definition and the connection.")}},
        {QStringLiteral("throttled"),
            {K::Throttled,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 limits the number of requests"),
                kTryLater}},
        {QStringLiteral("request_timeout"),
            {K::Unavailable,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 gave up waiting for the request"),
                kTryLater}},
        {QStringLiteral("server_error"),
            {K::Unavailable,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 reports an internal error"),
                kTryLater}},
        {QStringLiteral("bad_gateway"),
            {K::Unavailable,
                QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "A gateway in front of %1 got an invalid answer from it"),
                kTryLater}},
        {QStringLiteral("unavailable"),
            {K::Unavailable,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 is currently unavailable"),
                kTryLater}},
        {QStringLiteral("gateway_timeout"),
            {K::Unavailable,
                QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "A gateway in front of %1 got no answer from it in time"),
                kTryLater}},
        {QStringLiteral("redirect"),
            {K::BadAnswer,
                QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "%1 redirects to another address, which is not followed for safety"),
                kCheckAddress}},
        {QStringLiteral("html_answer"),
            {K::BadAnswer,
                QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "A web page came back instead of an answer from %1, probably from a network "
                    "that requires a sign-in"),
                QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "Open a browser, sign in to the network and try again.")}},
        {QStringLiteral("bad_answer"),
            {K::BadAnswer,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 sent an answer that can't be used"),
                kCheckAddress}},
        {QStringLiteral("answer_cut"),
            {K::Unavailable,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "The answer from %1 was cut off"),
                kTryLater}},
        {QStringLiteral("answer_too_large"),
            {K::BadAnswer,
                QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "The answer from %1 is larger than 8 MiB"),
                kCheckAddress}},
        {QStringLiteral("headers_too_large"),
            {K::BadAnswer,
                QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "%1 answered, but sent more than 512 KiB of headers before the answer itself"),
                kCheckAddress}},
        {QStringLiteral("connection_refused"),
            {K::Transport, QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 refused the connection"),
                kCheckNetwork}},
        {QStringLiteral("host_not_found"),
            {K::Transport,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "The address %1 could not be found"),
                kCheckNetwork}},
        {QStringLiteral("connect_timeout"),
            {K::Transport,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "Could not connect to %1 in time"),
                kCheckNetwork}},
        {QStringLiteral("timeout"),
            {K::Unavailable, QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 did not answer in time"),
                kTryLater}},
        {QStringLiteral("tls_failed"),
            {K::Transport,
                QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "Could not make a secure connection to %1"),
                kCheckNetwork}},
        {QStringLiteral("certificate"),
            {K::Transport,
                QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "The certificate of %1 can't be trusted, so nothing was sent"),
                QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "Check the address; if the tenant uses its own certificate authority, add its "
                    "certificate to the connection.")}},
        {QStringLiteral("connection_closed"),
            {K::Unavailable,
                QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "%1 closed the connection without an answer"),
                kTryLater}},
        {QStringLiteral("unusable_url"),
            {K::Usage, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The address of %1 can't be used"),
                QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "Use https, or http on this computer only, without a user name in it.")}},
        {QStringLiteral("cancelled"),
            {K::Cancelled,
                QT_TRANSLATE_NOOP("queuesmith::Sentence", "The request to %1 was cancelled"),
                nullptr}},
    };
    static const Words unknown{K::BadAnswer,
        QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 sent an answer that can't be used"),
        kCheckAddress};
    const auto found = known.constFind(code);
    return found == known.cend() ? unknown : *found;
}

Sentence inWords(std::chrono::milliseconds time)
{
    const auto seconds = (time.count() + 999) / 1000;
    if (seconds < 120)
        return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 s"), {QString::number(seconds)}};
    return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 minutes"),
        {QString::number((seconds + 59) / 60)}};
}

Sentence meaning(const Failure &failure)
{
    if (failure.applied == Applied::Unknown)
        return QT_TRANSLATE_NOOP(
            "queuesmith::Sentence", "It is not known whether the request took effect.");
    if (failure.effect == HttpEffect::Changes)
        return QT_TRANSLATE_NOOP("queuesmith::Sentence", "Nothing was changed.");
    return {};
}

Sentence effort(const Failure &failure)
{
    switch (failure.giveUp) {
    case GiveUp::No:
        break;
    case GiveUp::RetryAfterTooLong:
        return {QT_TRANSLATE_NOOP("queuesmith::Sentence",
                    "It asks to wait for %1, which is too long to wait here."),
            {inWords(failure.retryAfter.value_or(std::chrono::milliseconds(0)))}};
    case GiveUp::Attempts:
        if (failure.attempts > 1)
            return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 attempts failed."),
                {QString::number(failure.attempts)}};
        break;
    case GiveUp::Deadline:
        return {QT_TRANSLATE_NOOP(
                    "queuesmith::Sentence", "The time limit of %1 for the request is used up."),
            {inWords(failure.deadline)}};
    case GiveUp::Budget:
        return QT_TRANSLATE_NOOP(
            "queuesmith::Sentence", "So many requests failed that none is repeated for now.");
    }
    return {};
}

Sentence advice(const Failure &failure)
{
    if (failure.applied == Applied::Unknown)
        return QT_TRANSLATE_NOOP(
            "queuesmith::Sentence", "Check the tenant before sending it again.");
    if (failure.giveUp == GiveUp::RetryAfterTooLong)
        return QT_TRANSLATE_NOOP("queuesmith::Sentence", "Try again after that time.");
    const char *known = wordsFor(failure.code).advice;
    return known ? Sentence(known) : Sentence();
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
        return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1."), {what}};
    return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 (HTTP %2)."),
        {what, QString::number(failure.status)}};
}

Sentence errorMessage(const Failure &failure)
{
    return Sentence::row(
        {errorSummary(failure), effort(failure), meaning(failure), advice(failure)});
}

} // namespace queuesmith
