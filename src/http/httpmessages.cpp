#include "httpmessages.h"

#include <QHash>

namespace queuesmith {

namespace {

struct Sentence {
    ErrorKind kind; ///< when it certainly wasn't applied
    const char *what; ///< %1 is the host
    const char *advice;
};

constexpr auto kTryLater = "Try again in a few minutes.";
constexpr auto kCheckNetwork = "Check the network connection and the tenant's address.";
constexpr auto kCheckAddress = "Check the tenant's address and dialect in the connection.";

const Sentence &sentence(const QString &code)
{
    using K = ErrorKind;
    static const QHash<QString, Sentence> sentences{
        {QStringLiteral("bad_request"),
            {K::Refused, "%1 refused the request as invalid.",
                "Correct the fields that are named and send it again."}},
        {QStringLiteral("unprocessable"),
            {K::Refused, "%1 understood the request but refuses its values.",
                "Correct the fields that are named and send it again."}},
        {QStringLiteral("unauthorized"),
            {K::NotAllowed, "%1 doesn't accept the credentials.",
                "Check the client ID and the secret of the connection."}},
        {QStringLiteral("forbidden"),
            {K::NotAllowed, "%1 doesn't allow this action with these credentials.",
                "Ask the tenant's administrator for the missing permission."}},
        {QStringLiteral("not_found"),
            {K::NotFound, "%1 has nothing at this place.",
                "It may have been deleted; reload and look again."}},
        {QStringLiteral("method_not_allowed"),
            {K::Unsupported, "%1 doesn't offer this operation.", kCheckAddress}},
        {QStringLiteral("not_implemented"),
            {K::Unsupported, "%1 doesn't offer this operation.", kCheckAddress}},
        {QStringLiteral("http_version"),
            {K::Unsupported, "%1 doesn't speak this version of HTTP.", kCheckAddress}},
        {QStringLiteral("conflict"),
            {K::Conflict, "%1 reports a conflict with what is already there.",
                "Reload and compare with what the tenant has."}},
        {QStringLiteral("precondition_failed"),
            {K::Conflict, "Someone else changed it on %1 in the meantime.",
                "Reload, look at the difference and decide again."}},
        {QStringLiteral("too_large"),
            {K::Refused, "%1 refused the request as too large.", "Make the definition smaller."}},
        {QStringLiteral("unsupported_media_type"),
            {K::Refused, "%1 doesn't accept this kind of content.", kCheckAddress}},
        {QStringLiteral("refused"),
            {K::Refused, "%1 refused the request.", "Check the definition and the connection."}},
        {QStringLiteral("throttled"),
            {K::Throttled, "%1 limits how many requests it takes.", kTryLater}},
        {QStringLiteral("request_timeout"),
            {K::Unavailable, "%1 gave up waiting for the request.", kTryLater}},
        {QStringLiteral("server_error"),
            {K::Unavailable, "%1 reports an error of its own.", kTryLater}},
        {QStringLiteral("bad_gateway"),
            {K::Unavailable, "A gateway in front of %1 got no proper answer from it.", kTryLater}},
        {QStringLiteral("unavailable"),
            {K::Unavailable, "%1 is unavailable at the moment.", kTryLater}},
        {QStringLiteral("gateway_timeout"),
            {K::Unavailable, "A gateway in front of %1 got no answer from it in time.", kTryLater}},
        {QStringLiteral("redirect"),
            {K::BadAnswer,
                "%1 sends the request on to another address, which for safety isn't followed.",
                kCheckAddress}},
        {QStringLiteral("html_answer"),
            {K::BadAnswer,
                "A web page came instead of an answer from %1, as from a network that wants a "
                "sign-in.",
                "Open a browser, sign in to the network and try again."}},
        {QStringLiteral("bad_answer"),
            {K::BadAnswer, "%1 gave an answer that can't be used.", kCheckAddress}},
        {QStringLiteral("answer_cut"),
            {K::Unavailable, "The answer of %1 was cut off.", kTryLater}},
        {QStringLiteral("answer_too_large"),
            {K::BadAnswer, "The answer of %1 is larger than 8 MiB.", kCheckAddress}},
        {QStringLiteral("connection_refused"),
            {K::Transport, "%1 refused the connection.", kCheckNetwork}},
        {QStringLiteral("host_not_found"),
            {K::Transport, "The address %1 can't be found.", kCheckNetwork}},
        {QStringLiteral("connect_timeout"),
            {K::Transport, "No connection to %1 came about in time.", kCheckNetwork}},
        {QStringLiteral("timeout"), {K::Unavailable, "%1 didn't answer in time.", kTryLater}},
        {QStringLiteral("tls_failed"),
            {K::Transport, "No secure connection to %1 came about.", kCheckNetwork}},
        {QStringLiteral("certificate"),
            {K::Transport, "The certificate of %1 can't be trusted, so nothing was sent.",
                "Check the address; if the tenant has an authority of its own, add its certificate "
                "to the connection."}},
        {QStringLiteral("connection_closed"),
            {K::Unavailable, "%1 closed the connection without an answer.", kTryLater}},
        {QStringLiteral("unusable_url"),
            {K::Usage, "The address of %1 can't be used.",
                "Use https, or http on this computer only, without a user name in it."}},
        {QStringLiteral("cancelled"), {K::Cancelled, "The request to %1 was cancelled.", ""}},
    };
    static const Sentence unknown{
        K::BadAnswer, "%1 gave an answer that can't be used.", kCheckAddress};
    const auto found = sentences.constFind(code);
    return found == sentences.cend() ? unknown : *found;
}

QString inWords(std::chrono::milliseconds time)
{
    const auto seconds = (time.count() + 999) / 1000;
    return seconds < 120 ? QStringLiteral("%1 s").arg(seconds)
                         : QStringLiteral("%1 minutes").arg((seconds + 59) / 60);
}

QString meaning(const Failure &failure)
{
    if (failure.applied == Applied::Unknown)
        return QStringLiteral("Whether the request took effect isn't known.");
    if (failure.effect == HttpEffect::Changes)
        return QStringLiteral("Nothing was changed.");
    return {};
}

QString effort(const Failure &failure)
{
    switch (failure.giveUp) {
    case GiveUp::No:
        break;
    case GiveUp::RetryAfterTooLong:
        return QStringLiteral("It asks to wait for %1, which is too long to wait for here.")
            .arg(inWords(failure.retryAfter.value_or(std::chrono::milliseconds(0))));
    case GiveUp::Attempts:
        if (failure.attempts > 1)
            return QStringLiteral("%1 attempts failed.").arg(failure.attempts);
        break;
    case GiveUp::Deadline:
        return QStringLiteral("The time limit of %1 for the request is used up.")
            .arg(inWords(failure.deadline));
    case GiveUp::Budget:
        return QStringLiteral("So many requests to it failed that none is repeated for now.");
    }
    return {};
}

QString advice(const Failure &failure)
{
    if (failure.applied == Applied::Unknown)
        return QStringLiteral("Look at the tenant before it is sent again.");
    if (failure.giveUp == GiveUp::RetryAfterTooLong)
        return QStringLiteral("Try again after that time.");
    return QString::fromUtf8(sentence(failure.code).advice);
}

} // namespace

ErrorKind errorKind(const Failure &failure)
{
    if (failure.giveUp == GiveUp::RetryAfterTooLong)
        return ErrorKind::Throttled;
    const ErrorKind kind = sentence(failure.code).kind;
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

QString errorSummary(const Failure &failure)
{
    QString what = QString::fromUtf8(sentence(failure.code).what).arg(failure.host);
    if (failure.status != 0) {
        what.chop(1);
        what += QStringLiteral(" (HTTP %1).").arg(failure.status);
    }
    return what;
}

QString errorMessage(const Failure &failure)
{
    QStringList parts{errorSummary(failure), effort(failure), meaning(failure), advice(failure)};
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

} // namespace queuesmith
