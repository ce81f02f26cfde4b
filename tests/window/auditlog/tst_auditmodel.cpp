#include "fakeclock.h"
#include "fixture.h"
#include "patience.h"
#include "variedlog.h"
#include "window/appearance/status.h"
#include "window/auditlog/auditfigures.h"
#include "window/auditlog/auditmodel.h"
#include "window/tables/statusdelegate.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace queuesmith;

/// The table of the audit log, page by page, over a real file.
class TestAuditModel : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<WaitingRecords> m_log;

    [[nodiscard]] static QList<qint64> numbers(const AuditModel &model)
    {
        QList<qint64> list;
        for (int row = 0; row < model.rowCount(); ++row)
            list.append(model.entry(row).seq);
        return list;
    }
    [[nodiscard]] static QList<qint64> from(qint64 newest, qsizetype count)
    {
        QList<qint64> list;
        for (qsizetype i = 0; i < count; ++i)
            list.append(newest - i);
        return list;
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void loadsPageByPage();
    void readsEachPageOnceHoweverOftenItIsAskedFor();
    void putsNewRecordsOnTop();
    void startsAnewWhenTooManyAreNew();
    void dropsTheAnswerToAnOlderFilter();
    void keepsWhatIsShownUntilTheNextFilterAnswers();
    void saysWhyItCantRead();
    void showsEachCell();
    void showsARecordThatCantBeRead();
    void figuresFollowTheNewestFilter();
};

void TestAuditModel::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<FakeClock>();
    m_log = std::make_unique<WaitingRecords>(
        m_folder->filePath(QStringLiteral("audit.sqlite")), *m_clock);
    VERIFY_OK(m_log->open());
}

void TestAuditModel::cleanup()
{
    m_log.reset();
    m_clock.reset();
    m_folder.reset();
}

void TestAuditModel::loadsPageByPage()
{
    const int count = 2 * AuditModel::kPage + 30;
    VERIFY_OK(m_log->append(variedRecords(count)));
    AuditModel model(m_log->records, *m_clock);
    QVERIFY(!model.canFetchMore({}));
    model.setFilter({});
    QVERIFY(model.isLoading());
    QTRY_COMPARE(model.rowCount(), AuditModel::kPage);
    QCOMPARE(numbers(model), from(count, AuditModel::kPage));
    QVERIFY(!model.isComplete());
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), 2 * AuditModel::kPage);
    model.fetchMore({});
    model.fetchMore({}); // asked twice, read once
    QTRY_COMPARE(model.rowCount(), count);
    QVERIFY(model.isComplete());
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(numbers(model), from(count, count));
    QCOMPARE(model.rowOf(1), count - 1);
    QCOMPARE(model.rowOf(count + 1), -1);
}

void TestAuditModel::readsEachPageOnceHoweverOftenItIsAskedFor()
{
    const int count = 2 * AuditModel::kPage + 30;
    VERIFY_OK(m_log->append(variedRecords(count)));
    AuditModel model(m_log->records, *m_clock);
    // It asks for more at every signal, also while rows come in.
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto ask = [&model] { model.fetchMore({}); };
    connect(&model, &AuditModel::rowsAboutToBeInserted, this, ask);
    connect(&model, &AuditModel::stateChanged, this, ask);
    model.setFilter({});
    QTRY_VERIFY(model.isComplete());
    QTRY_VERIFY(!model.isLoading());
    QCOMPARE(numbers(model), from(count, count));
}

void TestAuditModel::putsNewRecordsOnTop()
{
    VERIFY_OK(m_log->append(variedRecords(10)));
    AuditModel model(m_log->records, *m_clock);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 10);
    const QPersistentModelIndex third = model.index(2, 0);
    QSignalSpy resets(&model, &AuditModel::modelReset);
    VERIFY_OK(m_log->append(variedRecords(3)));
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 13);
    QCOMPARE(numbers(model), from(13, 13));
    QCOMPARE(third.row(), 5);
    model.refresh();
    QTRY_VERIFY(!model.isLoading());
    QCOMPARE(model.rowCount(), 13);
    QCOMPARE(resets.count(), 0);
}

void TestAuditModel::startsAnewWhenTooManyAreNew()
{
    VERIFY_OK(m_log->append(variedRecords(10)));
    AuditModel model(m_log->records, *m_clock);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 10);
    VERIFY_OK(m_log->append(variedRecords(AuditModel::kPage + 5)));
    model.refresh();
    QTRY_COMPARE(model.rowCount(), AuditModel::kPage);
    QCOMPARE(numbers(model), from(AuditModel::kPage + 15, AuditModel::kPage));
    model.fetchMore({});
    QTRY_COMPARE(numbers(model), from(AuditModel::kPage + 15, AuditModel::kPage + 15));
}

void TestAuditModel::dropsTheAnswerToAnOlderFilter()
{
    VERIFY_OK(m_log->append(variedRecords(50)));
    AuditModel model(m_log->records, *m_clock);
    QList<int> counts;
    connect(&model, &AuditModel::modelReset, this,
        [&counts, &model] { counts.append(model.rowCount()); });
    AuditFilter one;
    one.limit = 0;
    one.text = QStringLiteral("Billing");
    model.setFilter({});
    model.setFilter(one);
    AuditFilter none;
    none.text = QStringLiteral("in no record");
    model.setFilter(none);
    QTRY_VERIFY(model.isCurrent());
    QCOMPARE(counts, QList<int>{0});
    QVERIFY(model.isComplete());
}

void TestAuditModel::keepsWhatIsShownUntilTheNextFilterAnswers()
{
    VERIFY_OK(m_log->append(variedRecords(20)));
    AuditModel model(m_log->records, *m_clock);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 20);
    AuditFilter signIns;
    signIns.action = word(AuditAction::SignedIn);
    model.setFilter(signIns);
    QCOMPARE(model.rowCount(), 20);
    QVERIFY(!model.isCurrent());
    QTRY_VERIFY(model.isCurrent());
    QVERIFY(model.rowCount() > 0 && model.rowCount() < 20);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.entry(row).action, word(AuditAction::SignedIn));
}

void TestAuditModel::saysWhyItCantRead()
{
    Records closed(m_folder->filePath(QStringLiteral("other.sqlite")), *m_clock);
    AuditModel model(closed, *m_clock);
    model.setFilter({});
    QTRY_VERIFY(model.error());
    QCOMPARE(model.error()->code, QStringLiteral("audit_closed"));
    closed.open(this, [](const Status &status) { QVERIFY(status.ok()); });
    model.tryAgain();
    QTRY_VERIFY(model.isCurrent());
    QVERIFY(!model.error());
}

void TestAuditModel::showsEachCell()
{
    AuditRecord step = record(AuditAction::QueueProvisioned, AuditOutcome::Success,
        QStringLiteral("c-1"), QStringLiteral("<img src=x>"));
    step.queueId = QStringLiteral("q-1");
    step.reason = QStringLiteral("opening\nhours");
    step.attempts = 3;
    step.creationLatency = std::chrono::milliseconds(1240);
    step.compliance = Compliance{false, m_clock->utcNow(), {}};
    VERIFY_OK(m_log->append({step}));
    m_clock->advance(std::chrono::minutes(5));
    AuditModel model(m_log->records, *m_clock);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 1);
    const QStringList expected{QStringLiteral("1"), QStringLiteral("5 min ago"),
        QStringLiteral("Queue provisioned"), QStringLiteral("● success"),
        QStringLiteral("<img src=x>"), QStringLiteral("ada"), QStringLiteral("3"),
        QStringLiteral("1.2 s"), QStringLiteral("■ no"), QStringLiteral("opening hours")};
    for (int column = 0; column < model.columnCount(); ++column)
        QCOMPARE(model.index(0, column).data().toString(), expected.at(column));
    QVERIFY(model.index(0, AuditModel::Time)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("2026-01-05 10:00:00.000 UTC")));
    QVERIFY(!model.index(0, AuditModel::Queue)
                 .data(Qt::ToolTipRole)
                 .toString()
                 .contains(QStringLiteral("<img")));
    QCOMPARE(model.index(0, AuditModel::Outcome).data(kStatusRole).toInt(),
        static_cast<int>(StatusKind::Ok));
    QCOMPARE(model.index(0, AuditModel::ComplianceColumn).data(kStatusRole).toInt(),
        static_cast<int>(StatusKind::Error));
    QVERIFY(!model.index(0, AuditModel::Queue).data(kStatusRole).isValid());
}

void TestAuditModel::showsARecordThatCantBeRead()
{
    StoredRecord broken;
    broken.seq = 7;
    broken.payload = "not a JSON";
    const AuditEntry entry = entryOf(broken);
    QCOMPARE(entry.seq, 7);
    QVERIFY(!entry.readable);
    QCOMPARE(entry.compliance, ComplianceWord::NotTold);
}

void TestAuditModel::figuresFollowTheNewestFilter()
{
    VERIFY_OK(m_log->append(variedRecords(60)));
    AuditFigures figures(m_log->records);
    QSignalSpy changes(&figures, &AuditFigures::changed);
    AuditFilter none;
    none.text = QStringLiteral("in no record");
    figures.setFilter({});
    figures.setFilter(none);
    QVERIFY(changes.wait(kPatience));
    QCOMPARE(figures.summary().value(), AuditSummary());
    figures.setFilter({});
    QTRY_COMPARE(figures.summary()->records, 60);
    QCOMPARE(changes.count(), 2);
    QVERIFY(figures.summary()->provisioning.total > figures.summary()->provisioning.succeeded);
}

QTEST_GUILESS_MAIN(TestAuditModel)
#include "tst_auditmodel.moc"
