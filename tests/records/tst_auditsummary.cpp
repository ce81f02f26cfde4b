#include "fakeclock.h"
#include "fixture.h"
#include "records/auditsummary.h"

#include <QTemporaryDir>

using namespace queuesmith;
using namespace std::chrono_literals;

namespace {
/// A record by what counts of it.
AuditRecord step(AuditAction action, AuditOutcome outcome, std::optional<bool> validated = {},
    std::optional<int> attempts = {}, std::optional<std::chrono::milliseconds> latency = {})
{
    AuditRecord step = record(action, outcome, QStringLiteral("c-1"));
    step.validationSuccess = validated;
    step.attempts = attempts;
    step.creationLatency = latency;
    return step;
}

QList<AuditRecord> created(const QList<std::chrono::milliseconds> &latencies)
{
    QList<AuditRecord> list;
    for (const auto latency : latencies)
        list.append(step(AuditAction::QueueProvisioned, AuditOutcome::Success, true, 1, latency));
    return list;
}

/// What the file's records sum up to.
Result<AuditSummary> summarized(Records &records, const AuditFilter &filter = {})
{
    return awaited<Result<AuditSummary>>([&](QObject *context, auto done) {
        records.summarize(filter, {}, context, std::move(done));
    });
}
} // namespace

/// The figures over the audit log.
class TestAuditSummary : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;

    [[nodiscard]] QString file() const
    {
        return m_folder->filePath(QStringLiteral("audit.sqlite"));
    }

private Q_SLOTS:
    void init();
    void countsEachOperationOnce_data();
    void countsEachOperationOnce();
    void ranksLatencies_data();
    void ranksLatencies();
    void countsWhatCantBeRead();
    void followsTheFilter();
    void givesNothingOnceCancelled();
    void refusesWhileClosed();
};

void TestAuditSummary::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestAuditSummary::countsEachOperationOnce_data()
{
    QTest::addColumn<QList<AuditRecord>>("steps");
    QTest::addColumn<AuditSummary>("expected");

    using Action = AuditAction;
    using Outcome = AuditOutcome;
    const auto row = [](const char *name, const QList<AuditRecord> &steps, auto set) {
        AuditSummary expected;
        expected.records = steps.size();
        set(expected);
        QTest::newRow(name) << steps << expected;
    };
    const AuditRecord intent = step(Action::QueueProvisioned, Outcome::Intent, true, 9, 9ms);
    const AuditRecord unknown = step(Action::QueueProvisioned, Outcome::Unknown, true, 9, 9ms);

    row("nothing", {}, [](AuditSummary &) {});
    row("intent only", {intent}, [](AuditSummary &) {});
    row("told as unknown twice", {intent, unknown, unknown}, [](AuditSummary &) {});
    row("settled after unknown",
        {intent, unknown, step(Action::QueueProvisioned, Outcome::Success, true, 3, 40ms)},
        [](AuditSummary &sum) {
            sum.validation = {1, 1};
            sum.provisioning = {1, 1};
            sum.latencies = 1;
            sum.latencyMedian = sum.latency95 = 40ms;
            sum.attempts = 3;
            sum.attemptsTold = 1;
        });
    row("refused by the tenant",
        {intent, step(Action::QueueUpdated, Outcome::Failure, true, 2, 5ms)},
        [](AuditSummary &sum) {
            sum.validation = {1, 1};
            sum.provisioning = {0, 1};
            sum.attempts = 2;
            sum.attemptsTold = 1;
        });
    row("conflict", {step(Action::QueueProvisioned, Outcome::Rejected, true)},
        [](AuditSummary &sum) {
            sum.validation = {1, 1};
            sum.provisioning = {0, 1};
        });
    row("cancelled is left out of provisioning",
        {intent, step(Action::QueueProvisioned, Outcome::Cancelled, {}, 0)}, [](AuditSummary &sum) {
            sum.cancelled = 1;
            sum.attemptsTold = 1;
        });
    row("rejected by the checks", {step(Action::ValidationRejected, Outcome::Rejected, false)},
        [](AuditSummary &sum) {
            sum.validation = {0, 1};
        });
    row("a rejection that doesn't say so", {step(Action::ValidationRejected, Outcome::Rejected)},
        [](AuditSummary &sum) {
            sum.validation = {0, 1};
        });
    row("other actions",
        {step(Action::SignedIn, Outcome::Success),
            step(Action::QueueDeleted, Outcome::Success, {}, 1),
            step(Action::WfmExportCreated, Outcome::Failure, {}, 4)},
        [](AuditSummary &sum) {
            sum.attempts = 5;
            sum.attemptsTold = 2;
        });
}

void TestAuditSummary::countsEachOperationOnce()
{
    QFETCH(QList<AuditRecord>, steps);
    QFETCH(AuditSummary, expected);
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    if (!steps.isEmpty())
        VERIFY_OK(log.append(steps));
    const auto summary = summarized(log.records);
    VERIFY_OK(summary);
    QCOMPARE(summary.value(), expected);
}

void TestAuditSummary::ranksLatencies_data()
{
    QTest::addColumn<int>("values"); // 1 ms, 2 ms, …
    QTest::addColumn<int>("median");
    QTest::addColumn<int>("high");

    QTest::newRow("1") << 1 << 1 << 1;
    QTest::newRow("2") << 2 << 1 << 2;
    QTest::newRow("3") << 3 << 2 << 3;
    QTest::newRow("19") << 19 << 10 << 19;
    QTest::newRow("20") << 20 << 10 << 19;
    QTest::newRow("100") << 100 << 50 << 95;
    QTest::newRow("101") << 101 << 51 << 96;
}

void TestAuditSummary::ranksLatencies()
{
    QFETCH(int, values);
    QList<std::chrono::milliseconds> latencies;
    for (int value = values; value > 0; --value)
        latencies.append(std::chrono::milliseconds(value));
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    VERIFY_OK(log.append(created(latencies)));
    const auto summary = summarized(log.records);
    VERIFY_OK(summary);
    QCOMPARE(summary.value().latencies, values);
    QTEST(int(summary.value().latencyMedian.value().count()), "median");
    QTEST(int(summary.value().latency95.value().count()), "high");
}

void TestAuditSummary::countsWhatCantBeRead()
{
    AuditSummarizer summarizer;
    summarizer.add(word(AuditAction::QueueProvisioned), word(AuditOutcome::Success), "broken");
    AuditSummary expected;
    expected.records = 1;
    expected.provisioning = {1, 1};
    QCOMPARE(summarizer.summary(), expected);
}

void TestAuditSummary::followsTheFilter()
{
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    auto steps = created({10ms, 20ms, 30ms});
    steps[1].queueName = QStringLiteral("Billing");
    VERIFY_OK(log.append(steps));
    AuditFilter filter;
    filter.text = QStringLiteral("BILL");
    const auto summary = summarized(log.records, filter);
    VERIFY_OK(summary);
    QCOMPARE(summary.value().records, 1);
    QCOMPARE(summary.value().latencyMedian, 20ms);
}

void TestAuditSummary::givesNothingOnceCancelled()
{
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    VERIFY_OK(log.append(created({10ms})));
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    QList<ErrorKind> kinds;
    log.records.summarize({}, cancelled, this, [&kinds](const Result<AuditSummary> &summary) {
        kinds.append(summary ? ErrorKind::Usage : summary.error().kind);
    });
    log.records.listRecords(
        {}, cancelled, this, [&kinds](const Result<QList<StoredRecord>> &records) {
            kinds.append(records ? ErrorKind::Usage : records.error().kind);
        });
    // Even when the work itself was done by then, the answer is on its way only.
    cancelled->store(true);
    QTRY_COMPARE(kinds, (QList<ErrorKind>{ErrorKind::Cancelled, ErrorKind::Cancelled}));
}

void TestAuditSummary::refusesWhileClosed()
{
    Records records(file(), m_clock);
    const auto summary = summarized(records);
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, QStringLiteral("audit_closed"));
}

QTEST_GUILESS_MAIN(TestAuditSummary)
#include "tst_auditsummary.moc"
