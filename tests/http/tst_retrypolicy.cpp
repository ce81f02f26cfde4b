#include "http/retrypolicy.h"

#include <QRegularExpression>
#include <QTest>

using namespace queuesmith;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class TestRetryPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void jitterKeepsItsBounds_data();
    void jitterKeepsItsBounds();
    void decides_data();
    void decides();
};

void TestRetryPolicy::jitterKeepsItsBounds_data()
{
    QTest::addColumn<int>("baseMs");
    QTest::addColumn<int>("retry");
    QTest::addColumn<int>("ceilingMs");
    const auto row = [](int base, int retry, int ceiling) {
        QTest::addRow("base %d, retry %d", base, retry) << base << retry << ceiling;
    };
    row(500, 1, 500);
    row(500, 2, 1'000);
    row(500, 3, 2'000);
    row(500, 6, 16'000);
    row(500, 7, 20'000);
    row(500, 1'000'000, 20'000);
    row(1'000, 1, 1'000);
    row(1'000, 5, 16'000);
    row(1'000, 6, 20'000);
    row(500, 0, 500);
}

void TestRetryPolicy::jitterKeepsItsBounds()
{
    QFETCH(int, baseMs);
    QFETCH(int, retry);
    QFETCH(int, ceilingMs);
    QCOMPARE(jitter(milliseconds(baseMs), retry, 0.0), 0ms);
    QCOMPARE(jitter(milliseconds(baseMs), retry, 0.5), milliseconds(ceilingMs / 2));
    QVERIFY(jitter(milliseconds(baseMs), retry, 0.999999) < milliseconds(ceilingMs));
    QVERIFY(jitter(milliseconds(baseMs), retry, 0.999999) >= milliseconds(ceilingMs - 1));
}

void TestRetryPolicy::decides_data()
{
    QTest::addColumn<RetrySituation>("situation");
    QTest::addColumn<GiveUp>("giveUp");
    QTest::addColumn<int>("delayMs");
    QTest::addColumn<WaitReason>("reason");

    RetrySituation usual;
    usual.deadlineLeft = 100s;
    usual.random = 0.5;
    const auto row = [](const char *name, const RetrySituation &situation, GiveUp giveUp,
                         int delayMs, WaitReason reason) {
        QTest::newRow(name) << situation << giveUp << delayMs << reason;
    };
    const auto with = [&usual](auto change) {
        RetrySituation situation = usual;
        change(situation);
        return situation;
    };
    using S = RetrySituation;
    row("transient", usual, GiveUp::No, 250, WaitReason::Backoff);
    row("throttled", with([](S &s) { s.throttled = true; }), GiveUp::No, 500, WaitReason::Backoff);
    row("third retry", with([](S &s) { s.attemptsMade = 3; }), GiveUp::No, 1000,
        WaitReason::Backoff);
    row("Retry-After is the lower bound", with([](S &s) { s.retryAfter = 7s; }), GiveUp::No, 7000,
        WaitReason::RetryAfter);
    row("our own delay is longer", with([](S &s) { s.retryAfter = 100ms; }), GiveUp::No, 250,
        WaitReason::Backoff);
    row("Retry-After of nothing", with([](S &s) { s.retryAfter = 0s; }), GiveUp::No, 250,
        WaitReason::Backoff);
    row("an hour", with([](S &s) { s.retryAfter = 60min; }), GiveUp::No, 3'600'000,
        WaitReason::RetryAfter);
    row("beyond an hour", with([](S &s) { s.retryAfter = 60min + 1s; }), GiveUp::RetryAfterTooLong,
        3'601'000, WaitReason::RetryAfter);
    row("last attempt", with([](S &s) { s.attemptsMade = 5; }), GiveUp::Attempts, 4000,
        WaitReason::Backoff);
    row("one attempt only", with([](S &s) { s.maxAttempts = 1; }), GiveUp::Attempts, 250,
        WaitReason::Backoff);
    row("deadline used up", with([](S &s) { s.deadlineLeft = 0s; }), GiveUp::Deadline, 250,
        WaitReason::Backoff);
    row("no time for the delay", with([](S &s) { s.deadlineLeft = 250ms; }), GiveUp::Deadline, 250,
        WaitReason::Backoff);
    row("just time for the delay", with([](S &s) { s.deadlineLeft = 251ms; }), GiveUp::No, 250,
        WaitReason::Backoff);
    row("the deadline doesn't count a Retry-After", with([](S &s) {
        s.retryAfter = 10min;
        s.deadlineLeft = 1s;
    }),
        GiveUp::No, 600'000, WaitReason::RetryAfter);
    row("budget spent", with([](S &s) { s.budgetLeft = false; }), GiveUp::Budget, 250,
        WaitReason::Backoff);
}

void TestRetryPolicy::decides()
{
    QFETCH(RetrySituation, situation);
    QFETCH(GiveUp, giveUp);
    QFETCH(int, delayMs);
    QFETCH(WaitReason, reason);
    const RetryDecision decision = decideRetry(situation);
    QCOMPARE(decision.giveUp, giveUp);
    QCOMPARE(decision.delay, milliseconds(delayMs));
    QCOMPARE(decision.reason, reason);
    QCOMPARE(decision.demanded, situation.retryAfter.value_or(0s));
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
