// At the window's usual size every table shows all of its columns, with their whole headings, in
// each language.

#include "frame.h"
#include "looks.h"
#include "patience.h"
#include "window/activity/activities.h"
#include "window/queueeditor/editordocument.h"
#include "window/queueeditor/editoropening.h"
#include "window/queueeditor/queueeditorpage.h"
#include "window/session/catalog.h"
#include "window/waittimes/waittimespage.h"
#include "windowbench.h"

#include <QAction>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace queuesmith;

namespace {

constexpr QSize kUsual(1180, 760);

/// The window in a language, with the demo tenant, in which one queue was created.
class Opened {
public:
    explicit Opened(const QString &language)
        : m_language(language)
    {
        frame.window().resize(kUsual);
        frame.sessions().chooseDemo();
    }

    [[nodiscard]] bool isFilled() const
    {
        if (!QTest::qWaitFor([this] { return frame.sessions().current() != nullptr; }, kPatience))
            return false;
        const Catalog &catalog = session().catalog();
        if (!QTest::qWaitFor(
                [&] {
                    return catalog.queueState().phase == LoadState::Phase::Ready
                        && catalog.skillState().phase == LoadState::Phase::Ready;
                },
                kPatience))
            return false;
        go(1);
        frame.type("nameEdit", QStringLiteral("Autumn Sale"));
        frame.find<QSpinBox>("capacitySpin")->setValue(4);
        frame.click("provisionButton");
        const auto *activities = &session().activities();
        return QTest::qWaitFor(
            [&] { return !activities->all().isEmpty() && activities->running() == 0; }, kPatience);
    }
    [[nodiscard]] TenantSession &session() const { return *frame.sessions().current(); }
    void go(int row) const { frame.find<QListWidget>("navigation")->setCurrentRow(row); }
    [[nodiscard]] int rows(const char *table) const
    {
        const auto *view = frame.find<QTableView>(table);
        return view ? view->model()->rowCount() : -1;
    }
    [[nodiscard]] QueueEditorPage &editor() const
    {
        return *frame.window().findChild<QueueEditorPage *>();
    }

private:
    OtherLanguage m_language; // before the frame, and until it is gone

public:
    Frame frame;
};

/// What is wrong with a table, and what its columns are; nothing when all is well.
QString faultsOf(const QTableView &table)
{
    const QHeaderView *header = table.horizontalHeader();
    QStringList cut;
    QStringList columns;
    for (int column = 0; column < header->count(); ++column) {
        if (header->isSectionHidden(column))
            continue;
        const QString heading =
            table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        columns.append(QStringLiteral("%1 %2, needs %3")
                           .arg(heading.section(u'\n', 0, 0))
                           .arg(header->sectionSize(column))
                           .arg(header->sectionSizeHint(column)));
        if (header->sectionSize(column) < header->sectionSizeHint(column)
            && !heading.contains(u'\n'))
            cut.append(heading);
    }
    const int over = table.horizontalScrollBar()->maximum();
    if (over == 0 && cut.isEmpty())
        return {};
    return QStringLiteral("%1, %2 wide, is %3 too wide, cut: %4\n  %5\n")
        .arg(table.objectName())
        .arg(table.viewport()->width())
        .arg(over)
        .arg(cut.join(QStringLiteral(", ")), columns.join(QStringLiteral("\n  ")));
}

} // namespace

class TestTableWidths : public QObject {
    Q_OBJECT

    std::unique_ptr<Opened> m_opened;
    QString m_language;

    void open(const QString &language)
    {
        if (m_language == language)
            return;
        m_opened.reset();
        m_opened = std::make_unique<Opened>(language);
        m_language = language;
        QVERIFY(m_opened->isFilled());
    }
    void change() const
    {
        const Queue queue = m_opened->session().catalog().queues().first();
        m_opened->go(1);
        m_opened->editor().opening().discardDraft();
        m_opened->editor().opening().openQueue(queue.id);
        QTRY_VERIFY(m_opened->editor().document().base()
            && m_opened->editor().document().base()->id == queue.id);
        auto *spin = m_opened->frame.find<QSpinBox>("capacitySpin");
        spin->setValue(spin->value() + 1);
    }
    /// Someone else changed the same field.
    void meetAConflict() const
    {
        change();
        Queue theirs = *m_opened->editor().document().base();
        theirs.definition.capacity += 9;
        theirs.definition.routingRules = {
            {QStringLiteral("priority"), 7, {}}, {QStringLiteral("capacity"), 60, {}}};
        m_opened->editor().opening().markConflict(theirs);
    }
    void show(const QString &page) const
    {
        const Frame &frame = m_opened->frame;
        if (page == QLatin1StringView("queues")) {
            m_opened->go(0);
            QTRY_VERIFY(m_opened->rows("queuesTable") >= 60);
        } else if (page == QLatin1StringView("comparison")) {
            m_opened->go(0);
            auto *table = frame.find<QTableView>("queuesTable");
            table->selectRow(0);
            table->selectionModel()->select(table->model()->index(1, 0),
                QItemSelectionModel::Select | QItemSelectionModel::Rows);
            frame.window().findChild<QAction *>(QStringLiteral("compareQueuesAction"))->trigger();
        } else if (page == QLatin1StringView("conflict")) {
            meetAConflict();
            QTRY_VERIFY(m_opened->rows("compareTable") > 0);
        } else if (page == QLatin1StringView("review")) {
            change();
            frame.click("reviewButton");
            QTRY_VERIFY(m_opened->rows("changesTable") > 0);
        } else if (page.startsWith(QLatin1StringView("wait times"))) {
            m_opened->go(2);
            frame.window().findChild<WaitTimesPage *>()->showQueue(QueueId{QStringLiteral("q-4")});
            const auto *promise =
                frame.window().findChild<QLabel *>(QStringLiteral("promiseLabel"));
            QTRY_VERIFY(!promise->text().isEmpty());
            frame.find<QTabWidget>("chartTabs")->setCurrentIndex(page.right(1).toInt());
        } else if (page == QLatin1StringView("exports")) {
            m_opened->go(3);
            QTRY_VERIFY(m_opened->rows("exportsTable") > 0);
        } else {
            m_opened->go(4);
            QTRY_VERIFY(m_opened->rows("auditTable") > 2);
        }
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }
    void cleanupTestCase() { m_opened.reset(); }

    void showsEveryColumn_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("page");
        QTest::addColumn<int>("tables");
        for (const char *language : {"en", "de"}) {
            const auto row = [language](const char *page, int tables) {
                QTest::addRow("%s, %s", page, language)
                    << QString::fromLatin1(language) << QString::fromLatin1(page) << tables;
            };
            row("queues", 1);
            row("comparison", 2);
            row("conflict", 2);
            row("review", 1);
            row("wait times 0", 1);
            row("wait times 1", 1);
            row("wait times 2", 1);
            row("exports", 1);
            row("audit log", 1);
        }
    }
    void showsEveryColumn()
    {
        QFETCH(QString, language);
        QFETCH(QString, page);
        QFETCH(int, tables);
        open(language);
        show(page);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // what the first asked to lay out
        int seen = 0;
        QString faults;
        const QList<QTableView *> all = m_opened->frame.window().findChildren<QTableView *>();
        for (const QTableView *table : all) {
            if (!table->isVisible())
                continue;
            ++seen;
            faults += faultsOf(*table);
        }
        if (auto *dialog =
                m_opened->frame.window().findChild<QDialog *>(QStringLiteral("compareWindow")))
            delete dialog;
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults));
        QCOMPARE(seen, tables);
    }
};

QTEST_MAIN(TestTableWidths)
#include "tst_tablewidths.moc"
