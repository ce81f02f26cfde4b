#include "http/httpjob.h"

#include "domain/background.h"
#include "domain/logcategories.h"
#include "domain/logline.h"
#include "http/authorizer.h"
#include "http/httpclient.h"
#include "http/retryafter.h"
#include "http/tenantreport.h"

#include <QHostAddress>
#include <QUuid>

namespace queuesmith {

namespace {

using std::chrono::milliseconds;

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

/// Secrets go over https only, and never stand in an address.
bool isUsable(const QUrl &url)
{
    const bool secure = url.scheme() == QLatin1String("https");
    const bool local = url.scheme() == QLatin1String("http") && isLoopback(url.host());
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && (secure || local);
}

/// The token itself, without its scheme.
QByteArray secretOf(const QByteArray &authorization)
{
    return authorization.mid(authorization.lastIndexOf(' ') + 1);
}

const char *reasonWord(WaitReason reason)
{
    switch (reason) {
    case WaitReason::Backoff:
        return "backoff";
    case WaitReason::RetryAfter:
        return "retry_after";
    case WaitReason::Paced:
        return "paced";
    case WaitReason::BreakerOpen:
        return "breaker_open";
    case WaitReason::Settling:
        break;
    }
    return "settling";
}

} // namespace

HttpJob::HttpJob(HttpClient &client, const HttpRequest &request, const RequestLimits &limits,
    AnswerReader reader, QObject *parent)
    : QObject(parent)
    , m_client(&client)
    , m_clock(client.m_clock)
    , m_request(request)
    , m_limits(limits)
    , m_reader(std::move(reader))
    , m_gate(&client.gate(request.url))
{
    if (m_request.requestId.isEmpty())
        m_request.requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    connect(&client, &HttpClient::closing, this, &HttpJob::cancel);
    QMetaObject::invokeMethod(this, &HttpJob::start, Qt::QueuedConnection);
}

HttpJob::~HttpJob()
{
    m_ended = true;
    releaseAll();
}

void HttpJob::start()
{
    if (m_ended)
        return;
    if (!isUsable(m_request.url)) {
        endWith({Applied::No, Next::Stop, QStringLiteral("unusable_url"), HostHealth::Untold});
        return;
    }
    enterGate();
}

void HttpJob::enterGate()
{
    HostGate::Visitor visitor;
    visitor.effect = m_request.effect;
    visitor.again = m_attempts > 0;
    visitor.forToken = !m_request.authorized;
    visitor.admitted = [this] { admitted(); };
    visitor.held = [this](WaitReason reason, milliseconds delay) { tellWaiting(reason, delay); };
    m_pass = m_gate->enter(std::move(visitor));
}

void HttpJob::admitted()
{
    if (!m_request.authorized || m_client->m_authorizer == nullptr) {
        sendAttempt();
        return;
    }
    // Asked for only now, and for each attempt anew: a token may expire while we wait outside.
    m_authorizing = new QObject(this);
    m_client->m_authorizer->authorize(
        m_authorizing, [this](const Result<QByteArray> &value) { authorized(value); });
}

void HttpJob::authorized(const Result<QByteArray> &value)
{
    m_authorizing->deleteLater();
    m_authorizing = nullptr;
    if (!value) {
        leaveGate(HostHealth::Untold);
        finish(Applied::No, value.error());
        return;
    }
    m_authorization = value.value();
    m_client->m_options.secrets->learn(secretOf(m_authorization));
    sendAttempt();
}

void HttpJob::sendAttempt()
{
    ++m_attempts;
    const QPointer<HttpJob> alive(this);
    Q_EMIT attemptStarted(m_attempts, maxAttempts());
    if (!alive || m_ended)
        return;
    const milliseconds left = m_limits.deadline - m_outcome.deadlineUsed;
    m_attempt = new HttpAttempt(m_client->network(), m_clock,
        m_client->networkRequest(m_request, m_authorization), m_request,
        std::max(milliseconds(1), std::min(m_limits.attemptTimeout, left)), this);
    connect(m_attempt, &HttpAttempt::ended, this, &HttpJob::attemptEnded);
}

void HttpJob::attemptEnded(const AttemptResult &result)
{
    m_attempt->deleteLater();
    m_attempt = nullptr;
    read(result);
}

/// Small answers at once; large ones on another thread, since this one may paint.
void HttpJob::read(const AttemptResult &result)
{
    m_outcome.response = result.response;
    measure(result);
    const bool isWhole =
        result.cause == AttemptCause::None && result.networkError == QNetworkReply::NoError;
    if (!isWhole || result.response.status / 100 != 2) {
        conclude(result, AnswerVerdict::Unknown);
    } else if (!m_reader) {
        conclude(result, AnswerVerdict::Applied);
    } else if (result.response.body.size() <= kLargeAnswer) {
        conclude(result, m_reader(result.response));
    } else {
        m_reading = true;
        runInBackground(
            this, [reader = m_reader, response = result.response] { return reader(response); },
            [this, result](AnswerVerdict answer) {
                m_reading = false;
                conclude(result, answer);
            });
    }
}

void HttpJob::conclude(const AttemptResult &result, AnswerVerdict answer)
{
    const Verdict verdict = judge(result, answer);
    if (m_client)
        m_client->log({m_clock.utcNow(), m_request, result.response, m_attempts, result.onWire,
            verdict, result.duration});
    if (result.response.status == 401 && m_request.authorized && m_client->m_authorizer != nullptr)
        m_client->m_authorizer->refused(m_authorization);
    leaveGate(verdict.health);

    const bool wouldGoOn = verdict.next == Next::Retry || verdict.next == Next::RefreshToken;
    if (m_cancelled && wouldGoOn)
        endWith({Applied::No, Next::Stop, QStringLiteral("cancelled"), HostHealth::Untold});
    else
        follow(verdict);
}

void HttpJob::follow(const Verdict &verdict)
{
    switch (verdict.next) {
    case Next::Retry:
        retryOrGiveUp(verdict);
        return;
    case Next::RefreshToken:
        m_refreshed = true;
        enterGate();
        return;
    case Next::Done:
    case Next::ReadBack:
    case Next::Stop:
        endWith(verdict);
    }
}

Verdict HttpJob::judge(const AttemptResult &result, AnswerVerdict answer) const
{
    AttemptFacts facts;
    facts.method = m_request.method;
    facts.effect = m_request.effect;
    facts.requestSent = result.mayHaveTakenEffect;
    facts.networkError = result.networkError;
    facts.cause = result.cause;
    facts.status = result.response.status;
    facts.answer = answer;
    facts.html = looksLikeHtml(result.response);
    facts.isForeign = m_request.isRefusal && !m_request.isRefusal(result.response);
    facts.mayRefresh =
        m_request.authorized && m_client && m_client->m_authorizer != nullptr && !m_refreshed;
    return classify(facts);
}

void HttpJob::measure(const AttemptResult &result)
{
    const milliseconds now = m_clock.elapsed();
    m_outcome.deadlineUsed += result.duration;
    if (result.onWire) {
        ++m_outcome.attempts;
        m_firstSent = m_firstSent.value_or(now - result.duration);
        m_outcome.latency = now - *m_firstSent;
    }
}

void HttpJob::retryOrGiveUp(const Verdict &verdict)
{
    RetrySituation situation;
    situation.attemptsMade = m_attempts;
    situation.maxAttempts = maxAttempts();
    situation.deadlineLeft = m_limits.deadline - m_outcome.deadlineUsed;
    situation.throttled = verdict.health == HostHealth::Throttling;
    situation.retryAfter = retryAfter();
    situation.budgetLeft = m_gate->budget().covers(situation.throttled);
    situation.random = m_client->m_random();
    const RetryDecision decision = decideRetry(situation);
    if (decision.giveUp != GiveUp::No) {
        endWith(verdict, decision.giveUp);
        return;
    }
    m_gate->budget().spend(situation.throttled);
    pause(decision);
}

void HttpJob::pause(const RetryDecision &decision)
{
    m_pause.begun = m_clock.elapsed();
    m_pause.demanded = decision.demanded;
    m_pause.timer = m_clock.callAfter(decision.delay, this, [this] { resume(); });
    tellWaiting(decision.reason, decision.delay);
}

void HttpJob::resume()
{
    const milliseconds waited = m_clock.elapsed() - m_pause.begun;
    m_outcome.deadlineUsed += std::max(milliseconds(0), waited - m_pause.demanded);
    m_pause = {};
    enterGate();
}

void HttpJob::retryNow()
{
    if (m_ended || !m_pause.timer.isActive())
        return;
    const milliseconds waited = m_clock.elapsed() - m_pause.begun;
    m_pause.timer.cancel();
    if (waited >= m_pause.demanded)
        resume();
    else
        m_pause.timer = m_clock.callAfter(m_pause.demanded - waited, this, [this] { resume(); });
}

void HttpJob::tellWaiting(WaitReason reason, milliseconds delay)
{
    Waiting wait;
    wait.reason = reason;
    wait.delay = delay;
    wait.attempt = m_attempts + 1;
    wait.maxAttempts = maxAttempts();
    wait.httpStatus = m_outcome.response.status;
    qCDebug(lcHttp) << LogLine("wait",
        {{"operation", m_request.operation}, {"reason", reasonWord(reason)}, {"ms", delay},
            {"next_attempt", wait.attempt}, {"of", wait.maxAttempts},
            {"request_id", m_request.requestId}});
    Q_EMIT waiting(wait);
}

void HttpJob::cancel()
{
    if (m_ended || m_cancelled)
        return;
    m_cancelled = true;
    if (m_reading)
        return; // what was answered still counts
    if (m_attempt == nullptr) {
        // Whatever was sent before certainly wasn't applied, or it wouldn't be sent again.
        releaseAll();
        endWith({Applied::No, Next::Stop, QStringLiteral("cancelled"), HostHealth::Untold});
        return;
    }
    const AttemptResult result = m_attempt->stop(AttemptCause::Cancelled);
    m_attempt->deleteLater();
    m_attempt = nullptr;
    read(result);
}

void HttpJob::leaveGate(HostHealth health)
{
    if (m_gate && m_pass != 0) {
        const bool throttled = health == HostHealth::Throttling;
        m_gate->leave(m_pass, health, throttled ? retryAfter() : std::nullopt);
    }
    m_pass = 0;
}

void HttpJob::releaseAll()
{
    m_pause.timer.cancel();
    delete m_authorizing;
    m_authorizing = nullptr;
    delete m_attempt;
    m_attempt = nullptr;
    leaveGate(HostHealth::Untold);
}

void HttpJob::endWith(const Verdict &verdict, GiveUp giveUp)
{
    std::optional<Error> error;
    if (verdict.applied != Applied::Yes)
        error = errorFor(verdict, giveUp);
    finish(verdict.applied, std::move(error));
}

void HttpJob::finish(Applied applied, std::optional<Error> error)
{
    m_ended = true;
    m_outcome.applied = applied;
    m_outcome.error = std::move(error);
    if (m_outcome.error)
        qCInfo(lcHttp) << LogLine("gave_up",
            {{"operation", m_request.operation}, {"code", m_outcome.error->code},
                {"attempts", m_attempts}, {"request_id", m_request.requestId}});
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(m_outcome); }, Qt::QueuedConnection);
}

Error HttpJob::errorFor(const Verdict &verdict, GiveUp giveUp) const
{
    Failure failure;
    failure.code = verdict.code;
    failure.applied = verdict.applied;
    failure.effect = m_request.effect;
    failure.host = hostName(m_request.url);
    failure.status = m_outcome.response.status;
    failure.giveUp = giveUp;
    failure.attempts = m_attempts;
    failure.deadline = m_limits.deadline;
    failure.retryAfter = retryAfter();

    Error error = Error::of(
        errorKind(failure), errorCode(failure), errorMessage(failure), errorSummary(failure));
    error.httpStatus = failure.status;
    error.requestId = m_request.requestId;
    error.retryAfter = failure.retryAfter;
    // A token request holds the client's secret, and its errors have a form of their own.
    if (failure.status >= 400 && m_request.authorized && m_client) {
        const TenantReport report = readTenantReport(m_outcome.response.body, m_client->secrets());
        error.fields = report.fields;
        if (!report.correlationId.isEmpty())
            error.requestId = report.correlationId;
        if (!report.message.isEmpty())
            error.say(Sentence::row(
                {error.said, Sentence::tr("The tenant says: “%1”", {report.message})}));
    }
    return m_client ? m_client->secrets().masked(error) : error;
}

std::optional<milliseconds> HttpJob::retryAfter() const
{
    const QByteArray value = m_outcome.response.header(QByteArrayLiteral("Retry-After"));
    if (value.isEmpty())
        return std::nullopt;
    // The tenant's own clock, when it tells it: ours may be wrong.
    const QDateTime now = m_clock.utcNow();
    const QByteArray date = m_outcome.response.header(QByteArrayLiteral("Date"));
    return parseRetryAfter(value, parseHttpDate(date, now).value_or(now));
}

int HttpJob::maxAttempts() const { return m_limits.maxAttempts + (m_refreshed ? 1 : 0); }

} // namespace queuesmith
