#include "fakeclock.h"
#include "fixture.h"
#include "variedlog.h"
#include "window/auditlog/auditlogpage.h"
#include "window/auditlog/auditmodel.h"
#include "window/auditlog/auditperiod.h"
#include "window/auditlog/dayedit.h"
#include "windowbench.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextBrowser>

using namespace queuesmith;

namespace {
constexpr int kRecords = 230;
}

/// The page as a person uses it, over a real file.
class TestAuditLogPage : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<WaitingRecords> m_log;
    std::unique_ptr<AuditLogPage> m_page;

    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->filePath(QString::fromLatin1(name));
    }
    template <typename T> [[nodiscard]] T *find(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QTableView *table() const { return find<QTableView>("auditTable"); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    [[nodiscard]] QString said() const { return find<QLabel>("taskLabel")->text(); }
    void click(const char *name) const
    {
        auto *button = find<QPushButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void type(const char *name, const QString &text) const
    {
        auto *edit = find<QLineEdit>(name);
        edit->setFocus();
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    void waitOutTyping() { m_clock->advance(std::chrono::milliseconds(250)); }
    /// Chooses a file in the dialog that Export CSV opens.
    void exportTo(const QString &file)
    {
        click("exportCsvButton");
        QTRY_VERIFY(find<QFileDialog>("exportDialog"));
        auto *dialog = find<QFileDialog>("exportDialog");
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
    }
    void makePage()
    {
        m_page = std::make_unique<AuditLogPage>(m_log->records, *m_clock);
        m_page->resize(1200, 760);
        m_page->show();
        m_page->shown();
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheNewestAndLoadsAsOneScrolls();
    void waitsUntilTypingPauses();
    void combinesFilters();
    void filtersDays();
    void saysThatNothingMatches();
    void saysThatThereIsNothingYet();
    void triesAgain();
    void showsTheRecordAndItsOperation();
    void copiesTheRecord();
    void keepsPlaceAndSelectionOverARefresh();
    void exportsWhatTheFilterShows();
    void leavesTheFileWhenCancelled();
    void verifiesAndComparesWithANotedHead();
    void findsATamperedRecord();
    void namesEveryControl();
};

void TestAuditLogPage::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<FakeClock>();
    m_log = std::make_unique<WaitingRecords>(path("audit.sqlite"), *m_clock);
    VERIFY_OK(m_log->open());
    if (QByteArray(QTest::currentTestFunction()) != "saysThatThereIsNothingYet")
        VERIFY_OK(m_log->append(variedRecords(kRecords)));
    makePage();
}

void TestAuditLogPage::cleanup()
{
    m_page.reset();
    m_log.reset();
    m_clock.reset();
    m_folder.reset();
}

void TestAuditLogPage::showsTheNewestAndLoadsAsOneScrolls()
{
    QTRY_COMPARE(rows(), AuditModel::kPage);
    QTRY_VERIFY(find<QLabel>("footLabel")->text().startsWith(QStringLiteral("230 records")));
    QVERIFY(find<QLabel>("validationValue")->text().contains(QLatin1Char('%')));
    QVERIFY(find<QLabel>("validationValue")->toolTip().contains(QStringLiteral(" of ")));
    QCOMPARE(table()->model()->index(0, 0).data().toString(), QStringLiteral("230"));
    table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->maximum());
    QTRY_COMPARE(rows(), kRecords);
    QTRY_COMPARE(find<QLabel>("footLabel")->text(), QStringLiteral("230 records"));
}

void TestAuditLogPage::waitsUntilTypingPauses()
{
    QTRY_COMPARE(rows(), AuditModel::kPage);
    type("filterEdit", QStringLiteral("billing"));
    m_clock->advance(std::chrono::milliseconds(249));
    VERIFY_OK(m_log->list()); // comes after whatever the page had asked for by now
    QCOMPARE(rows(), AuditModel::kPage);
    m_clock->advance(std::chrono::milliseconds(1));
    QTRY_VERIFY(rows() > 0 && rows() < AuditModel::kPage);
    for (int row = 0; row < rows(); ++row) {
        QCOMPARE(table()->model()->index(row, AuditModel::Queue).data().toString(),
            QStringLiteral("Billing"));
    }
    click("clearButton");
    QTRY_COMPARE(rows(), AuditModel::kPage);
    QVERIFY(find<QLineEdit>("filterEdit")->text().isEmpty());
    QVERIFY(!find<QPushButton>("clearButton")->isEnabled());
}

void TestAuditLogPage::combinesFilters()
{
    auto *action = find<QComboBox>("actionFilter");
    auto *outcome = find<QComboBox>("outcomeFilter");
    action->setCurrentIndex(action->findData(word(AuditAction::QueueUpdated)));
    outcome->setCurrentIndex(outcome->findData(word(AuditOutcome::Success)));
    type("actorFilter", QStringLiteral("ada"));
    waitOutTyping();
    AuditFilter same;
    same.action = word(AuditAction::QueueUpdated);
    same.outcome = word(AuditOutcome::Success);
    const auto expected = m_log->list(same);
    VERIFY_OK(expected);
    QVERIFY(!expected.value().isEmpty());
    QTRY_COMPARE(rows(), int(expected.value().size()));
    type("actorFilter", QStringLiteral("nobody"));
    QTest::keyClick(find<QLineEdit>("actorFilter"), Qt::Key_Return); // needs no pause
    QTRY_COMPARE(rows(), 0);
}

void TestAuditLogPage::filtersDays()
{
    QTRY_COMPARE(rows(), AuditModel::kPage);
    const QDate today = m_clock->utcNow().toLocalTime().date();
    find<DayEdit>("toDay")->setDay(today.addDays(-1));
    waitOutTyping();
    QTRY_COMPARE(rows(), 0);
    QVERIFY(find<DayEdit>("toDay")->toolTip().contains(QStringLiteral("In UTC: until before")));
    find<DayEdit>("toDay")->setDay(today);
    find<DayEdit>("fromDay")->setDay(today);
    waitOutTyping();
    QTRY_COMPARE(rows(), AuditModel::kPage);
    QTest::keyClick(find<DayEdit>("fromDay"), Qt::Key_Delete);
    QVERIFY(!find<DayEdit>("fromDay")->day());
}

void TestAuditLogPage::saysThatNothingMatches()
{
    QTRY_COMPARE(rows(), AuditModel::kPage);
    type("filterEdit", QStringLiteral("in no record"));
    waitOutTyping();
    QTRY_VERIFY(find<QLabel>("messageLabel")->isVisible());
    QVERIFY(find<QLabel>("messageLabel")->text().contains(QStringLiteral("No record matches")));
    QTRY_COMPARE(find<QLabel>("validationValue")->text(), QStringLiteral("–"));
    click("messageButton");
    QTRY_COMPARE(rows(), AuditModel::kPage);
    QVERIFY(table()->isVisible());
}

void TestAuditLogPage::saysThatThereIsNothingYet()
{
    QTRY_VERIFY(find<QLabel>("messageLabel")->text().contains(QStringLiteral("No records yet")));
    QVERIFY(!find<QPushButton>("messageButton")->isVisible());
}

void TestAuditLogPage::triesAgain()
{
    Records late(path("late.sqlite"), *m_clock);
    AuditLogPage page(late, *m_clock);
    page.show();
    page.shown();
    auto *message = page.findChild<QLabel *>(QStringLiteral("messageLabel"));
    auto *button = page.findChild<QPushButton *>(QStringLiteral("messageButton"));
    QTRY_VERIFY(message->text().startsWith(QStringLiteral("■ ")));
    QCOMPARE(button->text(), QStringLiteral("Try again"));
    late.open(this, [](const Status &status) { QVERIFY(status.ok()); });
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(message->text().contains(QStringLiteral("No records yet")));
}

void TestAuditLogPage::showsTheRecordAndItsOperation()
{
    QTRY_COMPARE(rows(), AuditModel::kPage);
    table()->selectRow(0);
    auto *view = find<QTextBrowser>("recordView");
    QTRY_VERIFY(view->toPlainText().contains(QStringLiteral("Record 230")));
    QTRY_VERIFY(view->toPlainText().contains(QStringLiteral("Other records of this operation")));
    QVERIFY(view->toPlainText().contains(QStringLiteral("Record 229")));
    Q_EMIT view->anchorClicked(QUrl(QStringLiteral("record:229")));
    QTRY_VERIFY(view->toPlainText().startsWith(QStringLiteral("Record 229")));
    QCOMPARE(table()->currentIndex().row(), 1);
    // One that isn't loaded is shown all the same.
    Q_EMIT view->anchorClicked(QUrl(QStringLiteral("record:1")));
    QTRY_VERIFY(view->toPlainText().startsWith(QStringLiteral("Record 1")));
    QVERIFY(!table()->selectionModel()->hasSelection());
}

void TestAuditLogPage::copiesTheRecord()
{
    QVERIFY(!find<QPushButton>("copyJsonButton")->isEnabled());
    QTRY_COMPARE(rows(), AuditModel::kPage);
    table()->selectRow(4);
    QTRY_VERIFY(find<QPushButton>("copyJsonButton")->isEnabled());
    QGuiApplication::clipboard()->clear();
    click("copyJsonButton");
    const QJsonObject copied =
        QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
    QCOMPARE(copied.value(QStringLiteral("seq")).toInt(), 226);
    QCOMPARE(find<QPlainTextEdit>("jsonView")->toPlainText(), QGuiApplication::clipboard()->text());
}

void TestAuditLogPage::keepsPlaceAndSelectionOverARefresh()
{
    QTRY_COMPARE(rows(), AuditModel::kPage);
    table()->selectRow(30);
    table()->scrollTo(table()->model()->index(30, 0), QAbstractItemView::PositionAtTop);
    QCOMPARE(table()->rowAt(0), 30);
    VERIFY_OK(m_log->append(variedRecords(7)));
    m_page->refresh();
    QTRY_COMPARE(rows(), AuditModel::kPage + 7);
    QCOMPARE(table()->currentIndex().row(), 37);
    QCOMPARE(table()->rowAt(0), 37);
    QTRY_VERIFY(find<QLabel>("footLabel")->text().startsWith(QStringLiteral("237 records")));
}

void TestAuditLogPage::exportsWhatTheFilterShows()
{
    type("queueFilter", QStringLiteral("Billing"));
    waitOutTyping();
    QTRY_VERIFY(rows() > 0 && rows() < AuditModel::kPage);
    const int shown = rows();
    exportTo(path("out.csv"));
    QTRY_VERIFY(said().contains(path("out.csv")));
    QVERIFY(said().startsWith(QStringLiteral("● %1 records").arg(shown)));
    QVERIFY(said().contains(QStringLiteral("out.csv.manifest.json")));
    QVERIFY(!find<QPushButton>("cancelExportButton")->isVisible());
    QCOMPARE(bytesOf(path("out.csv")).count("\r\n"), shown + 1);
    const QJsonObject manifest =
        QJsonDocument::fromJson(bytesOf(path("out.csv.manifest.json"))).object();
    QCOMPARE(manifest.value(QStringLiteral("rows")).toInt(), shown);
    QCOMPARE(manifest[QStringLiteral("filter")][QStringLiteral("queue")].toString(),
        QStringLiteral("Billing"));
    // The export itself is on record.
    click("clearButton");
    QTRY_COMPARE(table()->model()->index(0, AuditModel::Action).data().toString(),
        QStringLiteral("Audit log exported"));
    click("dismissButton");
    QVERIFY(!find<QLabel>("taskLabel")->isVisible());
}

void TestAuditLogPage::leavesTheFileWhenCancelled()
{
    QTRY_COMPARE(rows(), AuditModel::kPage);
    QFile old(path("out.csv"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    // Calls are carried out in their order, so the export can't have ended before the click.
    for (int i = 0; i < 300; ++i)
        m_log->records.verify({}, this, [](const Result<Verification> &) {});
    exportTo(path("out.csv"));
    click("cancelExportButton");
    QVERIFY(!find<QPushButton>("exportCsvButton")->isEnabled());
    QTRY_VERIFY(find<QPushButton>("exportCsvButton")->isEnabled());
    QVERIFY2(said().startsWith(QStringLiteral("○ The export was cancelled.")), qPrintable(said()));
    QCOMPARE(bytesOf(path("out.csv")), QByteArray("old"));
}

void TestAuditLogPage::verifiesAndComparesWithANotedHead()
{
    QTRY_COMPARE(rows(), AuditModel::kPage);
    click("verifyButton");
    QTRY_VERIFY(said().startsWith(QStringLiteral("● The chain of 230 records is intact.")));
    QGuiApplication::clipboard()->clear();
    click("copyHeadButton");
    const QString noted = QGuiApplication::clipboard()->text();
    QVERIFY(noted.startsWith(QStringLiteral("230 ")));
    // The verification itself is on record, and was no part of what it verified.
    QTRY_COMPARE(rows(), AuditModel::kPage + 1);

    click("notedHeadButton");
    find<QLineEdit>("notedHeadEdit")->setText(QStringLiteral("nonsense"));
    click("verifyButton");
    QVERIFY(said().startsWith(QStringLiteral("■ The saved head")));
    find<QLineEdit>("notedHeadEdit")->setText(noted);
    click("verifyButton");
    QTRY_VERIFY(said().startsWith(QStringLiteral("● The chain of 231 records is intact.")));
    QTRY_COMPARE(rows(), AuditModel::kPage + 2);
    QString later = noted;
    find<QLineEdit>("notedHeadEdit")->setText(later.replace(0, 3, QStringLiteral("999")));
    click("verifyButton");
    QTRY_VERIFY(said().startsWith(QStringLiteral("■ The chain is broken.")));
    QVERIFY(said().contains(QStringLiteral("the log had records up to 999 before")));
}

void TestAuditLogPage::findsATamperedRecord()
{
    QTRY_COMPARE(rows(), AuditModel::kPage);
    m_page.reset();
    m_log.reset();
    QCOMPARE(tamper(path("audit.sqlite"),
                 {QStringLiteral("DROP TRIGGER audit_no_update"),
                     QStringLiteral("UPDATE audit SET payload = "
                                    "replace(payload, 'ada', 'bob') WHERE seq = 100")}),
        QString());
    m_log = std::make_unique<WaitingRecords>(path("audit.sqlite"), *m_clock);
    VERIFY_OK(m_log->openReadOnly());
    makePage();
    QTRY_COMPARE(rows(), AuditModel::kPage);
    click("verifyButton");
    QTRY_VERIFY(said().startsWith(QStringLiteral("■ The chain is broken. First bad record: 100.")));
    QVERIFY(!find<QPushButton>("copyHeadButton")->isVisible());
    // A log that can't be written is exported all the same, and the person is told.
    exportTo(path("out.csv"));
    QTRY_VERIFY(said().contains(QStringLiteral("could not be recorded")));
    QVERIFY(said().contains(QStringLiteral("230 records are in")));
}

void TestAuditLogPage::namesEveryControl()
{
    QCOMPARE(table()->accessibleName(), QStringLiteral("Audit records"));
    QCOMPARE(find<QPushButton>("exportCsvButton")->accessibleName(), QStringLiteral("Export CSV"));
    QCOMPARE(find<QPushButton>("verifyButton")->accessibleName(), QStringLiteral("Verify chain"));
    QCOMPARE(find<QLineEdit>("filterEdit")->accessibleName(), QStringLiteral("Filter"));
    QTRY_COMPARE(rows(), AuditModel::kPage);
    int focusable = 0;
    const QList<QWidget *> controls = m_page->findChildren<QWidget *>();
    for (const QWidget *control : controls) {
        const bool part = control->objectName() == QLatin1StringView("qt_spinbox_lineedit");
        if (part || !(control->focusPolicy() & Qt::TabFocus) || !control->isVisible())
            continue;
        ++focusable;
        QVERIFY2(!control->accessibleName().isEmpty(),
            qPrintable(QString(QLatin1StringView(control->metaObject()->className()))
                + QLatin1Char(' ') + control->objectName()));
    }
    QVERIFY(focusable > 12);
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text().contains(QLatin1Char('&')) && label->textFormat() != Qt::PlainText)
            QVERIFY2(label->buddy(), qPrintable(label->objectName()));
    }
}

QTEST_MAIN(TestAuditLogPage)
#include "tst_auditlogpage.moc"
