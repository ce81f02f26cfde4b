#include "cxone/tokensource.h"

#include "domain/clock.h"
#include "domain/strictjson.h"
#include "http/httpclient.h"

#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace queuesmith {

namespace {

using namespace std::chrono_literals;

/// Much longer than any program runs, and far from what can't be counted in milliseconds.
constexpr std::chrono::hours kLongestLife(24 * 365);

QByteArray formBody(const TokenRequest &request)
{
    const auto encoded = [](const QByteArray &text) { return text.toPercentEncoding(); };
    return "grant_type=client_credentials&client_id=" + encoded(request.clientId.toUtf8())
        + "&client_secret=" + encoded(request.clientSecret);
}

QJsonObject bodyOf(const HttpResponse &response)
{
    const JsonParse parse = parseStrictJson(response.body);
    return parse.error ? QJsonObject() : parse.value.toObject();
}

bool isToken(const HttpResponse &response)
{
    const QJsonObject body = bodyOf(response);
    const QString token = body.value(QLatin1StringView("access_token")).toString();
    const bool printable = std::all_of(token.cbegin(), token.cend(),
        [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    const QString type = body.value(QLatin1StringView("token_type")).toString();
    return !token.isEmpty() && printable
        && type.compare(QLatin1StringView("bearer"), Qt::CaseInsensitive) == 0
        && wholeNumber(body.value(QLatin1StringView("expires_in"))).value_or(0) > 0;
}

/// RFC 6749, 5.2; anything else that stands there isn't repeated.
QString oauthError(const HttpResponse &response)
{
    static const QStringList known{QStringLiteral("invalid_request"),
        QStringLiteral("invalid_client"), QStringLiteral("invalid_grant"),
        QStringLiteral("unauthorized_client"), QStringLiteral("unsupported_grant_type"),
        QStringLiteral("invalid_scope")};
    const QString code = bodyOf(response).value(QLatin1StringView("error")).toString();
    return known.contains(code) ? code : QString();
}

/// A 401 says it by itself; a 400 may be the page of a proxy.
bool refusesTheClient(const HttpOutcome &outcome)
{
    const HttpResponse &response = outcome.response;
    return response.status == 401 || (response.status == 400 && !oauthError(response).isEmpty());
}

Error clientRefused(const HttpOutcome &outcome)
{
    const QString code = oauthError(outcome.response);
    Error error = outcome.error.value_or(Error{});
    error.kind = ErrorKind::NotAllowed;
    error.httpStatus = outcome.response.status;
    error.code = code.isEmpty() ? QStringLiteral("invalid_client") : code;
    if (error.code == QLatin1StringView("invalid_client")
        || error.code == QLatin1StringView("unauthorized_client"))
        error.say(Sentence::tr("The tenant does not accept the client's credentials (%1). They may "
                               "have been replaced. Create new ones in the CXone admin console and "
                               "enter them for this connection.",
            {outcome.response.status}));
    else
        error.say(Sentence::tr("The tenant refused to issue a token (%1, %2). Nothing was sent. "
                               "Check the client's settings in the CXone admin console.",
            {outcome.response.status, error.code}));
    return error;
}

} // namespace

TokenSource::TokenSource(
    HttpClient &client, Clock &clock, TokenRequest request, RequestLimits limits, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_request(std::move(request))
    , m_limits(limits)
{
}

void TokenSource::authorize(QObject *context, std::function<void(Result<QByteArray>)> done)
{
    m_waiters.append({context, std::move(done)});
    if (m_fetching)
        return;
    if (m_finalError || isFresh()) {
        m_fetching = true; // later callers join these waiters
        m_clock.callAfter(0ms, this, [this] {
            answer(m_finalError ? Result<QByteArray>(*m_finalError) : Result<QByteArray>(m_value));
        });
        return;
    }
    fetch();
}

void TokenSource::refused(const QByteArray &value)
{
    // Of many requests that were under way with one token, only the first refusal drops it.
    if (value == m_value)
        m_value.clear();
}

bool TokenSource::isFresh() const { return !m_value.isEmpty() && m_clock.elapsed() < m_goodUntil; }

void TokenSource::fetch()
{
    m_fetching = true;
    HttpRequest request;
    request.operation = QStringLiteral("issueToken");
    request.method = "POST";
    request.url = m_request.url;
    request.body = formBody(m_request);
    request.contentType = "application/x-www-form-urlencoded";
    request.authorized = false;
    request.isRefusal = [](const HttpResponse &response) {
        return !oauthError(response).isEmpty();
    };
    HttpJob *job = m_client.send(request, m_limits, isToken, this);
    connect(job, &HttpJob::finished, this, [this, job](const HttpOutcome &outcome) {
        job->deleteLater();
        take(outcome);
    });
}

void TokenSource::take(const HttpOutcome &outcome)
{
    if (outcome.applied != Applied::Yes) {
        Error error = outcome.error.value_or(Error{});
        if (refusesTheClient(outcome)) {
            error = clientRefused(outcome);
            m_finalError = error;
        }
        answer(error);
        return;
    }
    const QJsonObject body = bodyOf(outcome.response);
    m_value = "Bearer " + body.value(QLatin1StringView("access_token")).toString().toLatin1();
    const qint64 seconds = *wholeNumber(body.value(QLatin1StringView("expires_in")));
    const std::chrono::milliseconds life =
        std::min<std::chrono::seconds>(std::chrono::seconds(seconds), kLongestLife);
    m_goodUntil = m_clock.elapsed() + life - std::min<std::chrono::milliseconds>(60s, life / 10);
    const QJsonValue scope = body.value(QLatin1StringView("scope"));
    m_scopes.reset();
    if (scope.isString())
        m_scopes = scope.toString().split(u' ', Qt::SkipEmptyParts);
    answer(m_value);
}

void TokenSource::answer(const Result<QByteArray> &result)
{
    m_fetching = false;
    const QList<Waiter> waiters = std::exchange(m_waiters, {});
    const QPointer<TokenSource> self(this);
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.done(result);
        if (!self)
            return;
    }
}

} // namespace queuesmith
