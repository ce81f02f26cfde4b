#include "fakeclock.h"
#include "fixture.h"
#include "window/activity/activities.h"
#include "window/tables/statusdelegate.h"
#include "window/wfmsync/exportretry.h"
#include "window/wfmsync/exportsmodel.h"
#include "window/wfmsync/wfmsyncpage.h"
#include "windowbench.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace queuesmith;

/// The exports' table and page, over a real file.
class TestWfmSyncPage : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<WaitingRecords> m_log;
    Operation m_operation;
    ExportTask m_task;

    /// A queue that was created, with its export as told.
    ExportTask add(const QString &queueName, const std::function<void(ExportTask &)> &set = {})
    {
        Operation created = operation(queueName);
        ExportTask task = exportTask(created);
        if (set)
            set(task);
        created.state = OperationState::Created;
        Change change;
        change.operation = created;
        change.exportTask = task;
        if (!m_log->claim(created) || !m_log->commit(change))
            QTest::qFail("the export could not be added", __FILE__, __LINE__);
        m_clock->advance(std::chrono::minutes(1));
        return task;
    }
    static QString cell(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsEachStatus_data();
    void tellsEachStatus();
    void keepsRowsOverARefresh();
    void explainsItselfWhileEmpty();
    void leadsToTheConnectionWithoutAnEndpoint();
    void asksForARetry();
    void tellsWhatWaitsForAHeader();
    void saysWhyItCantRead();
    void hasNothingToDeliver();
    void deliversThroughTheSession();
};

void TestWfmSyncPage::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<FakeClock>();
    m_log = std::make_unique<WaitingRecords>(
        m_folder->filePath(QStringLiteral("audit.sqlite")), *m_clock);
    VERIFY_OK(m_log->open());
}

void TestWfmSyncPage::cleanup()
{
    m_log.reset();
    m_clock.reset();
    m_folder.reset();
}

void TestWfmSyncPage::tellsEachStatus_data()
{
    QTest::addColumn<ExportState>("state");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<StatusKind>("kind");
    QTest::newRow("pending") << ExportState::Pending << QString() << QStringLiteral("◷ pending")
                             << StatusKind::Waiting;
    QTest::newRow("sent") << ExportState::Sent << QString() << QStringLiteral("◷ sent")
                          << StatusKind::Waiting;
    QTest::newRow("unknown") << ExportState::Unknown << QString() << QStringLiteral("◆ unknown")
                             << StatusKind::Unknown;
    QTest::newRow("initiated") << ExportState::Delivered << QStringLiteral("initiated")
                               << QStringLiteral("● initiated") << StatusKind::Ok;
    QTest::newRow("active") << ExportState::Delivered << QStringLiteral("active")
                            << QStringLiteral("● active") << StatusKind::Ok;
    QTest::newRow("failed") << ExportState::Delivered << QStringLiteral("failed")
                            << QStringLiteral("■ failed") << StatusKind::Error;
}

void TestWfmSyncPage::tellsEachStatus()
{
    QFETCH(ExportState, state);
    QFETCH(QString, word);
    add(QStringLiteral("Sales"), [&](ExportTask &task) {
        task.state = state;
        task.status = word;
        task.attempts = 4;
        task.lastError = QStringLiteral("429,\ntoo many");
    });
    ExportsModel model(m_log->records, WaitingRecords::tenant(), *m_clock);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 1);
    QTEST(cell(model, 0, ExportsModel::State), "shown");
    QFETCH(StatusKind, kind);
    QCOMPARE(model.index(0, ExportsModel::State).data(kStatusRole).toInt(), int(kind));
    QCOMPARE(cell(model, 0, ExportsModel::Queue), QStringLiteral("Sales"));
    QCOMPARE(cell(model, 0, ExportsModel::Attempts), QStringLiteral("4"));
    QCOMPARE(cell(model, 0, ExportsModel::Age), QStringLiteral("1 min ago"));
    QCOMPARE(cell(model, 0, ExportsModel::LastError), QStringLiteral("429, too many"));
    QVERIFY(cell(model, 0, ExportsModel::Name).startsWith(QStringLiteral("QueueExport_q-1")));
}

void TestWfmSyncPage::keepsRowsOverARefresh()
{
    add(QStringLiteral("Sales"));
    ExportTask task = add(QStringLiteral("Billing"));
    ExportsModel model(m_log->records, WaitingRecords::tenant(), *m_clock);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &ExportsModel::modelReset);
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 2);
    const QPersistentModelIndex billing = model.index(0, ExportsModel::State);
    QCOMPARE(model.undelivered(), 2);
    add(QStringLiteral("Support"));
    task.state = ExportState::Delivered;
    Change change;
    change.exportTask = task;
    VERIFY_OK(m_log->commit(change));
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(cell(model, 0, ExportsModel::Queue), QStringLiteral("Support"));
    QCOMPARE(billing.row(), 1);
    QCOMPARE(billing.data().toString(), QStringLiteral("● initiated"));
    QCOMPARE(model.undelivered(), 2);
    QCOMPARE(resets.count(), 0);
}

void TestWfmSyncPage::explainsItselfWhileEmpty()
{
    WfmSyncPage page(m_log->records, WaitingRecords::tenant(), *m_clock);
    page.show();
    page.shown();
    auto *message = page.findChild<QLabel *>(QStringLiteral("messageLabel"));
    QTRY_VERIFY(message->text().contains(QStringLiteral("No exports yet")));
    QVERIFY(message->isVisible());
    add(QStringLiteral("Sales"));
    page.refresh();
    auto *table = page.findChild<QTableView *>(QStringLiteral("exportsTable"));
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 1);
}

void TestWfmSyncPage::leadsToTheConnectionWithoutAnEndpoint()
{
    WfmSyncPage page(m_log->records, WaitingRecords::tenant(), *m_clock);
    page.setHasEndpoint(false);
    page.show();
    page.shown();
    auto *message = page.findChild<QLabel *>(QStringLiteral("messageLabel"));
    QTRY_VERIFY(message->text().contains(QStringLiteral("has no WFM endpoint")));
    auto *button = page.findChild<QPushButton *>(QStringLiteral("messageButton"));
    QSignalSpy wanted(&page, &WfmSyncPage::connectionRequested);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("retryExportButton"))->isEnabled());
}

void TestWfmSyncPage::asksForARetry()
{
    add(QStringLiteral("Sales"));
    WfmSyncPage page(m_log->records, WaitingRecords::tenant(), *m_clock);
    page.show();
    page.shown();
    auto *button = page.findChild<QPushButton *>(QStringLiteral("retryExportButton"));
    QCOMPARE(button->accessibleName(), QStringLiteral("Retry export"));
    QVERIFY(!button->isEnabled()); // there may be nothing
    QTRY_VERIFY(button->isEnabled());
    QSignalSpy wanted(&page, &WfmSyncPage::retryRequested);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    page.setRetrying(true);
    QVERIFY(!button->isEnabled());
    page.setRetrying(false);
    QVERIFY(button->isEnabled());
    auto *table = page.findChild<QTableView *>(QStringLiteral("exportsTable"));
    QCOMPARE(table->accessibleName(), QStringLiteral("Exports"));
}

void TestWfmSyncPage::tellsWhatWaitsForAHeader()
{
    ExportTask task = add(QStringLiteral("Sales"));
    WfmSyncPage page(m_log->records, WaitingRecords::tenant(), *m_clock);
    page.show();
    page.shown();
    auto *hint = page.findChild<QLabel *>(QStringLiteral("headerHint"));
    QVERIFY(!hint->isVisible());
    QTRY_VERIFY(hint->isVisible());
    auto *table = page.findChild<QTableView *>(QStringLiteral("exportsTable"));
    table->selectRow(0);
    auto *detail = page.findChild<QLabel *>(QStringLiteral("detailLabel"));
    QVERIFY(detail->text().contains(QStringLiteral("Needs a value for X-Key.")));
    task.state = ExportState::Delivered;
    task.exportId = QStringLiteral("ex-1");
    Change change;
    change.exportTask = task;
    VERIFY_OK(m_log->commit(change));
    page.refresh();
    QTRY_VERIFY(!hint->isVisible());
    QVERIFY(detail->text().contains(QStringLiteral("ex-1")));
    QVERIFY(!detail->text().contains(QStringLiteral("X-Key")));
}

void TestWfmSyncPage::saysWhyItCantRead()
{
    Records closed(m_folder->filePath(QStringLiteral("other.sqlite")), *m_clock);
    WfmSyncPage page(closed, WaitingRecords::tenant(), *m_clock);
    page.show();
    page.shown();
    auto *message = page.findChild<QLabel *>(QStringLiteral("messageLabel"));
    QTRY_VERIFY(message->text().startsWith(QStringLiteral("■ ")));
    closed.open(this, [](const Status &status) { QVERIFY(status.ok()); });
    QTest::mouseClick(
        page.findChild<QPushButton *>(QStringLiteral("messageButton")), Qt::LeftButton);
    QTRY_VERIFY(message->text().contains(QStringLiteral("No exports yet")));
}

void TestWfmSyncPage::hasNothingToDeliver()
{
    WindowBench bench;
    QVERIFY(bench.open());
    ExportRetry retry(bench.session());
    QSignalSpy running(&retry, &ExportRetry::runningChanged);
    retry.start();
    QVERIFY(retry.isRunning());
    retry.start(); // one at a time
    QTRY_COMPARE(running.count(), 2);
    QVERIFY(!retry.isRunning());
    QCOMPARE(bench.session().activities().all().size(), 1);
    const Activity *activity = bench.session().activities().all().first();
    QCOMPARE(activity->state(), Activity::State::Succeeded);
    QVERIFY(activity->sentence().contains(QStringLiteral("there was nothing to deliver")));
}

void TestWfmSyncPage::deliversThroughTheSession()
{
    WindowBench bench;
    QVERIFY(bench.open());
    TenantSession &session = bench.session();
    const TenantId tenant = tenantIdOf(session.connection());
    // A queue that is finished but for its export.
    Operation created = operation(QStringLiteral("Sales"));
    created.tenant = tenant;
    ExportTask task = exportTask(created);
    task.headerNames.clear();
    VERIFY_OK(awaited<Status>([&](QObject *context, auto done) {
        session.records().claim(created, context, std::move(done));
    }));
    created.state = OperationState::Verified;
    Change change;
    change.operation = created;
    change.exportTask = task;
    VERIFY_OK(awaited<Result<QList<qint64>>>([&](QObject *context, auto done) {
        session.records().commit(change, context, std::move(done));
    }));
    session.records().release(created.id);
    session.records().release(task.id);

    WfmSyncPage page(session.auditRecords(), tenant, session.clock());
    ExportRetry retry(session);
    QSignalSpy recorded(&session, &TenantSession::recorded);
    connect(&page, &WfmSyncPage::retryRequested, &retry, &ExportRetry::start);
    connect(&retry, &ExportRetry::runningChanged, &page, &WfmSyncPage::setRetrying);
    page.show();
    page.shown();
    auto *table = page.findChild<QTableView *>(QStringLiteral("exportsTable"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(cell(*table->model(), 0, ExportsModel::State), QStringLiteral("◷ pending"));
    QTRY_VERIFY(page.findChild<QPushButton *>(QStringLiteral("retryExportButton"))->isEnabled());
    QTest::mouseClick(
        page.findChild<QPushButton *>(QStringLiteral("retryExportButton")), Qt::LeftButton);
    QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("retryExportButton"))->isEnabled());
    QTRY_VERIFY(!retry.isRunning());
    const Activity *activity = session.activities().all().first();
    QVERIFY2(activity->state() == Activity::State::Succeeded, qPrintable(activity->sentence()));
    QTRY_COMPARE(cell(*table->model(), 0, ExportsModel::State), QStringLiteral("● initiated"));
    QTRY_VERIFY(!recorded.isEmpty()); // the log has grown too
}

QTEST_MAIN(TestWfmSyncPage)
#include "tst_wfmsyncpage.moc"
