// The page of the queues in a real window: what it shows, and what one can do with a row.

#include "window/queues/queuespage.h"
#include "window/session/catalog.h"
#include "window/settings/settings.h"
#include "windowbench.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleOption>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace queuesmith;

namespace {

/// The page over a tenant, found through the names of its parts.
struct Bench {
    explicit Bench(const QStringList &options = {})
        : window(options)
        , settings(window.path(QStringLiteral("window.ini")))
    {
    }
    [[nodiscard]] bool open()
    {
        const bool opened = window.open();
        show();
        return opened;
    }
    void show()
    {
        page.reset();
        page = std::make_unique<QueuesPage>(window.session(), settings);
        page->resize(900, 500);
        page->show();
    }
    template <typename T> [[nodiscard]] T *part(const char *name) const
    {
        T *found = page->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("There is no %s", name);
        return found;
    }
    [[nodiscard]] QTableView *table() const { return part<QTableView>("queuesTable"); }
    [[nodiscard]] QString label(const char *name) const { return part<QLabel>(name)->text(); }
    [[nodiscard]] QAction *action(const char *name) const { return part<QAction>(name); }
    [[nodiscard]] QString text(int row, int column = 0) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            all.append(text(row));
        return all;
    }
    void select(const QStringList &queues) const
    {
        table()->clearSelection();
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (!queues.contains(text(row)))
                continue;
            table()->selectionModel()->select(table()->model()->index(row, 0),
                QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    [[nodiscard]] QString idOf(const QString &name) const
    {
        for (const Queue &queue : window.session().catalog().queues()) {
            if (queue.definition.name == name)
                return queue.id.value;
        }
        return {};
    }
    [[nodiscard]] LoadState::Phase phase() const
    {
        return window.session().catalog().queueState().phase;
    }

    WindowBench window;
    Settings settings;
    std::unique_ptr<QueuesPage> page;
};

QStringList queues(int count) { return {QStringLiteral("--queues"), QString::number(count)}; }

QJsonObject definition(const QString &name, const QString &target = {})
{
    QJsonObject made{{QStringLiteral("name"), name}, {QStringLiteral("capacity"), 1500}};
    if (!target.isEmpty())
        made.insert(
            QStringLiteral("overflow"), QJsonObject{{QStringLiteral("overflowTargetId"), target}});
    return made;
}

} // namespace

class TestQueuesPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // A menu that pops up asks a platform without a screen for more than a window does.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    }

    void listsTheQueues()
    {
        Bench bench;
        QVERIFY(bench.open());
        QCOMPARE(bench.names().size(), 12);
        QCOMPARE(bench.label("countLabel"), QStringLiteral("12 queues"));
        QCOMPARE(bench.table()->accessibleName(), QStringLiteral("Queue list"));
        QCOMPARE(
            bench.part<QLineEdit>("searchEdit")->accessibleName(), QStringLiteral("Search queues"));
        QCOMPARE(bench.part<QPushButton>("newQueueButton")->text(), QStringLiteral("New queue"));
        QVERIFY(!bench.part<QWidget>("banner")->isVisible());
        const QStringList names = bench.names();
        QVERIFY(std::is_sorted(names.cbegin(), names.cend()));
    }

    void namesEveryControlThatTakesTheFocus()
    {
        Bench bench;
        QVERIFY(bench.open());
        QStringList reached;
        QWidget *control = bench.part<QLineEdit>("searchEdit");
        do {
            if (control->isVisible() && control->isEnabled()
                && (control->focusPolicy() & Qt::TabFocus)) {
                QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
                reached.append(control->accessibleName());
            }
            control = control->nextInFocusChain();
        } while (control != bench.part<QLineEdit>("searchEdit"));
        QCOMPARE(reached,
            QStringList({QStringLiteral("Search queues"), QStringLiteral("New queue"),
                QStringLiteral("Filter by skill"), QStringLiteral("Filter by overflow target"),
                QStringLiteral("Queue list")}));
    }

    void filtersAndClears()
    {
        Bench bench(queues(60));
        QVERIFY(bench.open());
        auto *search = bench.part<QLineEdit>("searchEdit");
        QTest::keyClicks(search, QStringLiteral("billing"));
        const QStringList found = bench.names();
        QVERIFY(!found.isEmpty() && found.size() < 60);
        QVERIFY(std::all_of(found.cbegin(), found.cend(),
            [](const QString &name) { return name.contains(QStringLiteral("Billing")); }));
        QCOMPARE(bench.label("countLabel"), QStringLiteral("%1 of 60 queues").arg(found.size()));

        QTest::keyClicks(search, QStringLiteral("?"));
        QVERIFY(bench.part<QLabel>("messageHeadline")->isVisible());
        QCOMPARE(bench.label("messageHeadline"), QStringLiteral("No queue matches the filter"));
        auto *clear = bench.part<QPushButton>("messageButton");
        QCOMPARE(clear->text(), QStringLiteral("Clear filter"));
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(bench.names().size(), 60);
        QVERIFY(search->text().isEmpty());
        QVERIFY(bench.table()->isVisible());
    }

    void cannotHideThatAFilterIsOn()
    {
        Bench bench(queues(60));
        QVERIFY(bench.open());
        auto *clear = bench.part<QPushButton>("clearButton");
        QVERIFY(!clear->isVisible());
        QVERIFY(bench.label("filteredLabel").isEmpty());
        QTest::keyClicks(bench.part<QLineEdit>("skillEdit"), QStringLiteral("a"));
        const QString told =
            QStringLiteral("%1 of 60 queues").arg(bench.table()->model()->rowCount());
        QCOMPARE(bench.label("filteredLabel"), QStringLiteral("○ ") + told);
        QVERIFY(bench.table()->accessibleDescription().contains(told));
        QVERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QVERIFY(bench.label("filteredLabel").isEmpty());
        QVERIFY(bench.table()->accessibleDescription().isEmpty());
        QCOMPARE(bench.names().size(), 60);
    }

    void searchLeadsToTheRows()
    {
        Bench bench(queues(60));
        QVERIFY(bench.open());
        QSignalSpy opened(bench.page.get(), &QueuesPage::openRequested);
        auto *search = bench.part<QLineEdit>("searchEdit");
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("billing"));
        QVERIFY(bench.names().size() > 1);
        QTest::keyClick(search, Qt::Key_Down);
        QCOMPARE(bench.page->focusWidget(), bench.table());
        QCOMPARE(bench.table()->selectionModel()->selectedRows().value(0).row(), 0);
        bench.table()->clearSelection();
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Return); // several: none is meant yet
        QCOMPARE(bench.page->focusWidget(), bench.table());
        QCOMPARE(opened.size(), 0);
        search->setFocus();
        search->setText(bench.text(0));
        QCOMPARE(bench.names().size(), 1);
        const QueueId only{bench.idOf(bench.text(0))};
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<QueueId>(), only);
        search->setText(QStringLiteral("?"));
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void columnsCanBeChosen()
    {
        Bench bench;
        QVERIFY(bench.open());
        QHeaderView *header = bench.table()->horizontalHeader();
        auto *menu = bench.part<QMenu>("columnMenu");
        QVERIFY(bench.part<QMenu>("queuesMenu")->actions().contains(menu->menuAction()));
        Q_EMIT header->customContextMenuRequested(QPoint(5, 5));
        QTRY_VERIFY(menu->isVisible());
        QAction *priority = menu->actions().at(1);
        QCOMPARE(priority->text(), QStringLiteral("Priority"));
        QVERIFY(priority->isChecked());
        priority->trigger();
        menu->close();
        QVERIFY(header->isSectionHidden(2));
        QCOMPARE(header->length(), bench.table()->viewport()->width()); // the name took its place
        bench.show();
        header = bench.table()->horizontalHeader();
        QVERIFY(header->isSectionHidden(2));
        menu = bench.part<QMenu>("columnMenu");
        menu->popup(QPoint());
        QVERIFY(!menu->actions().at(1)->isChecked());
        menu->actions().constLast()->trigger();
        menu->close();
        QVERIFY(!header->isSectionHidden(2) && header->sectionSize(2) > 0);
    }

    void nameTakesTheSpareWidth()
    {
        Bench bench;
        QVERIFY(bench.open());
        bench.page->resize(1'600, 500);
        QHeaderView *header = bench.table()->horizontalHeader();
        QCOMPARE(header->length(), bench.table()->viewport()->width());
        for (int column = 1; column < header->count(); ++column)
            QVERIFY(header->sectionSize(column) < header->sectionSize(0));
        bench.page->resize(700, 500);
        const int least = header->sectionSize(0);
        bench.page->resize(600, 500);
        QCOMPARE(header->sectionSize(0), least);
        header->resizeSection(0, 300);
        QCOMPARE(header->sectionSize(0), 300);
        for (int column = 0; column < header->count(); ++column)
            QVERIFY(header->sectionSize(column) >= header->sectionSizeHint(column));
    }

    void arrowPointsUpFromAToZ()
    {
        Bench bench;
        QVERIFY(bench.open());
        const QHeaderView *header = bench.table()->horizontalHeader();
        // Which rows of pixels are drawn, and how much in each.
        const auto drawn = [header](const QStyle *style, QStyleOptionHeader::SortIndicator way) {
            QImage image(40, header->height(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            QStyleOptionHeader option;
            option.initFrom(header);
            option.rect = QRect(10, 5, 12, 8);
            option.sortIndicator = way;
            style->drawPrimitive(QStyle::PE_IndicatorHeaderArrow, &option, &painter, header);
            painter.end();
            QList<std::pair<int, int>> rows;
            for (int y = 0; y < image.height(); ++y) {
                int dark = 0;
                for (int x = 0; x < image.width(); ++x)
                    dark += 255 - qGray(image.pixel(x, y));
                if (dark > 0)
                    rows.append({y, dark});
            }
            return rows;
        };
        // In Qt's words, ascending is down.
        const auto up = drawn(header->style(), QStyleOptionHeader::SortDown);
        QVERIFY(up.size() > 1);
        QVERIFY(up.constFirst().second < up.constLast().second); // its tip is above
        QVERIFY(drawn(qApp->style(), QStyleOptionHeader::SortDown).constFirst().second
            > drawn(qApp->style(), QStyleOptionHeader::SortDown).constLast().second);
        const int middle = (up.constFirst().first + up.constLast().first) / 2;
        QVERIFY2(std::abs(middle - header->height() / 2) <= 2,
            qPrintable(QStringLiteral("%1 of %2").arg(middle).arg(header->height())));
    }

    void sortsTwoBeforeTen()
    {
        Bench bench(queues(0));
        for (const char *name : {"Contracts 10", "contracts 2", "Contracts 1"})
            bench.window.tenant.addQueue(definition(QString::fromLatin1(name)));
        QVERIFY(bench.open());
        QCOMPARE(bench.names(),
            QStringList({QStringLiteral("Contracts 1"), QStringLiteral("contracts 2"),
                QStringLiteral("Contracts 10")}));
    }

    void showsWhatOverflowsHere()
    {
        Bench bench;
        const QString target = bench.window.tenant.addQueue(definition(QStringLiteral("Target")));
        for (const char *name : {"From one", "From two"})
            bench.window.tenant.addQueue(definition(QString::fromLatin1(name), target));
        QVERIFY(bench.open());
        QAction *action = bench.action("overflowingAction");
        bench.select({QStringLiteral("From one")});
        QCOMPARE(action->text(), QStringLiteral("No queue overflows here"));
        QVERIFY(!action->isEnabled());
        bench.select({QStringLiteral("Target")});
        QCOMPARE(action->text(), QStringLiteral("Overflows here from 2 queues"));
        action->trigger();
        QCOMPARE(
            bench.names(), QStringList({QStringLiteral("From one"), QStringLiteral("From two")}));
        QCOMPARE(bench.part<QComboBox>("targetCombo")->currentText(), QStringLiteral("Target"));
        QTest::mouseClick(bench.part<QPushButton>("clearButton"), Qt::LeftButton);
        QCOMPARE(bench.names().size(), 15);
    }

    void asksForOtherPages()
    {
        Bench bench;
        QVERIFY(bench.open());
        const QString name = bench.text(3);
        const QueueId id{bench.idOf(name)};
        QSignalSpy opened(bench.page.get(), &QueuesPage::openRequested);
        QSignalSpy cloned(bench.page.get(), &QueuesPage::cloneRequested);
        QSignalSpy asked(bench.page.get(), &QueuesPage::newRequested);
        QSignalSpy audited(bench.page.get(), &QueuesPage::auditRequested);
        QVERIFY(!bench.action("openQueueAction")->isEnabled());
        const QPoint at = bench.table()->visualRect(bench.table()->model()->index(3, 0)).center();
        QTest::mouseClick(bench.table()->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(bench.table()->viewport(), Qt::LeftButton, {}, at);
        QTest::keyClick(bench.table(), Qt::Key_Return);
        bench.action("openQueueAction")->trigger();
        QCOMPARE(opened.size(), 3);
        for (const QList<QVariant> &arguments : opened)
            QCOMPARE(arguments.first().value<QueueId>(), id);
        bench.action("cloneQueueAction")->trigger();
        QCOMPARE(cloned.value(0).value(0).value<QueueId>(), id);
        bench.action("queueAuditAction")->trigger();
        QCOMPARE(audited.value(0).value(0).toString(), name);
        QTest::mouseClick(bench.part<QPushButton>("newQueueButton"), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void copiesForASpreadsheet()
    {
        Bench bench;
        const QString target = bench.window.tenant.addQueue(definition(QStringLiteral("=1+1")));
        const QString id =
            bench.window.tenant.addQueue(definition(QStringLiteral("A <b>\tB"), target));
        QVERIFY(bench.open());
        bench.select({QStringLiteral("A <b>\tB")});
        bench.action("copyIdAction")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), id);
        QTest::keySequence(bench.table(), QKeySequence::Copy);
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        const QStringList lines = copied->text().split(u'\n');
        QCOMPARE(lines.size(), 3); // header, row, nothing
        QCOMPARE(lines.at(0).section(u'\t', 0, 4),
            QStringLiteral("Name\tId\tCapacity\tPriority\tOverflow target"));
        QCOMPARE(lines.at(1).section(u'\t', 0, 5),
            QStringLiteral("A <b> B\t%1\t1500\t5\t'=1+1\t80").arg(id));
        QVERIFY(copied->html().contains(QStringLiteral("<td>A &lt;b&gt; B</td>")));
        QVERIFY(copied->html().contains(QStringLiteral("<td>'=1+1</td>")));
        QCOMPARE(bench.label("noteLabel"), QStringLiteral("1 row copied"));
        bench.table()->selectAll();
        bench.action("copyRowsAction")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 15);
    }

    void comparesTwo()
    {
        Bench bench;
        QVERIFY(bench.open());
        QAction *action = bench.action("compareQueuesAction");
        bench.select({bench.text(0)});
        QVERIFY(!action->isEnabled());
        bench.select({bench.text(0), bench.text(1)});
        action->trigger();
        auto *window = bench.part<QDialog>("compareWindow");
        QVERIFY(window->isVisible() && !window->isModal());
        auto *table = window->findChild<QTableWidget *>(QStringLiteral("comparisonTable"));
        QVERIFY(table);
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("≠ Name"));
        QCOMPARE(table->item(0, 1)->text(), bench.text(0));
        QCOMPARE(table->item(0, 2)->text(), bench.text(1));
        QCOMPARE(table->item(0, 0)->font().weight(), QFont::DemiBold);
        QCOMPARE(table->item(2, 0)->text(), QStringLiteral("= Type"));
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(!bench.page->findChild<QDialog *>(QStringLiteral("compareWindow")));
    }

    void exportsADefinition()
    {
        Bench bench;
        QVERIFY(bench.open());
        bench.select({bench.text(0)});
        bench.action("exportDefinitionAction")->trigger();
        auto *dialog = bench.part<QFileDialog>("exportDialog");
        QVERIFY(QFileInfo(dialog->selectedFiles().value(0))
                    .fileName()
                    .endsWith(QStringLiteral(".json")));
        const QString file = bench.window.path(QStringLiteral("exported.json"));
        QSignalSpy told(bench.page.get(), &Page::fileWritten);
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QCOMPARE(told.value(0).value(0).toString(), file);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QJsonObject json = QJsonDocument::fromJson(written.readAll()).object();
        QCOMPARE(json.value(QLatin1StringView("name")).toString(), bench.text(0));
        QVERIFY(!json.contains(QLatin1StringView("id")));

        bench.action("exportDefinitionAction")->trigger();
        QTRY_COMPARE(bench.page->findChildren<QFileDialog *>().size(), 1);
        dialog = bench.part<QFileDialog>("exportDialog");
        Q_EMIT dialog->fileSelected(bench.window.path(QStringLiteral("no/such/folder.json")));
        QVERIFY(bench.label("noteLabel").contains(QStringLiteral("could not be written")));
    }

    void exportsSeveralDefinitions()
    {
        Bench bench;
        for (const char *name : {"Same", "same?"}) // the same file name
            bench.window.tenant.addQueue(definition(QString::fromLatin1(name)));
        QVERIFY(bench.open());
        QAction *action = bench.action("exportDefinitionAction");
        bench.select({QStringLiteral("Same")});
        QCOMPARE(action->text(), QStringLiteral("Export definition …"));
        bench.select({QStringLiteral("Same"), QStringLiteral("same?"), bench.text(0)});
        QCOMPARE(action->text(), QStringLiteral("Export 3 definitions …"));
        QDir folder(bench.window.path(QStringLiteral("definitions")));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        for (const int files : {3, 6}) { // what is there stays
            action->trigger();
            QTRY_COMPARE(bench.page->findChildren<QFileDialog *>().size(), 1);
            auto *dialog = bench.part<QFileDialog>("exportDialog");
            QCOMPARE(dialog->fileMode(), QFileDialog::Directory);
            Q_EMIT dialog->fileSelected(folder.path());
            dialog->close();
            QTRY_VERIFY(
                bench.label("noteLabel").startsWith(QStringLiteral("3 definitions were written")));
            QCOMPARE(folder.entryList(QDir::Files).size(), files);
            bench.select({QStringLiteral("Same"), QStringLiteral("same?"), bench.text(0)});
        }
        QFile written(folder.filePath(QStringLiteral("same-2.json")));
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QJsonObject json = QJsonDocument::fromJson(written.readAll()).object();
        QCOMPARE(json.value(QLatin1StringView("name")).toString(), QStringLiteral("same?"));

        action->trigger();
        QTRY_COMPARE(bench.page->findChildren<QFileDialog *>().size(), 1);
        Q_EMIT bench.part<QFileDialog>("exportDialog")
            ->fileSelected(bench.window.path(QStringLiteral("no/such")));
        QTRY_VERIFY(bench.label("noteLabel").contains(QStringLiteral("could not be written")));
        QVERIFY(bench.label("noteLabel").contains(QStringLiteral("0 of 3 definitions")));
    }

    void keepsSelectionAndPlaceOverARefresh()
    {
        Bench bench(queues(200));
        QVERIFY(bench.open());
        const QString name = bench.text(100);
        bench.select({name});
        QScrollBar *bar = bench.table()->verticalScrollBar();
        bar->setValue(95);
        const QString top = bench.text(95);
        bench.window.tenant.addQueue(definition(QStringLiteral("AAA")));
        bench.page->refresh();
        QTRY_COMPARE(bench.names().size(), 201);
        QCOMPARE(bar->value(), 96);
        QCOMPARE(bench.text(bar->value()), top);
        const QModelIndexList selected = bench.table()->selectionModel()->selectedRows();
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.first().data().toString(), name);
    }

    void saysWhatItReads()
    {
        Bench bench;
        bench.window.tenant.setFaults(R"([{"match":"GET /api/v2/queues","do":{"hang":true}}])");
        bench.window.start();
        bench.show();
        QCOMPARE(bench.label("messageHeadline"), QStringLiteral("Reading queues …"));
        QVERIFY(!bench.part<QPushButton>("messageButton")->isVisible());
    }

    void readsAgainAfterAFailure()
    {
        Bench bench;
        bench.window.tenant.setFaults(R"([{"match":"GET /api/v2/queues","do":{"status":403}}])");
        bench.window.start();
        bench.show();
        QTRY_COMPARE(bench.phase(), LoadState::Phase::Failed);
        QCOMPARE(bench.label("messageHeadline"), QStringLiteral("■ The queues could not be read"));
        QVERIFY(bench.label("messageText").contains(QStringLiteral("403")));
        auto *again = bench.part<QPushButton>("messageButton");
        QCOMPARE(again->text(), QStringLiteral("Try again"));
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(bench.names().size(), 12);
        QVERIFY(bench.table()->isVisible());
    }

    void keepsOldRowsUnderABanner()
    {
        Bench bench;
        QVERIFY(bench.open());
        bench.window.tenant.setFaults(R"([{"match":"GET /api/v2/queues","do":{"status":403}}])");
        bench.page->refresh();
        auto *banner = bench.part<QWidget>("banner");
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(bench.label("bannerShape"), QStringLiteral("■"));
        QVERIFY(bench.label("bannerLabel").contains(QStringLiteral("read earlier")));
        QCOMPARE(bench.names().size(), 12);
        QTest::mouseClick(bench.part<QPushButton>("bannerButton"), Qt::LeftButton);
        QTRY_VERIFY(!banner->isVisible());
        QTRY_COMPARE(bench.phase(), LoadState::Phase::Ready);
    }

    void listsNoneTwiceAfterAReadingThatBrokeOff()
    {
        Bench bench(queues(250));
        bench.window.tenant.setFaults(
            R"([{"match":"GET /api/v2/queues","do":{"delayMs":1}},
                {"match":"GET /api/v2/queues","do":{"status":403}},
                {"match":"GET /api/v2/queues","do":{"delayMs":1}},
                {"match":"GET /api/v2/queues","do":{"delayMs":1}},
                {"match":"GET /api/v2/queues","do":{"hang":true}}])");
        bench.window.start();
        bench.show();
        QTRY_COMPARE(bench.phase(), LoadState::Phase::Failed);
        QCOMPARE(bench.names().size(), 100);
        QVERIFY(bench.label("bannerLabel").contains(QStringLiteral("only part")));
        bench.page->refresh();
        QTRY_COMPARE(bench.names().size(), 200);
        const QStringList names = bench.names();
        QCOMPARE(QSet<QString>(names.cbegin(), names.cend()).size(), 200);
    }

    void warnsOfAListWithGaps()
    {
        Bench bench;
        bench.window.tenant.setFaults(
            R"([{"match":"GET /api/v2/queues","times":2,"do":{"status":200,
            "headers":{"Content-Type":"application/json"},
            "body":{"entities":[{"id":"q-1","name":"Billing","capacity":4}],"total":5}}}])");
        QVERIFY(bench.open());
        QTRY_VERIFY(bench.part<QWidget>("banner")->isVisible());
        QCOMPARE(bench.label("bannerShape"), QStringLiteral("▲"));
        QCOMPARE(bench.names(), {QStringLiteral("Billing")});
    }

    void offersANewQueueWhereThereIsNone()
    {
        Bench bench(queues(0));
        QVERIFY(bench.open());
        QCOMPARE(bench.label("messageHeadline"), QStringLiteral("This tenant has no queues yet"));
        QSignalSpy asked(bench.page.get(), &QueuesPage::newRequested);
        QTest::mouseClick(bench.part<QPushButton>("messageButton"), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        bench.window.tenant.addQueue(definition(QStringLiteral("First")));
        bench.page->refresh();
        QTRY_COMPARE(bench.names(), QStringList(QStringLiteral("First")));
        QVERIFY(bench.table()->isVisible());
    }

    void keepsColumnsAndSorting()
    {
        Bench bench;
        QVERIFY(bench.open());
        bench.table()->sortByColumn(1, Qt::DescendingOrder);
        bench.table()->horizontalHeader()->resizeSection(3, 321);
        const QStringList order = bench.names();
        bench.show(); // another page in place of the first one
        QCOMPARE(bench.table()->horizontalHeader()->sectionSize(3), 321);
        QCOMPARE(bench.names(), order);
    }

    void popsUpItsMenu()
    {
        Bench bench;
        QVERIFY(bench.open());
        bench.select({bench.text(0)});
        auto *menu = bench.part<QMenu>("queuesMenu");
        Q_EMIT bench.table()->customContextMenuRequested(QPoint(5, 5));
        QTRY_VERIFY(menu->isVisible());
        QVERIFY(menu->actions().contains(bench.action("openQueueAction")));
        menu->close();
    }

    void holdsTenThousand()
    {
        Bench bench(queues(10'000));
        bench.window.start();
        bench.show();
        QSignalSpy reset(bench.table()->model(), &QAbstractItemModel::modelReset);
        QTRY_COMPARE(bench.phase(), LoadState::Phase::Ready);
        QCOMPARE(bench.table()->model()->rowCount(), 10'000);
        QCOMPARE(reset.size(), 0);
        bench.part<QLineEdit>("searchEdit")->setText(QStringLiteral("q-9876"));
        QCOMPARE(bench.names().size(), 1);
        bench.part<QLineEdit>("searchEdit")->clear();
        bench.table()->sortByColumn(1, Qt::AscendingOrder);
        QCOMPARE(bench.text(0, 1), QStringLiteral("5"));
        QCOMPARE(bench.table()->model()->rowCount(), 10'000);
    }
};

QTEST_MAIN(TestQueuesPage)
#include "tst_queuespage.moc"
