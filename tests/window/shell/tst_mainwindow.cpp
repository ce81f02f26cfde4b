// The frame: first start, the demo tenant, settings that can't be read.

#include "commandrun.h"
#include "frame.h"
#include "looks.h"
#include "patience.h"
#include "window/activity/activities.h"
#include "window/activity/activitybar.h"
#include "window/queueeditor/editordocument.h"
#include "window/queueeditor/editoropening.h"
#include "window/queueeditor/queueeditorpage.h"
#include "window/session/catalog.h"
#include "window/settings/layouts.h"
#include "window/shell/commandpalette.h"
#include "window/shell/filedrop.h"
#include "windowbench.h"

#include <QAction>
#include <QComboBox>
#include <QDataStream>
#include <QDesktopServices>
#include <QDockWidget>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>

using namespace queuesmith;

/// Stands for the desktop's file manager.
class Opener : public QObject {
    Q_OBJECT

public:
    QUrl opened;
    Q_INVOKABLE void take(const QUrl &url) { opened = url; }
};

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void opensTheDemoTenantWithOneClick()
    {
        Frame frame;
        QCOMPARE(frame.window().windowTitle(), QStringLiteral("Queuesmith"));
        frame.click("demoButton");
        QTRY_COMPARE(
            frame.window().windowTitle(), QStringLiteral("Demo tenant · DEMO — Queuesmith"));
        QVERIFY(frame.find<QLabel>("environmentStrip")->text().contains(QLatin1StringView("DEMO")));
        QVERIFY(frame.find<QPushButton>("connectionButton")
                    ->text()
                    .startsWith(QLatin1StringView("Connection:")));
    }

    void startsWithABrokenSettingsFile()
    {
        Frame frame;
        QFile file(frame.path(QStringLiteral("window.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\x01\x02[[[\nnonsense");
        file.close();
        frame.restart();
        QVERIFY(frame.find<QPushButton>("demoButton"));
        QTRY_VERIFY(frame.find<QLabel>("bannerLabel"));
        QVERIFY(frame.find<QLabel>("bannerLabel")
                    ->text()
                    .contains(QLatin1StringView("could not be read")));
        QVERIFY(QFile::exists(frame.path(QStringLiteral("window.ini.broken"))));
    }

    void readsButSendsNothingWhereNothingCanBeWritten()
    {
        Frame frame(QStringLiteral("/proc/nowhere"));
        frame.click("demoButton");
        QTRY_VERIFY(frame.find<QTableView>("queuesTable")
            && frame.find<QTableView>("queuesTable")->model()->rowCount() == 60);
        QTRY_VERIFY(frame.sessions().current()->recordsProblem());
        QStringList said;
        const QList<QLabel *> labels =
            frame.window().findChildren<QLabel *>(QStringLiteral("bannerLabel"));
        for (const QLabel *label : labels) {
            if (label->isVisible())
                said.append(label->text());
        }
        QVERIFY2(said.join(u' ').contains(QLatin1StringView("Nothing can be sent")),
            qPrintable(said.join(u' ')));
    }

    void keepsHowColumnsWereLeft()
    {
        Frame frame;
        const auto columns = [&frame] {
            frame.click("demoButton");
            auto *table =
                QTest::qWaitFor([&frame] { return frame.sessions().current(); }, kPatience)
                ? frame.window().findChild<QTableView *>(QStringLiteral("auditTable"))
                : nullptr;
            return table ? table->horizontalHeader() : nullptr;
        };
        QHeaderView *before = columns();
        QVERIFY(before);
        QVERIFY(before->sectionSize(2) != 222);
        before->resizeSection(2, 222);
        frame.restart();
        QHeaderView *after = columns();
        QVERIFY(after);
        QCOMPARE(after->sectionSize(2), 222);
    }

    void showsTheAuditListInItsWholeWidth()
    {
        Frame frame;
        frame.click("demoButton");
        QTRY_VERIFY(frame.sessions().current());
        frame.restart(); // the log wasn't looked at
        openPage(frame, QStringLiteral("Queue editor"));
        frame.type("nameEdit", QStringLiteral("Autumn Sale"));
        frame.find<QSpinBox>("capacitySpin")->setValue(4);
        frame.click("provisionButton");
        QTRY_VERIFY(frame.find<QLabel>("activityLabel"));
        QTRY_COMPARE(frame.sessions().current()->activities().running(), 0);
        openPage(frame, QStringLiteral("Audit log"));
        QTRY_VERIFY(frame.find<QTableView>("auditTable"));
        const auto *table = frame.find<QTableView>("auditTable");
        QTRY_VERIFY2(table->width() > 450, qPrintable(QString::number(table->width())));
        QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    }

    void putsAsideASplitterThatWasNeverLaidOut_data()
    {
        QTest::addColumn<QByteArray>("state");
        QByteArray never;
        QDataStream stream(&never, QIODevice::WriteOnly);
        stream << qint32(0xff) << qint32(1) << QList<int>{-1, -1} << false << qint32(6) << true
               << qint32(Qt::Horizontal) << false;
        QTest::newRow("never laid out") << never;
        QTest::newRow("nonsense") << QByteArray("nonsense");
        QTest::newRow("nothing") << QByteArray();
    }
    void putsAsideASplitterThatWasNeverLaidOut()
    {
        QFETCH(QByteArray, state);
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("window.ini")));
        QWidget page;
        page.setObjectName(QStringLiteral("page"));
        auto *splitter = new QSplitter(&page);
        splitter->setObjectName(QStringLiteral("splitter"));
        splitter->addWidget(new QWidget);
        splitter->addWidget(new QWidget);
        const QByteArray before = splitter->saveState();
        settings.setLayout(QStringLiteral("page/splitter"), state);
        restoreLayouts(settings, page);
        QCOMPARE(splitter->saveState(), before);
        keepLayouts(settings, page);
        QCOMPARE(settings.layout(QStringLiteral("page/splitter")), state);
    }

    void closesWhenTheWorkEndedDuringTheQuestion()
    {
        Frame frame;
        frame.click("demoButton");
        QTRY_VERIFY(frame.sessions().current());
        Activity *work =
            frame.sessions().current()->activities().begin(QStringLiteral("Something short"));
        frame.window().close();
        auto *question = frame.window().findChild<QMessageBox *>();
        QVERIFY(question && frame.window().isVisible());
        work->conclude(Activity::State::Succeeded, QStringLiteral("done."));
        const QList<QAbstractButton *> buttons = question->buttons();
        for (QAbstractButton *button : buttons) {
            if (question->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
        QTRY_VERIFY(!frame.window().isVisible());
    }

    void watchesAnActivityOnce()
    {
        SystemClock clock;
        Activities activities(clock);
        const Activity *one = activities.begin(QStringLiteral("Something"));
        ActivityBar bar;
        bar.setActivities(&activities);
        const qsizetype once = connectionsOf(*one);
        for (int i = 0; i < 3; ++i) {
            bar.setActivities(nullptr);
            bar.setActivities(&activities);
        }
        QCOMPARE(connectionsOf(*one), once);
    }

    void findsActionsByAFewLetters()
    {
        Frame frame;
        QTest::keyClick(&frame.window(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(frame.find<QLineEdit>("paletteSearch"));
        frame.type("paletteSearch", QStringLiteral("demo open"));
        QTest::keyClick(frame.find<QLineEdit>("paletteSearch"), Qt::Key_Return);
        QTRY_VERIFY(frame.sessions().current());
    }

    void explainsThePageThatIsSeen()
    {
        Frame frame;
        QTest::keyClick(&frame.window(), Qt::Key_F1);
        QTRY_VERIFY(frame.find<QTextBrowser>("helpText"));
        QVERIFY(frame.find<QTextBrowser>("helpText")->toPlainText().startsWith(u"Getting started"));
        frame.click("demoButton");
        QTRY_VERIFY(frame.sessions().current());
        QStringList titles;
        auto *pages = frame.find<QListWidget>("navigation");
        for (int row = 0; row < pages->count(); ++row) {
            pages->setCurrentRow(row);
            titles.append(frame.find<QTextBrowser>("helpText")->toPlainText().section(u'\n', 0, 0));
        }
        QCOMPARE(titles,
            QStringList({QStringLiteral("Queues"), QStringLiteral("Queue editor"),
                QStringLiteral("Wait times"), QStringLiteral("WFM sync"),
                QStringLiteral("Audit log")}));
        QTest::keyClick(&frame.window(), Qt::Key_F1);
        QTRY_VERIFY(!frame.find<QTextBrowser>("helpText"));
    }

    void helpsInEachLanguage()
    {
        for (const QString &topic : QDir(QStringLiteral(":/help/en")).entryList())
            QVERIFY2(QFile::exists(QStringLiteral(":/help/de/") + topic), qPrintable(topic));
        QVERIFY(QDir(QStringLiteral(":/help/en")).entryList().size() >= 8);
    }

    void offersPreferences()
    {
        Frame frame;
        QTest::keyClick(&frame.window(), Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(frame.find<QComboBox>("appearanceBox"));
        auto *box = frame.find<QComboBox>("appearanceBox");
        QCOMPARE(box->currentData().toString(), QStringLiteral("system"));
        QTest::keyClicks(box, QStringLiteral("Dark"));
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(frame.settings().value(setting::kAppearance), QStringLiteral("dark"));
        const auto *dark = frame.window().findChild<QAction *>(QStringLiteral("appearance_dark"));
        QVERIFY(dark && dark->isChecked());
        frame.settings().set(setting::kAppearance, QStringLiteral("system"));
    }

    void givesEachShortcutOnce()
    {
        Frame frame;
        frame.click("demoButton");
        QTRY_VERIFY(frame.sessions().current());
        QStringList seen;
        const QList<QAction *> actions = frame.window().findChildren<QAction *>();
        for (const QAction *action : actions) {
            const QString keys = action->shortcut().toString();
            if (keys.isEmpty())
                continue;
            QVERIFY2(!seen.contains(keys), qPrintable(keys));
            seen.append(keys);
        }
        QVERIFY(seen.size() > 3);
    }

    void givesEachMenuEntryAKeyOfItsOwn_data() { addPages(); }
    void givesEachMenuEntryAKeyOfItsOwn()
    {
        QFETCH(QString, language);
        QFETCH(int, page);
        const OtherLanguage other(language);
        Frame frame;
        goTo(frame, page);
        const QList<QMenu *> menus = menusOf(frame);
        for (QMenu *menu : menus) {
            Q_EMIT menu->aboutToShow(); // some are filled only then
            Q_EMIT menu->aboutToHide();
            const QStringList before = textsOf(*menu);
            Q_EMIT menu->aboutToShow();
            QStringList keys;
            const QList<QAction *> actions = menu->actions();
            for (const QAction *action : actions) {
                if (!action->isVisible() || action->isSeparator())
                    continue;
                const QString key = QKeySequence::mnemonic(action->text()).toString();
                QVERIFY2(!key.isEmpty() && !keys.contains(key), qPrintable(action->text()));
                keys.append(key);
            }
            Q_EMIT menu->aboutToHide();
            QCOMPARE(textsOf(*menu), before);
        }
    }

    void givesEachFieldAKeyOfItsOwn_data() { addPages(); }
    /// A field that has one in English has one in each language.
    void givesEachFieldAKeyOfItsOwn()
    {
        QFETCH(QString, language);
        QFETCH(int, page);
        const QStringList english = [page] {
            Frame frame;
            goTo(frame, page);
            return fieldsWithKeys(frame).keys();
        }();
        const OtherLanguage other(language);
        Frame frame;
        goTo(frame, page);
        const QMap<QString, QString> found = fieldsWithKeys(frame);
        QCOMPARE(found.keys(), english);
        QStringList twice;
        QHash<QString, QString> taken;
        const QList<QAction *> menus = frame.window().menuBar()->actions();
        for (const QAction *menu : menus)
            taken.insert(QKeySequence::mnemonic(menu->text()).toString(), menu->text());
        QCOMPARE(taken.size(), menus.size());
        QVERIFY(!taken.contains(QString()));
        for (auto field = found.cbegin(); field != found.cend(); ++field) {
            const QString key = QKeySequence::mnemonic(field.value()).toString();
            if (taken.contains(key))
                twice.append(field.value() + u'/' + taken.value(key));
            taken.insert(key, field.value());
        }
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(QStringLiteral(", "))));
    }

    void explainsUnknownOutcomesByTheMenusName_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void explainsUnknownOutcomesByTheMenusName()
    {
        QFETCH(QString, language);
        const OtherLanguage other(language);
        Frame frame;
        goTo(frame, 4);
        QTest::keyClick(&frame.window(), Qt::Key_F1);
        QTRY_VERIFY(frame.find<QTextBrowser>("helpText"));
        const auto *settle = frame.window().findChild<QAction *>(QStringLiteral("settleAction"));
        QVERIFY(settle);
        const QString name = QString(settle->text()).remove(u'&');
        const QString help = frame.find<QTextBrowser>("helpText")->toPlainText();
        QVERIFY2(help.contains(name), qPrintable(name));
    }

    void offersWhatMeansSomethingHere()
    {
        Frame frame;
        openPage(frame, QStringLiteral("Queues"));
        QTRY_VERIFY(frame.find<QTableView>("queuesTable"));
        QVERIFY(offered(frame, "Queue").contains(QStringLiteral("Open")));
        QVERIFY(!offered(frame, "Queue").contains(QStringLiteral("Provision")));
        QCOMPARE(offered(frame, "Queue").count(QStringLiteral("Clone queue")), 1);
        QVERIFY(!offered(frame, "View").contains(QStringLiteral("Zoom in")));
        // Provision's key, on the list: no empty new queue with an error.
        QTest::keyClick(&frame.window(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(frame.find<QTableView>("queuesTable"));

        openPage(frame, QStringLiteral("Queue editor"));
        QVERIFY(offered(frame, "Queue").contains(QStringLiteral("Provision")));
        QVERIFY(!offered(frame, "Queue").contains(QStringLiteral("Open")));
        QCOMPARE(offered(frame, "Queue").count(QStringLiteral("Clone queue")), 1);
        QVERIFY(frame.find<QPushButton>("provisionButton")->isEnabled());

        openPage(frame, QStringLiteral("Wait times"));
        QVERIFY(offered(frame, "View").contains(QStringLiteral("Zoom in")));
        openPage(frame, QStringLiteral("Queues"));
        openPage(frame, QStringLiteral("Queue editor"));
        QVERIFY(frame.find<QPushButton>("provisionButton")->isEnabled());
    }

    void beginsWithATemplate()
    {
        Frame frame;
        openPage(frame, QStringLiteral("Queues"));
        const auto *button = frame.find<QToolButton>("templatesButton");
        QVERIFY(button && button->menu());
        QAction *first = button->menu()->actions().value(0);
        QVERIFY(first);
        first->trigger();
        QTRY_VERIFY(frame.find<QLineEdit>("nameEdit"));
        QCOMPARE(frame.find<QLineEdit>("nameEdit")->text(), first->text());
    }

    void readsADefinitionThatIsDropped()
    {
        Frame frame;
        openPage(frame, QStringLiteral("Queues"));
        const QString file = frame.path(QStringLiteral("dropped.json"));
        QFile json(file);
        QVERIFY(json.open(QIODevice::WriteOnly));
        json.write(QJsonDocument(springSale()).toJson());
        json.close();
        auto *target = frame.find<QLineEdit>("searchEdit"); // would take the address for text
        QVERIFY(!dropOn(target, frame.path(QStringLiteral("window.ini"))));
        target->clear();
        QVERIFY(dropOn(target, file));
        QCOMPARE(target->text(), QString());
        QTRY_VERIFY(frame.find<QLineEdit>("nameEdit"));
        QTRY_COMPARE(
            frame.find<QLineEdit>("nameEdit")->text(), springSale()[QLatin1StringView("name")]);
    }

    void remembersWhereAFileWent()
    {
        Frame frame;
        openPage(frame, QStringLiteral("Queue editor"));
        QTemporaryDir elsewhere;
        frame.type("nameEdit", QStringLiteral("Kept"));
        QTest::keyClick(&frame.window(), Qt::Key_S, Qt::ControlModifier);
        auto *dialog = frame.window().findChild<QFileDialog *>(QStringLiteral("exportDialog"));
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(elsewhere.filePath(QStringLiteral("kept.json")));
        dialog->close();
        QTRY_VERIFY(frame.find<QPushButton>("bannerButton"));
        QCOMPARE(frame.find<QPushButton>("bannerButton")->text(), QStringLiteral("Show in folder"));
        Opener opener;
        QDesktopServices::setUrlHandler(QStringLiteral("file"), &opener, "take");
        frame.click("bannerButton");
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        QCOMPARE(opener.opened, QUrl::fromLocalFile(elsewhere.path()));

        QTRY_VERIFY(!frame.window().findChild<QFileDialog *>(QStringLiteral("exportDialog")));
        openPage(frame, QStringLiteral("Audit log"));
        QVERIFY(!frame.find<QPushButton>("bannerButton"));
        QTRY_VERIFY(frame.find<QPushButton>("exportCsvButton")->isEnabled());
        frame.click("exportCsvButton");
        const auto *next = frame.window().findChild<QFileDialog *>(QStringLiteral("exportDialog"));
        QVERIFY(next);
        QCOMPARE(next->directory().absolutePath(), QDir(elsewhere.path()).absolutePath());
    }

private:
    static constexpr int kConnection = 5; ///< after the pages of the navigation
    static constexpr int kAdvanced = 6; ///< with its advanced settings
    static constexpr int kReview = 7;

    static void addPages()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("page");
        for (const char *language : {"en", "de"}) {
            int page = 0;
            for (const char *name : {"queues", "editor", "wait times", "WFM sync", "audit log",
                     "connection", "connection, advanced", "review"})
                QTest::addRow("%s, %s", name, language) << QString::fromLatin1(language) << page++;
        }
    }
    /// In the demo tenant, in whatever language.
    static void goTo(const Frame &frame, int page)
    {
        frame.click("demoButton");
        QTRY_VERIFY(frame.sessions().current());
        const bool isConnection = page == kConnection || page == kAdvanced;
        const int row = page == kReview ? 1 : page;
        QTest::keyClick(&frame.window(),
            isConnection ? Qt::Key_T : static_cast<Qt::Key>(Qt::Key_1 + row), Qt::ControlModifier);
        if (page == kAdvanced)
            frame.find<QToolButton>("advancedButton")->click();
        if (page != kReview)
            return;
        const Catalog &catalog = frame.sessions().current()->catalog();
        QTRY_COMPARE(catalog.queueState().phase, LoadState::Phase::Ready);
        auto *editor = frame.window().findChild<QueueEditorPage *>();
        editor->opening().openQueue(catalog.queues().first().id);
        QTRY_VERIFY(editor->document().base());
        auto *capacity = frame.find<QSpinBox>("capacitySpin");
        capacity->setValue(capacity->value() + 1);
        frame.click("reviewButton");
        QTRY_VERIFY(frame.find<QPushButton>("sendButton"));
    }
    /// Those of the menu bar, and the menus in them.
    static QList<QMenu *> menusOf(const Frame &frame)
    {
        QList<QMenu *> menus;
        const QList<QAction *> titles = frame.window().menuBar()->actions();
        for (const QAction *title : titles) {
            menus.append(title->menu());
            const QList<QAction *> actions = title->menu()->actions();
            for (const QAction *action : actions) {
                if (action->menu())
                    menus.append(action->menu());
            }
        }
        return menus;
    }
    static QStringList textsOf(const QMenu &menu)
    {
        QStringList texts;
        const QList<QAction *> actions = menu.actions();
        for (const QAction *action : actions)
            texts.append(action->text());
        return texts;
    }
    /// The text with its key, by the name of the label or the button.
    static QMap<QString, QString> fieldsWithKeys(const Frame &frame)
    {
        QMap<QString, QString> fields;
        const QList<QWidget *> all = frame.window().findChildren<QWidget *>();
        for (const QWidget *one : all) {
            const auto *label = qobject_cast<const QLabel *>(one);
            const bool isField = label ? label->buddy() != nullptr
                                       : qobject_cast<const QAbstractButton *>(one) != nullptr;
            const QString text = one->property("text").toString();
            if (isField && one->isVisible() && !QKeySequence::mnemonic(text).isEmpty())
                fields.insert(one->objectName(), text);
        }
        return fields;
    }
    static void openPage(const Frame &frame, const QString &page)
    {
        if (!frame.sessions().current()) {
            frame.click("demoButton");
            QTRY_VERIFY(frame.sessions().current());
        }
        if (page == QLatin1StringView("connection")) {
            QTest::keyClick(&frame.window(), Qt::Key_T, Qt::ControlModifier);
            return;
        }
        auto *navigation = frame.find<QListWidget>("navigation");
        navigation->setCurrentItem(navigation->findItems(page, Qt::MatchExactly).value(0));
    }
    /// What a menu shows, without the marks of its keys.
    static QStringList offered(const Frame &frame, const char *title)
    {
        QStringList texts;
        const QList<QAction *> menus = frame.window().menuBar()->actions();
        for (const QAction *menu : menus) {
            if (QString(menu->text()).remove(u'&') != QLatin1StringView(title))
                continue;
            const QList<QAction *> actions = menu->menu()->actions();
            for (const QAction *action : actions) {
                if (action->isVisible() && !action->isSeparator())
                    texts.append(QString(action->text()).remove(u'&'));
            }
        }
        return texts;
    }
    /// Whether the file was taken.
    static bool dropOn(QWidget *target, const QString &file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(target, &enter);
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
        drop.setAccepted(false);
        if (FileDrop::fileOf(&data).isEmpty())
            return false;
        QCoreApplication::sendEvent(target, &drop);
        return drop.isAccepted();
    }
    static qsizetype connectionsOf(const QObject &object)
    {
        static QStringList lines;
        const QtMessageHandler before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &line) { lines.append(line); });
        object.dumpObjectInfo();
        qInstallMessageHandler(before);
        return std::exchange(lines, {}).filter(QStringLiteral("-->")).size();
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
