#include "httprig.h"

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

} // namespace

/// Several attempts of one request: when, how often and with what in between.
class TestHttpRetry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

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
    void connectionRefusedIsRetried();
    void largeAnswersBesideAreNoHeaders();
};

void TestHttpRetry::readIsRepeated_data()
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

void TestHttpRetry::readIsRepeated()
{
    QFETCH(ScriptedAnswer, answer);
    HttpRig<SystemClock> rig;
    rig.server.script(answer);
    rig.server.script(answer);
    rig.server.otherwise(ScriptedAnswer::json(200, kCreated));
    const HttpOutcome outcome = rig.run(rig.get());
    QCOMPARE(outcome.applied, Applied::Yes);
    // Qt may repeat a GET by itself when the connection dies; that is harmless, but not counted.
    QVERIFY(outcome.attempts == 3 || (answer.close && outcome.attempts == 2));
    QVERIFY(
        rig.server.requests().size() == 3 || (answer.close && rig.server.requests().size() > 3));
}

void TestHttpRetry::changeIsRepeatedOnlyAfterARefusal()
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

void TestHttpRetry::givesUpAfterItsAttempts()
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

void TestHttpRetry::retryAfterIsWaitedFor()
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
    QVERIFY(makeRoundTrips());
    QCOMPARE(rig.server.requests().size(), 1);
    job->retryNow(); // no way around what the tenant demands
    QVERIFY(makeRoundTrips());
    QCOMPARE(rig.server.requests().size(), 1);
    rig.clock.advance(2s); // its pace is known now as well
    QTRY_COMPARE(finished.size(), 1);
    const auto outcome = finished.first().first().value<HttpOutcome>();
    QCOMPARE(outcome.applied, Applied::Yes);
    QCOMPARE(outcome.attempts, 2);
    QCOMPARE(outcome.deadlineUsed, 0ms);
    QVERIFY(outcome.latency >= 1h);
}

void TestHttpRetry::retryAfterByDateUsesTheTenantsClock()
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

void TestHttpRetry::retryAfterTooLong()
{
    HttpRig<FakeClock> rig;
    rig.server.script(ScriptedAnswer::json(429, "{}", {{"Retry-After", "3601"}}));
    const HttpOutcome outcome = rig.run(rig.post());
    QCOMPARE(outcome.applied, Applied::No);
    QCOMPARE(outcome.error->kind, ErrorKind::Throttled);
    QCOMPARE(codeOf(outcome), QStringLiteral("retry_after_too_long"));
    QCOMPARE(*outcome.error->retryAfter, milliseconds(3601s));
}

void TestHttpRetry::retryNowSkipsOnlyOurOwnDelay()
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
    QVERIFY(makeRoundTrips());
    QCOMPARE(rig.server.requests().size(), 2);
    rig.clock.advance(1ms);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(rig.server.requests().size(), 3);
    QCOMPARE(finished.first().first().value<HttpOutcome>().deadlineUsed, 900ms);
}

void TestHttpRetry::deadlineCountsBackoffButNotRetryAfter()
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

void TestHttpRetry::anHourOfRetries()
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

void TestHttpRetry::connectionRefusedIsRetried()
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

// Not beside the floods of tst_httpjob, whose megabytes the system keeps for a while.
void TestHttpRetry::largeAnswersBesideAreNoHeaders()
{
    HttpRig<SystemClock> rig;
    ScriptedAnswer slow = ScriptedAnswer::json(200, kCreated);
    slow.dripMs = 15;
    rig.server.script(slow);
    rig.server.otherwise(
        ScriptedAnswer::json(200, "{\"id\":\"" + QByteArray(7'000'000, 'x') + "\"}"));
    HttpJob *first = rig.send(rig.post());
    QSignalSpy finished(first, &HttpJob::finished);
    QTRY_COMPARE(rig.server.requests().size(), 1);
    int answers = 0;
    while (finished.isEmpty() && answers < 1000) {
        QCOMPARE(rig.run(rig.get()).applied, Applied::Yes);
        ++answers;
    }
    QCOMPARE(finished.first().first().value<HttpOutcome>().applied, Applied::Yes);
    QVERIFY(answers > 1);
}

QTEST_GUILESS_MAIN(TestHttpRetry)
#include "tst_httpretry.moc"
