// What a page needs, whatever the tenant calls its queues: the window fits a small screen, at a
// large font too, and nothing is out of reach.

#include "frame.h"
#include "looks.h"
#include "patience.h"
#include "window/activity/activities.h"
#include "window/appearance/elidedlabel.h"
#include "window/appearance/wideword.h"
#include "window/queueeditor/editordocument.h"
#include "window/queueeditor/editoropening.h"
#include "window/queueeditor/queueeditorpage.h"
#include "window/session/catalog.h"
#include "window/shell/pagearea.h"
#include "window/waittimes/waittimespage.h"
#include "windowbench.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <array>

using namespace queuesmith;

namespace {

constexpr QSize kMostLeast(1000, 680);
constexpr std::array kSizes{QSize(1000, 680), QSize(1024, 720), QSize(1440, 900)};
constexpr qsizetype kLength = 260;

/// Names that a tenant may give, longer than any line.
QStringList hostileNames()
{
    const QString arabic = QStringLiteral("قائمة انتظار طويلة ");
    const QString html =
        QStringLiteral("<table width=4000><tr><td><h1>Big</h1></td></tr></table><img src=x>&amp;");
    return {QStringLiteral("Claims and renewals of the north ").repeated(9).left(kLength),
        QString(kLength, u'W'), arabic.repeated(14).left(kLength).trimmed(),
        html.repeated(4).left(kLength)};
}

/// A tenant with such queues, opened in the frame.
class HostileTenant {
public:
    HostileTenant()
    {
        for (const QString &name : hostileNames())
            m_ids.append(tenant.addQueue({{QStringLiteral("name"), name},
                {QStringLiteral("description"), name}, {QStringLiteral("capacity"), 8},
                {QStringLiteral("skillGroups"), QJsonArray{QStringLiteral("skill_group_id_1")}}}));
        Connection connection;
        connection.name = QString(kLength, u'W');
        connection.baseUrl = QUrl(tenant.url());
        connection.clientId = QStringLiteral("demo");
        connection.licensedAgents = 500;
        connection.environment = Environment::Test;
        connection.wfm.endpoint = QUrl(QStringLiteral("https://wfm.example.com/queue-sync"));
        frame.sessions().choose(connection, "demo-secret");
    }

    [[nodiscard]] bool isReady() const
    {
        return QTest::qWaitFor(
            [this] {
                const Catalog &catalog = frame.sessions().current()->catalog();
                return catalog.queueState().phase == LoadState::Phase::Ready
                    && catalog.skillState().phase == LoadState::Phase::Ready;
            },
            kPatience);
    }
    [[nodiscard]] QueueId id(qsizetype index) const { return QueueId{m_ids.at(index)}; }
    void go(int row) const
    {
        QTest::keyClick(
            &frame.window(), static_cast<Qt::Key>(Qt::Key_1 + row), Qt::ControlModifier);
    }

    DemoTenant tenant;
    Frame frame;

private:
    QStringList m_ids;
};

QString described(const QWidget *widget)
{
    return QStringLiteral("%1 “%2” needs %3×%4, in %5")
        .arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName())
        .arg(widget->minimumSizeHint().width())
        .arg(widget->minimumSizeHint().height())
        .arg(widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
}

/// The parts of a page that need most of its width, for the message of a failing test.
QString widest(const QWidget &page)
{
    QStringList lines;
    const QList<QWidget *> all = page.findChildren<QWidget *>();
    for (const QWidget *one : all) {
        if (one->isVisible() && one->minimumSizeHint().width() > page.width() / 3)
            lines.append(described(one));
    }
    return lines.join(u'\n');
}

/// An answer that comes meanwhile changes texts; these are laid out too before anything is
/// measured.
void settleLayouts()
{
    QCoreApplication::processEvents();
    QCoreApplication::processEvents(); // what the first asked to lay out
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

const PageArea *seenArea(const Frame &frame)
{
    const QList<PageArea *> areas = frame.window().findChildren<PageArea *>();
    for (const PageArea *area : areas) {
        if (area->isVisible())
            return area;
    }
    return nullptr;
}

void checkSizes(const Frame &frame, bool isUsualFont)
{
    QWidget &window = frame.window();
    for (const QSize &size : kSizes) {
        window.resize(size);
        settleLayouts();
        const QSize least = window.minimumSizeHint();
        QVERIFY2(least == least.boundedTo(kMostLeast),
            qPrintable(QStringLiteral("the window needs %1×%2\n%3")
                           .arg(least.width())
                           .arg(least.height())
                           .arg(widest(window))));
        QCOMPARE(window.size(), size);
        const PageArea *area = seenArea(frame);
        QVERIFY(area);
        if (isUsualFont)
            QVERIFY2(area->widget()->width() <= area->viewport()->width(),
                qPrintable(QStringLiteral("%1 is %2 wide in %3, at %4\n%5")
                               .arg(area->widget()->objectName())
                               .arg(area->widget()->width())
                               .arg(area->viewport()->width())
                               .arg(size.width())
                               .arg(widest(*area->widget()))));
        const QList<QAbstractButton *> buttons = area->widget()->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->isVisible() && qobject_cast<const QPushButton *>(button))
                QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                    qPrintable(described(button)));
        }
    }
}

/// The texts that are seen with less room than they need; what is elided on purpose isn't.
QString cutTexts(const Frame &frame, const QString &page)
{
    settleLayouts();
    QStringList cut;
    const auto note = [&](const QWidget *widget, const QString &text, int room, int needed) {
        cut.append(QStringLiteral("%1: %2 “%3” has %4 of %5\n")
                       .arg(page, widget->objectName(), text)
                       .arg(room)
                       .arg(needed));
    };
    const QList<QWidget *> all = frame.window().findChildren<QWidget *>();
    for (const QWidget *one : all) {
        if (!one->isVisible() || qobject_cast<const ElidedLabel *>(one))
            continue;
        const QString text = one->property("text").toString();
        if (const auto *label = qobject_cast<const QLabel *>(one)) {
            if (label->wordWrap() && label->height() < label->heightForWidth(label->width()))
                note(one, text, label->height(), label->heightForWidth(label->width()));
            if (!label->wordWrap() && label->width() < label->sizeHint().width())
                note(one, text, label->width(), label->sizeHint().width());
        } else if (qobject_cast<const QAbstractButton *>(one) && !text.isEmpty()) {
            if (one->width() < one->minimumSizeHint().width())
                note(one, text, one->width(), one->minimumSizeHint().width());
        } else if (const auto *bar = qobject_cast<const QTabBar *>(one)) {
            if (bar->width() < bar->sizeHint().width())
                note(one, {}, bar->width(), bar->sizeHint().width());
        } else if (const auto *list = qobject_cast<const QListWidget *>(one)) {
            if (list->viewport()->width() < list->sizeHintForColumn(0)
                && list->objectName() == QLatin1StringView("navigation"))
                note(one, {}, list->viewport()->width(), list->sizeHintForColumn(0));
        }
    }
    return cut.join(QString());
}

} // namespace

class TestSize : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void noNameWidensTheWindow_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("page");
        QTest::addColumn<double>("font");
        for (const char *language : {"en", "de"}) {
            for (const char *page : {"welcome", "connections", "queues", "editor", "review",
                     "wait times", "exports", "audit log", "activity"}) {
                for (const double font : {1.0, 1.5})
                    QTest::addRow("%s, %s, font %.1f", page, language, font)
                        << QString::fromLatin1(language) << QString::fromLatin1(page) << font;
            }
        }
    }
    void noNameWidensTheWindow()
    {
        QFETCH(QString, language);
        QFETCH(QString, page);
        QFETCH(double, font);
        const OtherLanguage other(language);
        const LargerFont larger(font);
        const bool isUsualFont = font == 1.0;
        if (page == QLatin1StringView("welcome") || page == QLatin1StringView("connections")) {
            Frame frame;
            if (page == QLatin1StringView("connections"))
                frame.click("connectButton");
            checkSizes(frame, isUsualFont);
            return;
        }
        HostileTenant hostile;
        QVERIFY(hostile.isReady());
        const Frame &frame = hostile.frame;
        if (page == QLatin1StringView("exports") || page == QLatin1StringView("audit log")
            || page == QLatin1StringView("activity"))
            createOne(hostile);
        const qsizetype names = language == QLatin1StringView("en") ? hostileNames().size() : 2;
        for (qsizetype i = 0; i < names; ++i) {
            showPage(hostile, page, i);
            checkSizes(frame, isUsualFont);
        }
    }

    void cutsNoTextOff_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("font");
        for (const char *language : {"en", "de"}) {
            QTest::addRow("%s, 1024×720", language)
                << QString::fromLatin1(language) << QSize(1024, 720) << 1.0;
            QTest::addRow("%s, 1024×720, large font", language)
                << QString::fromLatin1(language) << QSize(1024, 720) << 1.5;
            QTest::addRow("%s, 1440×900, large font", language)
                << QString::fromLatin1(language) << QSize(1440, 900) << 1.5;
        }
    }
    /// Of the window's own texts, with names that are usual.
    void cutsNoTextOff()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        QFETCH(double, font);
        const OtherLanguage other(language);
        const LargerFont larger(font);
        Frame frame;
        frame.window().resize(size);
        QString cut = cutTexts(frame, QStringLiteral("welcome"));
        frame.click("connectButton");
        frame.find<QToolButton>("advancedButton")->click();
        cut += cutTexts(frame, QStringLiteral("connection"));
        frame.sessions().chooseDemo();
        QTRY_VERIFY(frame.sessions().current());
        const Catalog &catalog = frame.sessions().current()->catalog();
        QTRY_COMPARE(catalog.queueState().phase, LoadState::Phase::Ready);
        QTRY_COMPARE(catalog.skillState().phase, LoadState::Phase::Ready);
        const auto go = [&frame](int row) {
            QTest::keyClick(
                &frame.window(), static_cast<Qt::Key>(Qt::Key_1 + row), Qt::ControlModifier);
        };
        go(0);
        cut += cutTexts(frame, QStringLiteral("queues"));
        go(1);
        auto *editor = frame.window().findChild<QueueEditorPage *>();
        editor->opening().openQueue(catalog.queues().first().id);
        QTRY_VERIFY(editor->document().base());
        auto *capacity = frame.find<QSpinBox>("capacitySpin");
        capacity->setValue(capacity->value() + 1);
        cut += cutTexts(frame, QStringLiteral("editor"));
        frame.click("reviewButton");
        QTRY_VERIFY(frame.find<QPushButton>("sendButton"));
        cut += cutTexts(frame, QStringLiteral("review"));
        go(2);
        frame.window().findChild<WaitTimesPage *>()->showQueue(QueueId{QStringLiteral("q-4")});
        const auto *promise = frame.window().findChild<QLabel *>(QStringLiteral("promiseLabel"));
        QTRY_VERIFY(!promise->text().isEmpty());
        auto *tabs = frame.find<QTabWidget>("chartTabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            cut += cutTexts(frame, QStringLiteral("wait times %1").arg(tab));
        }
        const auto *card = frame.find<QScrollArea>("cardArea"); // a large font may scroll there
        QVERIFY2(font > 1.0 || card->widget()->width() <= card->viewport()->width(),
            qPrintable(widest(*card->widget())));
        go(3);
        cut += cutTexts(frame, QStringLiteral("exports"));
        go(4);
        cut += cutTexts(frame, QStringLiteral("audit log"));
        QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut));
    }

    void elidesOnlyWhatCantBeBroken_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const QString usual = QStringLiteral("“Claims” was created. It has 40 agents and is read "
                                             "back in a while, so nothing is lost.");
        QTest::newRow("a sentence") << usual << usual;
        const QString path = QStringLiteral("/home/person/documents/exports/november/audit.csv");
        QTest::newRow("a path") << path << path;
        QTest::newRow("a word") << QStringLiteral("“%1” is gone").arg(QString(60, u'W'))
                                << QStringLiteral("“%1… is gone").arg(QString(38, u'W'));
        const QString bold = QStringLiteral("𝐀"); // two code units
        QTest::newRow("no half letter")
            << QString(38, u'W') + bold.repeated(4) << QString(38, u'W') + u'…';
        QTest::newRow("nothing") << QString() << QString();
    }
    void elidesOnlyWhatCantBeBroken()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(withoutWideWords(text), shown);
        QLabel label;
        showWrapped(&label, text);
        QCOMPARE(label.text(), shown);
        QCOMPARE(label.accessibleName(), text == shown ? QString() : text);
    }

    void opensWithinTheScreen_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("screen");
        QTest::addColumn<double>("font");
        for (const char *language : {"en", "de"}) {
            for (const QSize &screen : {QSize(1024, 720), QSize(1440, 900)}) {
                for (const double font : {1.0, 1.5})
                    QTest::addRow(
                        "%s, %d×%d, font %.1f", language, screen.width(), screen.height(), font)
                        << QString::fromLatin1(language) << screen << font;
            }
        }
    }
    void opensWithinTheScreen()
    {
        QFETCH(QString, language);
        QFETCH(QSize, screen);
        QFETCH(double, font);
        const OtherLanguage other(language);
        const LargerFont larger(font);
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("window.ini")));
        Theme theme;
        SystemClock clock;
        Sessions sessions(Profiles(folder.filePath(QStringLiteral("connections.ini"))), {}, clock,
            [] { return 0.5; });
        const DiagnosticLog log(std::make_shared<KnownSecrets>(), [](const QByteArray &) {});
        MainWindow window(sessions, settings, theme, log);
        window.resize(1770, 1140);
        window.fitTo(QRect({0, 0}, screen));
        window.show();
        const QSize all = window.frameGeometry().size();
        QVERIFY2(all == all.boundedTo(screen),
            qPrintable(QStringLiteral("%1×%2").arg(all.width()).arg(all.height())));
    }

private:
    static void createOne(const HostileTenant &hostile)
    {
        const Frame &frame = hostile.frame;
        hostile.go(1);
        frame.type("nameEdit", QString(kLength - 1, u'M'));
        frame.find<QSpinBox>("capacitySpin")->setValue(4);
        frame.click("provisionButton");
        QTRY_VERIFY(frame.find<QLabel>("activityLabel"));
        QTRY_COMPARE(frame.sessions().current()->activities().running(), 0);
    }

    static void showPage(const HostileTenant &hostile, const QString &page, qsizetype name)
    {
        const Frame &frame = hostile.frame;
        if (page == QLatin1StringView("queues")) {
            hostile.go(0);
            auto *table = frame.find<QTableView>("queuesTable");
            QTRY_COMPARE(table->model()->rowCount(), 16);
            table->selectRow(static_cast<int>(name));
        } else if (page == QLatin1StringView("editor") || page == QLatin1StringView("review")) {
            hostile.go(1);
            auto *editor = frame.window().findChild<QueueEditorPage *>();
            editor->opening().discardDraft();
            editor->opening().openQueue(hostile.id(name));
            auto *spin = frame.find<QSpinBox>("capacitySpin");
            QTRY_COMPARE(spin->value(), 8);
            if (page == QLatin1StringView("editor"))
                return;
            spin->setValue(9);
            frame.click("reviewButton");
            QTRY_VERIFY(frame.find<QPushButton>("sendButton"));
        } else if (page == QLatin1StringView("wait times")) {
            hostile.go(2);
            frame.window().findChild<WaitTimesPage *>()->showQueue(hostile.id(name));
            QTRY_COMPARE(frame.find<QComboBox>("queueCombo")->currentData().toString(),
                hostile.id(name).value);
        } else if (page == QLatin1StringView("exports")) {
            hostile.go(3);
            QTRY_VERIFY(frame.find<QTableView>("exportsTable"));
            frame.find<QTableView>("exportsTable")->selectRow(0);
        } else if (page == QLatin1StringView("audit log")) {
            hostile.go(4);
            QTRY_VERIFY(frame.find<QTableView>("auditTable"));
            frame.find<QTableView>("auditTable")->selectRow(static_cast<int>(name) % 2);
        }
    }
};

QTEST_MAIN(TestSize)
#include "tst_size.moc"
