#include "cxone/tokensource.h"

#include "domain/clock.h"
#include "domain/logcategories.h"
#include "domain/logline.h"
#include "domain/strictjson.h"
#include "http/answerdecoder.h"
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

/// What a token endpoint grants.
struct Token {
    QByteArray value;
    std::chrono::seconds life{0};
    std::optional<QStringList> scopes; ///< where it tells
};

Result<Token> readToken(const HttpResponse &response)
{
    const QJsonObject body = bodyOf(response);
    const QString value = body.value(QLatin1StringView("access_token")).toString();
    const bool isPrintable = std::all_of(value.cbegin(), value.cend(),
        [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    const QString type = body.value(QLatin1StringView("token_type")).toString();
    const qint64 seconds = wholeNumber(body.value(QLatin1StringView("expires_in"))).value_or(0);
    if (value.isEmpty() || !isPrintable || seconds <= 0
        || type.compare(QLatin1StringView("bearer"), Qt::CaseInsensitive) != 0)
        return Error::of(ErrorKind::BadAnswer, "bad_token");
    Token token{value.toLatin1(), std::chrono::seconds(seconds), {}};
    const QJsonValue scope = body.value(QLatin1StringView("scope"));
    if (scope.isString())
        token.scopes = scope.toString().split(u' ', Qt::SkipEmptyParts);
    return token;
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
    if (value != m_value)
        return;
    qCInfo(lcAuth) << LogLine("token_refused", {});
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
    const AnswerDecoder<Token> decoder(readToken);
    HttpJob *job = m_client.send(request, m_limits, decoder.reader(), this);
    connect(job, &HttpJob::finished, this, [this, job, decoder](const HttpOutcome &outcome) {
        job->deleteLater();
        if (outcome.applied != Applied::Yes) {
            fail(outcome);
            return;
        }
        const Token &token = decoder.value();
        m_value = "Bearer " + token.value;
        const std::chrono::milliseconds life =
            std::min<std::chrono::seconds>(token.life, kLongestLife);
        m_goodUntil =
            m_clock.elapsed() + life - std::min<std::chrono::milliseconds>(60s, life / 10);
        m_scopes = token.scopes;
        qCInfo(lcAuth) << LogLine("token",
            {{"valid_ms", life}, {"scopes", m_scopes ? m_scopes->size() : -1},
                {"attempts", outcome.attempts}});
        answer(m_value);
    });
}

void TokenSource::fail(const HttpOutcome &outcome)
{
    Error error = outcome.error.value_or(Error{});
    if (refusesTheClient(outcome)) {
        error = clientRefused(outcome);
        m_finalError = error;
    }
    qCInfo(lcAuth) << LogLine("no_token",
        {{"code", error.code}, {"status", error.httpStatus}, {"final", m_finalError.has_value()}});
    answer(error);
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
