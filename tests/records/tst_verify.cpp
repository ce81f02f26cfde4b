#include "fakeclock.h"
#include "fixture.h"
#include "records/auditchain.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace queuesmith;

/// What verification finds, and what the file itself refuses.
class TestVerify : public QObject {
    Q_OBJECT

    void fill(int records);
    [[nodiscard]] QString file() const
    {
        return m_folder->filePath(QStringLiteral("audit.sqlite"));
    }
    Verification verified(const std::optional<ExpectedHead> &expected = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;

private Q_SLOTS:
    void init();

    void acceptsAnHonestLog();
    void acceptsAnEmptyLog();
    void chainsTheStoredBytes();
    void refusesChanges_data();
    void refusesChanges();
    void findsTampering_data();
    void findsTampering();
    void findsACutTailByItsNotedHead();
    void findsARewrittenLogByItsNotedHead();
    void findsADamagedPage();
    void judgesOutcomes_data();
    void judgesOutcomes();
    void reportsProgress();
};

void TestVerify::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestVerify::fill(int records)
{
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.open());
    QList<AuditRecord> list;
    for (int i = 0; i < records; ++i) {
        list.append(record(AuditAction::ValidationRejected, AuditOutcome::Rejected,
            QStringLiteral("c-%1").arg(i), QStringLiteral("Queue %1").arg(i)));
    }
    VERIFY_OK(log.append(list));
}

Verification TestVerify::verified(const std::optional<ExpectedHead> &expected)
{
    WaitingRecords log(file(), m_clock);
    const Status opened = log.openReadOnly();
    if (!opened)
        return {false, -1, -1, 0, {}, opened.error().message};
    const auto result = log.verify(expected);
    return result ? result.value() : Verification{false, -1, -1, 0, {}, result.error().message};
}

void TestVerify::acceptsAnHonestLog()
{
    fill(10);
    const Verification result = verified();
    QVERIFY2(result.ok, qPrintable(result.what));
    QCOMPARE(result.records, 10);
    QCOMPARE(result.firstBad, 0);
    QCOMPARE(result.openIntents, 0);
    QCOMPARE(result.head.size(), 32);
    const Verification again = verified(ExpectedHead{result.head, 10});
    QVERIFY2(again.ok, qPrintable(again.what));
}

void TestVerify::acceptsAnEmptyLog()
{
    fill(0);
    const Verification result = verified();
    QVERIFY2(result.ok, qPrintable(result.what));
    QCOMPARE(result.records, 0);
    QCOMPARE(result.head.size(), 32);
    QVERIFY(verified(ExpectedHead{result.head, 0}).ok);
}

void TestVerify::chainsTheStoredBytes()
{
    fill(3);
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.openReadOnly());
    const QList<StoredRecord> newestFirst = log.list().value();
    QCOMPARE(newestFirst.size(), 3);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(newestFirst[i].hash,
            chainHash(newestFirst[i].seq, newestFirst[i + 1].hash, newestFirst[i].payload));
    }
    const QJsonObject payload = payloadOf(newestFirst.first());
    QCOMPARE(canonicalJson(payload), newestFirst.first().payload);
    QCOMPARE(payload.value(QStringLiteral("actor")).toString(), QStringLiteral("ada"));
    QCOMPARE(payload.value(QStringLiteral("timestamp")).toString(),
        QStringLiteral("2026-01-05T10:00:00.000Z"));
}

void TestVerify::refusesChanges_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("update") << QStringLiteral("UPDATE audit SET actor = 'eve' WHERE seq = 2");
    QTest::newRow("delete") << QStringLiteral("DELETE FROM audit WHERE seq = 3");
    QTest::newRow("delete all") << QStringLiteral("DELETE FROM audit");
    QTest::newRow("replace") << QStringLiteral(
        "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 2");
    QTest::newRow("insert in front") << QStringLiteral(
        "INSERT INTO audit SELECT 0, payload, hash, event_id, timestamp, actor, tenant, "
        "audit_action, outcome, queue_id, queue_name, correlation_id FROM audit WHERE seq = 2");
    QTest::newRow("leave a gap") << QStringLiteral(
        "INSERT INTO audit SELECT 9, payload, hash, event_id, timestamp, actor, tenant, "
        "audit_action, outcome, queue_id, queue_name, correlation_id FROM audit WHERE seq = 2");
    QTest::newRow("log id") << QStringLiteral("UPDATE audit_log SET log_id = 'x'");
    QTest::newRow("no log id") << QStringLiteral("DELETE FROM audit_log");
}

void TestVerify::refusesChanges()
{
    QFETCH(QString, statement);
    fill(3);
    QVERIFY(!tamper(file(), {statement}).isEmpty());
    const Verification result = verified();
    QVERIFY2(result.ok, qPrintable(result.what));
    QCOMPARE(result.records, 3);
}

void TestVerify::findsTampering_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<qint64>("firstBad");

    const auto row = [](const char *name, qint64 firstBad, const QStringList &statements) {
        QTest::newRow(name) << statements << firstBad;
    };
    row("payload changed", 3,
        {QStringLiteral("UPDATE audit SET payload = CAST(replace(payload, 'ada', 'eve') AS BLOB), "
                        "actor = 'eve' WHERE seq = 3")});
    row("first changed", 1,
        {QStringLiteral("UPDATE audit SET payload = CAST(replace(payload, 'ada', 'eve') AS BLOB), "
                        "actor = 'eve' WHERE seq = 1")});
    row("hash changed", 2, {QStringLiteral("UPDATE audit SET hash = zeroblob(32) WHERE seq = 2")});
    row("hash cut", 2,
        {QStringLiteral("UPDATE audit SET hash = substr(hash, 1, 31) WHERE seq = 2")});
    row("log id changed", 1, {QStringLiteral("UPDATE audit_log SET log_id = 'x'")});
    row("removed", 3, {QStringLiteral("DELETE FROM audit WHERE seq = 3")});
    row("first removed", 1, {QStringLiteral("DELETE FROM audit WHERE seq = 1")});
    row("removed and renumbered", 3,
        {QStringLiteral("DELETE FROM audit WHERE seq = 3"),
            QStringLiteral("UPDATE audit SET seq = seq - 1 WHERE seq > 3")});
    row("inserted", 4,
        {QStringLiteral("UPDATE audit SET seq = -seq WHERE seq > 3"),
            QStringLiteral("UPDATE audit SET seq = 1 - seq WHERE seq < 0"),
            QStringLiteral("INSERT INTO audit SELECT 4, payload, hash, event_id, timestamp, actor, "
                           "tenant, audit_action, outcome, queue_id, queue_name, correlation_id "
                           "FROM audit WHERE seq = 2")});
    row("inserted in front", 1,
        {QStringLiteral("INSERT INTO audit SELECT 0, payload, hash, event_id, timestamp, actor, "
                        "tenant, audit_action, outcome, queue_id, queue_name, correlation_id "
                        "FROM audit WHERE seq = 2")});
    row("swapped", 2,
        {QStringLiteral("UPDATE audit SET seq = 99 WHERE seq = 2"),
            QStringLiteral("UPDATE audit SET seq = 2 WHERE seq = 3"),
            QStringLiteral("UPDATE audit SET seq = 3 WHERE seq = 99")});
    for (const char *column : {"event_id", "timestamp", "actor", "tenant", "audit_action",
             "outcome", "queue_id", "queue_name", "correlation_id"}) {
        QTest::addRow("search column %s", column) << QStringList{
            QStringLiteral("UPDATE audit SET %1 = 'x' WHERE seq = 4")
                .arg(QLatin1StringView(column))} << qint64{4};
    }
}

void TestVerify::findsTampering()
{
    QFETCH(QStringList, statements);
    QFETCH(qint64, firstBad);
    fill(5);
    QStringList all{QStringLiteral("DROP TRIGGER audit_no_update"),
        QStringLiteral("DROP TRIGGER audit_no_delete"),
        QStringLiteral("DROP TRIGGER audit_append_only"),
        QStringLiteral("DROP TRIGGER audit_log_no_update")};
    QCOMPARE(tamper(file(), all + statements), QString());
    const Verification result = verified();
    QVERIFY(!result.ok);
    QVERIFY2(result.records >= 4, qPrintable(result.what));
    if (result.firstBad != firstBad)
        qInfo() << result.what;
    QCOMPARE(result.firstBad, firstBad);
    QVERIFY(!result.what.isEmpty());
}

void TestVerify::findsACutTailByItsNotedHead()
{
    fill(5);
    const ExpectedHead noted{verified().head, 5};
    QCOMPARE(tamper(file(),
                 {QStringLiteral("DROP TRIGGER audit_no_delete"),
                     QStringLiteral("DELETE FROM audit WHERE seq > 3")}),
        QString());
    QVERIFY(verified().ok); // without the noted head there is nothing to see
    const Verification result = verified(noted);
    QVERIFY(!result.ok);
    QCOMPARE(result.firstBad, 4);
    QCOMPARE(result.records, 3);
}

void TestVerify::findsARewrittenLogByItsNotedHead()
{
    fill(5);
    const ExpectedHead noted{verified().head, 5};
    QVERIFY(QFile::remove(file()));
    fill(7); // other event ids, another log id
    QVERIFY(verified().ok);
    const Verification result = verified(noted);
    QVERIFY(!result.ok);
    QCOMPARE(result.firstBad, 5);
}

void TestVerify::findsADamagedPage()
{
    fill(400);
    QFile log(file());
    QVERIFY(log.open(QIODevice::ReadWrite));
    const QByteArray content = log.readAll();
    const qsizetype place = content.indexOf("\"Queue 200\"") / 4096 * 4096;
    QVERIFY(place > 4096);
    QVERIFY(log.seek(place));
    log.write(QByteArray(4096, '\x5a'));
    log.close();
    const Verification result = verified();
    QVERIFY(!result.ok);
    QVERIFY2(result.firstBad > 1 && result.firstBad <= 201, qPrintable(result.what));
}

void TestVerify::judgesOutcomes_data()
{
    using enum AuditAction;
    using enum AuditOutcome;
    QTest::addColumn<QList<std::pair<AuditAction, AuditOutcome>>>("steps");
    QTest::addColumn<qint64>("firstBad");
    QTest::addColumn<qint64>("openIntents");

    const auto row = [](const char *name, qint64 firstBad, qint64 openIntents,
                         const QList<std::pair<AuditAction, AuditOutcome>> &steps) {
        QTest::newRow(name) << steps << firstBad << openIntents;
    };
    for (const AuditOutcome final : {Success, Rejected, Failure, Cancelled}) {
        row(qPrintable(QStringLiteral("intent, ") + word(final)), 0, 0,
            {{QueueProvisioned, Intent}, {QueueProvisioned, final}});
        row(qPrintable(QStringLiteral("two unknown, then ") + word(final)), 0, 0,
            {{QueueProvisioned, Intent}, {QueueProvisioned, Unknown}, {QueueProvisioned, Unknown},
                {QueueProvisioned, final}});
        row(qPrintable(QStringLiteral("final twice: ") + word(final)), 3, 0,
            {{QueueProvisioned, Intent}, {QueueProvisioned, Success}, {QueueProvisioned, final}});
    }
    row("open intent", 0, 1, {{QueueProvisioned, Intent}});
    row("open after unknown", 0, 1, {{QueueProvisioned, Intent}, {QueueProvisioned, Unknown}});
    row("unknown after the final", 3, 0,
        {{QueueProvisioned, Intent}, {QueueProvisioned, Success}, {QueueProvisioned, Unknown}});
    row("intent after the final", 3, 0,
        {{QueueProvisioned, Intent}, {QueueProvisioned, Success}, {QueueProvisioned, Intent}});
    row("success without intent", 1, 0, {{QueueProvisioned, Success}});
    row("failure without intent", 2, 0, {{SignedIn, Success}, {WfmExportCreated, Failure}});
    row("unknown without intent", 1, 0, {{QueueProvisioned, Unknown}});
    row("rejected without intent", 0, 0, {{QueueProvisioned, Rejected}});
    row("cancelled without intent", 0, 0, {{QueueProvisioned, Cancelled}});
    row("sign-ins need none", 0, 0,
        {{SignedIn, Success}, {SignedIn, Success}, {SignInFailed, Failure}});
    row("each action by itself", 0, 1,
        {{QueueProvisioned, Intent}, {WfmExportCreated, Intent}, {WfmExportCreated, Success}});
    row("the outcome before the intent", 1, 1,
        {{QueueProvisioned, Success}, {QueueProvisioned, Intent}});
}

void TestVerify::judgesOutcomes()
{
    using Steps = QList<std::pair<AuditAction, AuditOutcome>>;
    QFETCH(Steps, steps);
    QFETCH(qint64, firstBad);
    QFETCH(qint64, openIntents);
    fill(0);
    {
        WaitingRecords log(file(), m_clock);
        VERIFY_OK(log.open());
        for (const auto &[action, outcome] : steps)
            VERIFY_OK(log.append({record(action, outcome, QStringLiteral("c-1"))}));
        // Another operation's records between don't matter.
        VERIFY_OK(log.append({record(AuditAction::QueueProvisioned, AuditOutcome::Intent,
                                  QStringLiteral("c-2")),
            record(AuditAction::QueueProvisioned, AuditOutcome::Success, QStringLiteral("c-2"))}));
    }
    const Verification result = verified();
    if (result.firstBad != firstBad)
        qInfo() << result.what;
    QCOMPARE(result.firstBad, firstBad);
    QCOMPARE(result.ok, firstBad == 0);
    QCOMPARE(result.openIntents, openIntents);
}

void TestVerify::reportsProgress()
{
    fill(2500);
    WaitingRecords log(file(), m_clock);
    VERIFY_OK(log.openReadOnly());
    const QSignalSpy progressed(&log.records, &Records::progressed);
    QVERIFY(log.verify().value().ok);
    QCOMPARE(progressed.count(), 2);
    QCOMPARE(progressed.last(), (QVariantList{qint64{2000}, qint64{2500}}));
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
