#include "httprig.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using namespace queuesmith;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

const QByteArray kCreated = "{\"id\":\"q-1\"}";

QString codeOf(const HttpOutcome &outcome)
{
    return outcome.error ? outcome.error->code : QString();
}

Waiting waitingOf(const QSignalSpy &spy) { return spy.last().first().value<Waiting>(); }

/// Cancels a job before anything else that waits in the event loop.
class UrgentCancel : public QObject {
public:
    explicit UrgentCancel(HttpJob *job)
        : m_job(job)
    {
    }
    void post()
    {
        QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
    }
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        done = true;
        m_job->cancel();
        return true;
    }
    bool done = false;

private:
    HttpJob *m_job;
};

} // namespace

/// One logical request with all its attempts, against a real server.
class TestHttpJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void createsAtOnce();
    void sendsWhatItShould();
    void outcomeOfOneAnswer_data();
    void outcomeOfOneAnswer();
    void readIsRepeated_data();
    void readIsRepeated();
    void changeIsRepeatedOnlyAfterARefusal();
    void givesUpAfterItsAttempts();
    void retryAfterIsWaitedFor();
    void retryAfterByDateUsesTheTenantsClock();
    void retryAfterTooLong();
    void retryNowSkipsOnlyOurOwnDelay();
    void deadlineCountsBackoffButNotRetryAfter();
    void anHourOfRetries();
    void tokenIsRefreshedOnce();
    void tokenIsTakenForEachAttempt();
    void authorizationFails();
    void unauthorizedRequestHasNoHeader();
    void cancel_data();
    void cancel();
    void cancelDoesNotLoseAnAnswer_data();
    void cancelDoesNotLoseAnAnswer();
    void cancelNeverDeniesWhatWasSent_data();
    void cancelNeverDeniesWhatWasSent();
    void deletedAnywhereItIsSilent();
    void clientDiesFirst();
    void unusableUrls_data();
    void unusableUrls();
    void answerIsCapped();
    void fieldErrorsAreRead();
    void connectionRefusedIsRetried();
};

void TestHttpJob::createsAtOnce()
{
    HttpRig<SystemClock> rig;
    rig.server.script(ScriptedAnswer::json(201, kCreated, {{"ETag", "\"1\""}}));
    HttpJob *job = rig.send(rig.post());
    QSignalSpy started(job, &HttpJob::attemptStarted);
    QSignalSpy waited(job, &HttpJob::waiting);
    QSignalSpy finished(job, &HttpJob::finished);
    QVERIFY(finished.isEmpty());

    const HttpOutcome outcome = rig.outcomeOf(job);
    QCOMPARE(outcome.applied, Applied::Yes);
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.response.status, 201);
    QCOMPARE(outcome.response.body, kCreated);
    QCOMPARE(outcome.response.header("etag"), QByteArray("\"1\""));
    QCOMPARE(outcome.attempts, 1);
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.first(), (QVariantList{1, 5}));
    QVERIFY(waited.isEmpty());
    job->cancel();
    job->retryNow();
    QTest::qWait(10);
    QCOMPARE(finished.size(), 1);
}

void TestHttpJob::sendsWhatItShould()
{
    HttpRig<SystemClock> rig;
    rig.server.script(ScriptedAnswer::json(503));
    rig.server.script(ScriptedAnswer::json(200, kCreated));
    HttpRequest request = rig.get(QStringLiteral("/api/v2/queues?page=1&name=a%20b"));
    request.headers = {{"Accept", "application/json"}};
    QCOMPARE(rig.run(request).applied, Applied::Yes);

    const SeenRequest &first = rig.server.requests().at(0);
    const SeenRequest &second = rig.server.requests().at(1);
    QCOMPARE(first.method, QByteArray("GET"));
    QCOMPARE(first.target, QByteArray("/api/v2/queues?page=1&name=a%20b"));
    QCOMPARE(first.header("Accept"), QByteArray("application/json"));
    QCOMPARE(first.header("Authorization"), QByteArray("Bearer token-1"));
    QVERIFY(first.header("User-Agent").startsWith("Queuesmith/"));
    QVERIFY(!first.header("X-Request-Id").isEmpty());
    QCOMPARE(second.header("X-Request-Id"), first.header("X-Request-Id"));

    rig.server.script(ScriptedAnswer::json(201, kCreated, {{"Set-Cookie", "a=b"}}));
    rig.server.script(ScriptedAnswer::json(201, kCreated));
    HttpRequest post = rig.post("{\"n\":1}");
    post.requestId = QStringLiteral("r-1");
    QCOMPARE(rig.run(post).applied, Applied::Yes);
    QCOMPARE(rig.run(post).applied, Applied::Yes);
    const SeenRequest &sent = rig.server.requests().at(3);
    QCOMPARE(sent.method, QByteArray("POST"));
    QCOMPARE(sent.body, QByteArray("{\"n\":1}"));
    QCOMPARE(sent.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(sent.header("Content-Length"), QByteArray("7"));
    QCOMPARE(sent.header("X-Request-Id"), QByteArray("r-1"));
    QCOMPARE(sent.header("Cookie"), QByteArray());
}

void TestHttpJob::outcomeOfOneAnswer_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<Applied>("applied");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const ScriptedAnswer &answer, Applied applied,
                         ErrorKind kind, const QString &code) {
        QTest::newRow(name) << answer << applied << kind << code;
    };
    const auto refused = [&row](int status, ErrorKind kind, const QString &code) {
        row(QByteArray::number(status).constData(), ScriptedAnswer::json(status), Applied::No, kind,
            code);
    };
    const auto unknown = [&row](
                             const char *name, const ScriptedAnswer &answer, const QString &code) {
        row(name, answer, Applied::Unknown, ErrorKind::UnknownEffect, code);
    };
    refused(400, ErrorKind::Refused, QStringLiteral("bad_request"));
    refused(403, ErrorKind::NotAllowed, QStringLiteral("forbidden"));
    refused(404, ErrorKind::NotFound, QStringLiteral("not_found"));
    refused(405, ErrorKind::Unsupported, QStringLiteral("method_not_allowed"));
    refused(412, ErrorKind::Conflict, QStringLiteral("precondition_failed"));
    refused(413, ErrorKind::Refused, QStringLiteral("too_large"));
    refused(415, ErrorKind::Refused, QStringLiteral("unsupported_media_type"));
    refused(422, ErrorKind::Refused, QStringLiteral("unprocessable"));
    refused(501, ErrorKind::Unsupported, QStringLiteral("not_implemented"));
    row("409", ScriptedAnswer::json(409), Applied::Unknown, ErrorKind::Conflict,
        QStringLiteral("conflict"));
    unknown("408", ScriptedAnswer::json(408), QStringLiteral("request_timeout"));
    unknown("500", ScriptedAnswer::json(500), QStringLiteral("server_error"));
    unknown("502", ScriptedAnswer::json(502), QStringLiteral("bad_gateway"));
    unknown("503", ScriptedAnswer::json(503), QStringLiteral("unavailable"));
    unknown("504", ScriptedAnswer::json(504), QStringLiteral("gateway_timeout"));
    unknown("202", ScriptedAnswer::json(202, kCreated), QStringLiteral("bad_answer"));
    unknown("no id", ScriptedAnswer::json(201, "{}"), QStringLiteral("bad_answer"));
    unknown("a web page",
        ScriptedAnswer::raw(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi", false),
        QStringLiteral("html_answer"));
    unknown("closed", ScriptedAnswer::closed(), QStringLiteral("connection_closed"));
    // A server may ask for other credentials in a way that Qt would like to answer by itself.
    row("407", ScriptedAnswer::json(407, "{}", {{"Proxy-Authenticate", "Basic realm=\"x\""}}),
        Applied::No, ErrorKind::Refused, QStringLiteral("refused"));
}

void TestHttpJob::outcomeOfOneAnswer()
{
    QFETCH(ScriptedAnswer, answer);
    QFETCH(Applied, applied);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, code);
    HttpRig<SystemClock> rig;
    rig.server.script(answer);

    const HttpOutcome outcome = rig.run(rig.post());

    QCOMPARE(outcome.applied, applied);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->code, code);
    QCOMPARE(outcome.error->kind, kind);
    QVERIFY(!outcome.error->message.isEmpty());
    QVERIFY(!outcome.error->requestId.isEmpty());
    QCOMPARE(rig.server.requests().size(), 1);
}

void TestHttpJob::readIsRepeated_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::newRow("429") << ScriptedAnswer::json(429);
    QTest::newRow("408") << ScriptedAnswer::json(408);
    QTest::newRow("500") << ScriptedAnswer::json(500);
    QTest::newRow("503") << ScriptedAnswer::json(503);
    QTest::newRow("not what was promised") << ScriptedAnswer::json(200, "[]");
    QTest::newRow("cut") << ScriptedAnswer::raw(
        "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"id\"");
    QTest::newRow("cut without length") << ScriptedAnswer::raw("HTTP/1.1 200 OK\r\n\r\n{");
}

void TestHttpJob::readIsRepeated()
{
    QFETCH(ScriptedAnswer, answer);
    HttpRig<SystemClock> rig;
    rig.server.script(answer);
    rig.server.script(answer);
    rig.server.script(ScriptedAnswer::json(200, kCreated));
    const HttpOutcome outcome = rig.run(rig.get());
    QCOMPARE(outcome.applied, Applied::Yes);
    // Qt may repeat a GET by itself when the connection dies; that is harmless, but not counted.
    QVERIFY(outcome.attempts == 3 || (outcome.attempts == 2 && answer.close));
    QCOMPARE(rig.server.requests().size(), 3);
}

void TestHttpJob::changeIsRepeatedOnlyAfterARefusal()
{
    HttpRig<SystemClock> rig;
    rig.server.script(ScriptedAnswer::json(429));
    rig.server.script(ScriptedAnswer::json(429));
    rig.server.script(ScriptedAnswer::json(503));
    const HttpOutcome outcome = rig.run(rig.post());
    QCOMPARE(outcome.applied, Applied::Unknown);
    QCOMPARE(codeOf(outcome), QStringLiteral("unavailable"));
    QCOMPARE(outcome.attempts, 3);
    QCOMPARE(rig.server.requests().size(), 3);
}

void TestHttpJob::givesUpAfterItsAttempts()
{
    HttpRig<SystemClock> rig;
    rig.server.otherwise(ScriptedAnswer::json(429));
    HttpOutcome outcome = rig.run(rig.post());
    QCOMPARE(outcome.applied, Applied::No);
    QCOMPARE(outcome.error->kind, ErrorKind::Throttled);
    QCOMPARE(codeOf(outcome), QStringLiteral("throttled"));
    QVERIFY(outcome.error->message.contains(QStringLiteral("5 attempts")));
    QCOMPARE(rig.server.requests().size(), 5);

    HttpRig<SystemClock> failing;
    failing.server.otherwise(ScriptedAnswer::json(503));
    failing.limits.maxAttempts = 3;
    outcome = failing.run(failing.get());
    QCOMPARE(outcome.applied, Applied::No);
    QCOMPARE(outcome.error->kind, ErrorKind::Unavailable);
    QCOMPARE(failing.server.requests().size(), 3);
}

void TestHttpJob::retryAfterIsWaitedFor()
{
    HttpRig<FakeClock> rig;
    rig.server.script(ScriptedAnswer::json(429, "{}", {{"Retry-After", "3600"}}));
    rig.server.script(ScriptedAnswer::json(201, kCreated));
    HttpJob *job = rig.send(rig.post());
    QSignalSpy waited(job, &HttpJob::waiting);
    QSignalSpy finished(job, &HttpJob::finished);
    QTRY_COMPARE(waited.size(), 1);
    QCOMPARE(waitingOf(waited).reason, WaitReason::RetryAfter);
    QCOMPARE(waitingOf(waited).delay, milliseconds(1h));
    QCOMPARE(waitingOf(waited).attempt, 2);
    QCOMPARE(waitingOf(waited).maxAttempts, 5);
    QCOMPARE(waitingOf(waited).httpStatus, 429);

    rig.clock.advance(1h - 1ms);
    QTest::qWait(10);
    QCOMPARE(rig.server.requests().size(), 1);
    job->retryNow(); // no way around what the tenant demands
    QTest::qWait(10);
    QCOMPARE(rig.server.requests().size(), 1);
    rig.clock.advance(2s); // its pace is known now as well
    QTRY_COMPARE(finished.size(), 1);
    const auto outcome = finished.first().first().value<HttpOutcome>();
    QCOMPARE(outcome.applied, Applied::Yes);
    QCOMPARE(outcome.attempts, 2);
    QCOMPARE(outcome.deadlineUsed, 0ms);
    QVERIFY(outcome.latency >= 1h);
}

void TestHttpJob::retryAfterByDateUsesTheTenantsClock()
{
    HttpRig<FakeClock> rig;
    rig.server.script(ScriptedAnswer::json(429, "{}",
        {{"Date", "Mon, 05 Jan 2015 10:00:00 GMT"},
            {"Retry-After", "Mon, 05 Jan 2015 10:00:20 GMT"}}));
    HttpJob *job = rig.send(rig.post());
    QSignalSpy waited(job, &HttpJob::waiting);
    QTRY_COMPARE(waited.size(), 1);
    QCOMPARE(waitingOf(waited).delay, milliseconds(20s));
}

void TestHttpJob::retryAfterTooLong()
{
    HttpRig<FakeClock> rig;
    rig.server.script(ScriptedAnswer::json(429, "{}", {{"Retry-After", "3601"}}));
    const HttpOutcome outcome = rig.run(rig.post());
    QCOMPARE(outcome.applied, Applied::No);
    QCOMPARE(outcome.error->kind, ErrorKind::Throttled);
    QCOMPARE(codeOf(outcome), QStringLiteral("retry_after_too_long"));
    QCOMPARE(*outcome.error->retryAfter, milliseconds(3601s));
}

void TestHttpJob::retryNowSkipsOnlyOurOwnDelay()
{
    HttpRig<FakeClock> rig;
    rig.random = 0.9;
    rig.server.script(ScriptedAnswer::json(503));
    rig.server.script(ScriptedAnswer::json(503, "{}", {{"Retry-After", "0"}}));
    rig.server.script(ScriptedAnswer::json(200, kCreated));
    HttpJob *job = rig.send(rig.get());
    QSignalSpy waited(job, &HttpJob::waiting);
    QSignalSpy finished(job, &HttpJob::finished);
    QTRY_COMPARE(waited.size(), 1);
    QCOMPARE(waitingOf(waited).reason, WaitReason::Backoff);
    QCOMPARE(waitingOf(waited).delay, 450ms);
    job->retryNow();
    QTRY_COMPARE(waited.size(), 2);
    QCOMPARE(waitingOf(waited).delay, 900ms);
    rig.clock.advance(899ms);
    QTest::qWait(10);
    QCOMPARE(rig.server.requests().size(), 2);
    rig.clock.advance(1ms);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(rig.server.requests().size(), 3);
    QCOMPARE(finished.first().first().value<HttpOutcome>().deadlineUsed, 900ms);
}

void TestHttpJob::deadlineCountsBackoffButNotRetryAfter()
{
    HttpRig<FakeClock> rig;
    rig.random = 0.5;
    rig.limits.deadline = 1s;
    rig.limits.maxAttempts = 100;
    rig.server.script(ScriptedAnswer::json(503, "{}", {{"Retry-After", "1800"}}));
    rig.server.otherwise(ScriptedAnswer::json(503)); // 500 ms, and then 1 s would be too much
    HttpJob *job = rig.send(rig.get());
    QSignalSpy waited(job, &HttpJob::waiting);
    QSignalSpy finished(job, &HttpJob::finished);
    QTRY_COMPARE(waited.size(), 1);
    rig.clock.advance(waitingOf(waited).delay);
    QTRY_COMPARE(waited.size(), 2);
    QCOMPARE(waitingOf(waited).delay, 500ms);
    rig.clock.advance(500ms);
    QTRY_COMPARE(finished.size(), 1);
    const auto outcome = finished.first().first().value<HttpOutcome>();
    QCOMPARE(codeOf(outcome), QStringLiteral("deadline"));
    QCOMPARE(outcome.error->kind, ErrorKind::Unavailable);
    QCOMPARE(outcome.applied, Applied::No);
    QCOMPARE(outcome.deadlineUsed, 500ms);
    QCOMPARE(rig.server.requests().size(), 3);
}

void TestHttpJob::anHourOfRetries()
{
    HttpRig<FakeClock> rig;
    rig.limits.maxAttempts = 1000;
    rig.server.otherwise(ScriptedAnswer::json(503, "{}", {{"Retry-After", "110"}}));
    const milliseconds begin = rig.clock.elapsed();
    HttpJob *job = rig.send(rig.get());
    QSignalSpy finished(job, &HttpJob::finished);
    QSignalSpy waited(job, &HttpJob::waiting);
    qsizetype seen = 0;
    while (finished.isEmpty()) {
        QTRY_VERIFY(waited.size() > seen || !finished.isEmpty());
        seen = waited.size();
        if (finished.isEmpty())
            rig.clock.advance(waitingOf(waited).delay);
    }
    const auto outcome = finished.first().first().value<HttpOutcome>();
    QCOMPARE(outcome.applied, Applied::No);
    // 500 tokens pay for 35 retries that cost 14, and nothing succeeded.
    QCOMPARE(codeOf(outcome), QStringLiteral("retry_budget_spent"));
    QCOMPARE(rig.server.requests().size(), 36);
    QVERIFY(rig.clock.elapsed() - begin > 1h);
}

void TestHttpJob::tokenIsRefreshedOnce()
{
    HttpRig<SystemClock> rig;
    rig.limits.maxAttempts = 1;
    rig.server.script(ScriptedAnswer::json(401, "{}", {{"WWW-Authenticate", "Basic realm=\"x\""}}));
    rig.server.script(ScriptedAnswer::json(201, kCreated));
    HttpOutcome outcome = rig.run(rig.post());
    QCOMPARE(outcome.applied, Applied::Yes);
    QCOMPARE(rig.server.requests().size(), 2);
    QCOMPARE(rig.server.requests().at(0).header("Authorization"), QByteArray("Bearer token-1"));
    QCOMPARE(rig.server.requests().at(1).header("Authorization"), QByteArray("Bearer token-2"));
    QCOMPARE(rig.authorizer.refusals, QList<QByteArray>{"Bearer token-1"});

    HttpRig<SystemClock> stubborn;
    stubborn.server.otherwise(ScriptedAnswer::json(401));
    outcome = stubborn.run(stubborn.post());
    QCOMPARE(outcome.applied, Applied::No);
    QCOMPARE(outcome.error->kind, ErrorKind::NotAllowed);
    QCOMPARE(codeOf(outcome), QStringLiteral("unauthorized"));
    QCOMPARE(stubborn.server.requests().size(), 2);
}

void TestHttpJob::tokenIsTakenForEachAttempt()
{
    HttpRig<SystemClock> rig;
    rig.server.script(ScriptedAnswer::json(429));
    rig.server.script(ScriptedAnswer::json(429));
    rig.server.script(ScriptedAnswer::json(201, kCreated));
    QCOMPARE(rig.run(rig.post()).applied, Applied::Yes);
    QCOMPARE(rig.authorizer.asked, 3);
}

void TestHttpJob::authorizationFails()
{
    HttpRig<SystemClock> rig;
    Error error;
    error.kind = ErrorKind::NotAllowed;
    error.code = QStringLiteral("invalid_client");
    rig.authorizer.error = error;
    const HttpOutcome outcome = rig.run(rig.post());
    QCOMPARE(outcome.applied, Applied::No);
    QCOMPARE(codeOf(outcome), QStringLiteral("invalid_client"));
    QCOMPARE(outcome.attempts, 0);
    QCOMPARE(rig.server.connections(), 0);
}

void TestHttpJob::unauthorizedRequestHasNoHeader()
{
    HttpRig<SystemClock> rig;
    rig.server.script(
        ScriptedAnswer::json(401, "{\"error\":\"invalid_client\",\"message\":\"s3cret\"}"));
    HttpRequest request = rig.post("grant_type=client_credentials");
    request.authorized = false;
    const HttpOutcome outcome = rig.run(request);
    QCOMPARE(rig.authorizer.asked, 0);
    QVERIFY(rig.authorizer.refusals.isEmpty());
    QCOMPARE(rig.server.requests().first().header("Authorization"), QByteArray());
    QCOMPARE(codeOf(outcome), QStringLiteral("unauthorized"));
    QVERIFY(!outcome.error->message.contains(QStringLiteral("s3cret")));
    QVERIFY(outcome.response.body.contains("invalid_client"));
}

void TestHttpJob::cancel_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<Applied>("applied");
    QTest::newRow("before the start") << QStringLiteral("start") << Applied::No;
    QTest::newRow("while the token is fetched") << QStringLiteral("authorize") << Applied::No;
    QTest::newRow("as the attempt starts") << QStringLiteral("attempt") << Applied::No;
    QTest::newRow("after sending") << QStringLiteral("sent") << Applied::Unknown;
    QTest::newRow("in the wait") << QStringLiteral("wait") << Applied::No;
    QTest::newRow("as the wait begins") << QStringLiteral("waiting") << Applied::No;
}

void TestHttpJob::cancel()
{
    QFETCH(QString, when);
    QFETCH(Applied, applied);
    HttpRig<FakeClock> rig;
    rig.random = 0.5;
    rig.authorizer.hanging = when == QLatin1String("authorize");
    const bool refuses = when.startsWith(QLatin1String("wait"));
    rig.server.otherwise(refuses ? ScriptedAnswer::json(429) : ScriptedAnswer::hang());
    HttpJob *job = rig.send(rig.post());
    QSignalSpy finished(job, &HttpJob::finished);
    QSignalSpy waited(job, &HttpJob::waiting);
    if (when == QLatin1String("authorize"))
        QTRY_COMPARE(rig.authorizer.asked, 1);
    else if (when == QLatin1String("sent"))
        QTRY_COMPARE(rig.server.requests().size(), 1);
    else if (when == QLatin1String("wait"))
        QTRY_COMPARE(waited.size(), 1);
    if (when == QLatin1String("attempt")) {
        connect(job, &HttpJob::attemptStarted, job, &HttpJob::cancel);
    } else if (when == QLatin1String("waiting")) {
        connect(job, &HttpJob::waiting, job, &HttpJob::cancel);
    } else {
        job->cancel();
        QVERIFY(finished.isEmpty()); // only ever from the event loop
    }
    QTRY_COMPARE(finished.size(), 1);
    const auto outcome = finished.first().first().value<HttpOutcome>();
    QCOMPARE(outcome.applied, applied);
    QCOMPARE(outcome.error->kind, ErrorKind::Cancelled);
    QCOMPARE(codeOf(outcome), QStringLiteral("cancelled"));
    rig.clock.advance(1h);
    QTest::qWait(10);
    QCOMPARE(finished.size(), 1);
    const bool wasSent = refuses || when == QLatin1String("sent");
    QCOMPARE(rig.server.requests().size(), wasSent ? 1 : 0);
}

void TestHttpJob::cancelDoesNotLoseAnAnswer_data()
{
    QTest::addColumn<bool>("atEnd");
    QTest::newRow("at its last byte") << false;
    QTest::newRow("at its end") << true;
}

void TestHttpJob::cancelDoesNotLoseAnAnswer()
{
    QFETCH(bool, atEnd);
    HttpRig<SystemClock> rig;
    // Without a length only the end of the connection ends the answer.
    rig.server.script(atEnd ? ScriptedAnswer::raw("HTTP/1.1 201 Created\r\n\r\n" + kCreated)
                            : ScriptedAnswer::json(201, kCreated));
    HttpJob *job = rig.send(rig.post());
    QSignalSpy finished(job, &HttpJob::finished);
    UrgentCancel cancel(job);
    connect(job, &HttpJob::attemptStarted, job, [&] {
        QMetaObject::invokeMethod(
            job,
            [&] {
                const auto *reply = job->findChild<QNetworkReply *>();
                const auto post = [&cancel] { cancel.post(); };
                if (atEnd)
                    connect(reply, &QNetworkReply::finished, &cancel, post);
                else
                    connect(reply, &QNetworkReply::readyRead, &cancel, post);
            },
            Qt::QueuedConnection);
    });
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(cancel.done);
    QCOMPARE(finished.first().first().value<HttpOutcome>().applied, Applied::Yes);
}

void TestHttpJob::cancelNeverDeniesWhatWasSent_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("with a body") << QByteArray("POST") << QByteArray("{}");
    QTest::newRow("without") << QByteArray("DELETE") << QByteArray();
}

void TestHttpJob::cancelNeverDeniesWhatWasSent()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    HttpRig<SystemClock> rig;
    rig.server.otherwise(ScriptedAnswer::hang());
    QSet<QString> denied;
    int unknown = 0;
    // Cancelled ever later on the request's way, from its start until long after it was sent.
    for (int step = 0; step < 200; ++step) {
        HttpRequest request = rig.bodyless(method);
        request.body = body;
        request.requestId = QString::number(step);
        HttpJob *job = rig.send(request);
        QElapsedTimer timer;
        timer.start();
        while (timer.nsecsElapsed() < step * 10'000)
            QCoreApplication::processEvents();
        job->cancel();
        const HttpOutcome outcome = rig.outcomeOf(job);
        if (outcome.applied == Applied::No)
            denied.insert(request.requestId);
        else
            ++unknown;
    }
    QTest::qWait(50);
    QVERIFY(!denied.isEmpty());
    QVERIFY(unknown > 0);
    for (const SeenRequest &seen : rig.server.requests())
        QVERIFY(!denied.contains(QString::fromLatin1(seen.header("X-Request-Id"))));
}

void TestHttpJob::deletedAnywhereItIsSilent()
{
    HttpRig<SystemClock> rig;
    rig.server.otherwise(ScriptedAnswer::json(429));
    // In its own signals, and while it does nothing.
    HttpJob *first = rig.send(rig.post());
    connect(first, &HttpJob::attemptStarted, this, [first] { delete first; });
    HttpJob *second = rig.send(rig.post());
    connect(second, &HttpJob::waiting, this, [second] { delete second; });
    HttpJob *third = rig.send(rig.post());
    bool over = false;
    connect(third, &HttpJob::finished, this, [third, &over] {
        delete third;
        over = true;
    });
    delete rig.send(rig.post());
    QTRY_VERIFY(over);
    QTRY_COMPARE(rig.client->findChildren<HttpJob *>().size(), 0);
}

void TestHttpJob::clientDiesFirst()
{
    HttpRig<SystemClock> rig;
    rig.server.otherwise(ScriptedAnswer::hang());
    QObject owner;
    HttpJob *sent = rig.client->send(rig.post(), rig.limits, rig.check, &owner);
    QSignalSpy sentFinished(sent, &HttpJob::finished);
    QTRY_COMPARE(rig.server.requests().size(), 1);
    HttpJob *fresh = rig.client->send(rig.post(), rig.limits, rig.check, &owner);
    QSignalSpy freshFinished(fresh, &HttpJob::finished);
    rig.client.reset();
    QTRY_COMPARE(sentFinished.size(), 1);
    QTRY_COMPARE(freshFinished.size(), 1);
    QCOMPARE(sentFinished.first().first().value<HttpOutcome>().applied, Applied::Unknown);
    QCOMPARE(freshFinished.first().first().value<HttpOutcome>().applied, Applied::No);
}

void TestHttpJob::unusableUrls_data()
{
    QTest::addColumn<QString>("url");
    for (const QString &url :
        {QStringLiteral("http://example.com/"), QStringLiteral("ftp://127.0.0.1/"),
            QStringLiteral("http://user:secret@127.0.0.1/"), QStringLiteral("https://"), QString(),
            QStringLiteral("file:///etc/passwd"), QStringLiteral("http://127.0.0.1.example.com/")})
        QTest::newRow(qPrintable(url.isEmpty() ? QStringLiteral("(empty)") : url)) << url;
}

void TestHttpJob::unusableUrls()
{
    QFETCH(QString, url);
    HttpRig<SystemClock> rig;
    HttpRequest request = rig.post();
    request.url = QUrl(url);
    const HttpOutcome outcome = rig.run(request);
    QCOMPARE(outcome.applied, Applied::No);
    QCOMPARE(outcome.error->kind, ErrorKind::Usage);
    QVERIFY(!outcome.error->message.contains(QStringLiteral("secret")));
    QCOMPARE(rig.authorizer.asked, 0);
}

void TestHttpJob::answerIsCapped()
{
    HttpRig<SystemClock> rig;
    rig.server.script(
        ScriptedAnswer::json(200, "{\"id\":\"" + QByteArray(kMaxAnswerBytes, 'x') + "\"}"));
    const HttpOutcome outcome = rig.run(rig.get());
    QCOMPARE(codeOf(outcome), QStringLiteral("answer_too_large"));
    QCOMPARE(outcome.applied, Applied::No);
    QVERIFY(outcome.response.body.isEmpty());
    QCOMPARE(rig.server.requests().size(), 1);

    rig.server.script(
        ScriptedAnswer::json(200, "{\"id\":\"" + QByteArray(kMaxAnswerBytes - 9, 'x') + "\"}"));
    QCOMPARE(rig.run(rig.get()).applied, Applied::Yes);
}

void TestHttpJob::fieldErrorsAreRead()
{
    HttpRig<SystemClock> rig;
    rig.server.script(ScriptedAnswer::json(400,
        R"({"code":"invalid","message":"Two\n\tfields \u0007are wrong","correlationId":"c-9",
            "errors":[{"field":"capacity","code":"range","message":"1 to 5000"},
                      {"field":"overflow.overflowThreshold"}, 7, {}]})"));
    HttpOutcome outcome = rig.run(rig.post());
    QCOMPARE(outcome.error->fields.size(), 2);
    QCOMPARE(outcome.error->fields.at(0).field, QStringLiteral("capacity"));
    QCOMPARE(outcome.error->fields.at(0).code, QStringLiteral("range"));
    QCOMPARE(outcome.error->fields.at(0).message, QStringLiteral("1 to 5000"));
    QCOMPARE(outcome.error->fields.at(1).field, QStringLiteral("overflow.overflowThreshold"));
    QCOMPARE(outcome.error->requestId, QStringLiteral("c-9"));
    QVERIFY(outcome.error->message.contains(QStringLiteral("“Two fields are wrong”")));

    rig.server.script(ScriptedAnswer::json(422, "{\"message\":\"" + QByteArray(500, 'm') + "\"}"));
    outcome = rig.run(rig.post());
    QVERIFY(outcome.error->message.contains(QString(199, QLatin1Char('m')) + QChar(0x2026)));
    QVERIFY(!outcome.error->message.contains(QString(200, QLatin1Char('m'))));

    rig.server.script(ScriptedAnswer::json(400, "<nonsense"));
    outcome = rig.run(rig.post());
    QVERIFY(outcome.error->fields.isEmpty());
    QCOMPARE(codeOf(outcome), QStringLiteral("bad_request"));

    // A tenant that repeats the token in its answer isn't quoted.
    rig.server.script(ScriptedAnswer::json(400, "{\"message\":\"bad token-1 there\"}"));
    outcome = rig.run(rig.post());
    QVERIFY(!outcome.error->message.contains(QStringLiteral("token-1")));
}

void TestHttpJob::connectionRefusedIsRetried()
{
    HttpRig<FakeClock> rig;
    rig.random = 0.5;
    const quint16 port = rig.server.serverPort();
    const HttpRequest request = rig.post();
    rig.server.close();
    HttpJob *job = rig.send(request);
    QSignalSpy waited(job, &HttpJob::waiting);
    QSignalSpy finished(job, &HttpJob::finished);
    QTRY_COMPARE(waited.size(), 1);
    QCOMPARE(waitingOf(waited).httpStatus, 0);
    QVERIFY(rig.server.listen(QHostAddress::LocalHost, port));
    rig.server.script(ScriptedAnswer::json(201, kCreated));
    rig.clock.advance(waitingOf(waited).delay);
    QTRY_COMPARE(finished.size(), 1);
    const auto outcome = finished.first().first().value<HttpOutcome>();
    QCOMPARE(outcome.applied, Applied::Yes);
    QCOMPARE(outcome.attempts, 1);
    QCOMPARE(rig.server.requests().size(), 1);
}

Q_DECLARE_METATYPE(queuesmith::ScriptedAnswer)
QTEST_GUILESS_MAIN(TestHttpJob)
#include "tst_httpjob.moc"
