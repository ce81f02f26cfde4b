#include "http/classify.h"

namespace queuesmith {

namespace {

/// Certainly not applied, and sending it again can't help.
Verdict refused(const QString &code, HostHealth health = HostHealth::Refusing)
{
    return {Applied::No, Next::Stop, code, health};
}

/// Certainly not applied, and it may be sent again.
Verdict notApplied(const QString &code, HostHealth health = HostHealth::Failing)
{
    return {Applied::No, Next::Retry, code, health};
}

/// The effect of a change isn't known. A request that changes nothing is just sent again.
Verdict unknown(
    const AttemptFacts &facts, const QString &code, HostHealth health = HostHealth::Failing)
{
    if (facts.effect == HttpEffect::Reads)
        return {Applied::No, Next::Retry, code, health};
    return {Applied::Unknown, Next::ReadBack, code, health};
}

/// The same, for what a repetition can't better.
Verdict unknownForGood(const AttemptFacts &facts, const QString &code, HostHealth health)
{
    if (facts.effect == HttpEffect::Reads)
        return {Applied::No, Next::Stop, code, health};
    return {Applied::Unknown, Next::ReadBack, code, health};
}

/// Qt turns statuses into network errors of its own; those say nothing about the transport.
bool arrivedWhole(const AttemptFacts &facts)
{
    return facts.networkError == QNetworkReply::NoError && facts.cause == AttemptCause::None;
}

Verdict classifySuccess(const AttemptFacts &facts)
{
    const bool settled = facts.status == 200 || facts.status == 201 || facts.status == 204;
    if (facts.cause == AttemptCause::TooLarge)
        return unknownForGood(facts, QStringLiteral("answer_too_large"), HostHealth::Untold);
    if (facts.cause == AttemptCause::Cancelled)
        return unknownForGood(facts, QStringLiteral("cancelled"), HostHealth::Untold);
    if (facts.cause == AttemptCause::TimedOut)
        return unknown(facts, QStringLiteral("timeout"));
    if (!arrivedWhole(facts))
        return unknown(facts, QStringLiteral("answer_cut"));
    if (settled && facts.answer == AnswerVerdict::Applied)
        return {Applied::Yes, Next::Done, {}, HostHealth::Good};
    if (facts.answer == AnswerVerdict::NotApplied)
        return refused(QStringLiteral("refused"));
    if (facts.html)
        return unknownForGood(facts, QStringLiteral("html_answer"), HostHealth::Untold);
    return unknown(facts, QStringLiteral("bad_answer"), HostHealth::Refusing);
}

Verdict classifyClientError(const AttemptFacts &facts)
{
    switch (facts.status) {
    case 400:
        if (facts.isForeign)
            return notApplied(QStringLiteral("bad_answer"), HostHealth::Refusing);
        return refused(QStringLiteral("bad_request"));
    case 401:
        if (facts.mayRefresh)
            return {Applied::No, Next::RefreshToken, QStringLiteral("unauthorized"),
                HostHealth::Refusing};
        return refused(QStringLiteral("unauthorized"));
    case 403:
        return refused(QStringLiteral("forbidden"));
    case 404:
        return refused(QStringLiteral("not_found"));
    case 405:
        return refused(QStringLiteral("method_not_allowed"));
    case 408:
        return unknown(facts, QStringLiteral("request_timeout"));
    case 409:
        return unknownForGood(facts, QStringLiteral("conflict"), HostHealth::Refusing);
    case 412:
        return refused(QStringLiteral("precondition_failed"));
    case 413:
        return refused(QStringLiteral("too_large"));
    case 415:
        return refused(QStringLiteral("unsupported_media_type"));
    case 422:
        return refused(QStringLiteral("unprocessable"));
    case 429:
        return notApplied(QStringLiteral("throttled"), HostHealth::Throttling);
    default:
        return refused(QStringLiteral("refused"));
    }
}

Verdict classifyServerError(const AttemptFacts &facts)
{
    switch (facts.status) {
    case 501:
        return refused(QStringLiteral("not_implemented"));
    case 502:
        return unknown(facts, QStringLiteral("bad_gateway"));
    case 503:
        return unknown(facts, QStringLiteral("unavailable"));
    case 504:
        return unknown(facts, QStringLiteral("gateway_timeout"));
    case 505:
        return refused(QStringLiteral("http_version"));
    default:
        return unknown(facts, QStringLiteral("server_error"));
    }
}

Verdict classifyTransport(const AttemptFacts &facts)
{
    const auto failed = [&facts](const QString &code) {
        return facts.requestSent ? unknown(facts, code) : notApplied(code);
    };
    switch (facts.networkError) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return failed(QStringLiteral("connection_refused"));
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return failed(QStringLiteral("host_not_found"));
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return failed(
            facts.requestSent ? QStringLiteral("timeout") : QStringLiteral("connect_timeout"));
    case QNetworkReply::SslHandshakeFailedError:
        return failed(QStringLiteral("tls_failed"));
    case QNetworkReply::ProtocolUnknownError:
        return refused(QStringLiteral("unusable_url"), HostHealth::Untold);
    case QNetworkReply::NoError: // an answer without a status line
    case QNetworkReply::ProtocolFailure:
        return failed(QStringLiteral("bad_answer"));
    default:
        return failed(QStringLiteral("connection_closed"));
    }
}

Verdict classifyWithoutStatus(const AttemptFacts &facts)
{
    switch (facts.cause) {
    case AttemptCause::Certificate:
        return refused(QStringLiteral("certificate"), HostHealth::Untold);
    case AttemptCause::Cancelled:
        if (!facts.requestSent)
            return refused(QStringLiteral("cancelled"), HostHealth::Untold);
        return unknownForGood(facts, QStringLiteral("cancelled"), HostHealth::Untold);
    case AttemptCause::TimedOut:
        return facts.requestSent ? unknown(facts, QStringLiteral("timeout"))
                                 : notApplied(QStringLiteral("connect_timeout"));
    case AttemptCause::TooLarge:
        return unknownForGood(facts, QStringLiteral("answer_too_large"), HostHealth::Untold);
    case AttemptCause::HeaderFlood:
        return unknownForGood(facts, QStringLiteral("headers_too_large"), HostHealth::Untold);
    case AttemptCause::None:
        break;
    }
    return classifyTransport(facts);
}

} // namespace

Verdict classify(const AttemptFacts &facts)
{
    // Once a status line is there it decides, even when the rest of the answer never came.
    switch (facts.status / 100) {
    case 0:
        return classifyWithoutStatus(facts);
    case 2:
        return classifySuccess(facts);
    case 3:
        return refused(QStringLiteral("redirect"), HostHealth::Untold);
    case 4:
        return classifyClientError(facts);
    case 5:
        return classifyServerError(facts);
    default:
        return unknown(facts, QStringLiteral("bad_answer"));
    }
}

bool looksLikeHtml(const HttpResponse &response)
{
    if (response.header(QByteArrayLiteral("Content-Type")).toLower().contains("text/html"))
        return true;
    const QByteArray start = response.body.left(512).trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

} // namespace queuesmith
