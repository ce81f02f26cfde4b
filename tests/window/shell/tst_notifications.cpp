// What the desktop is told, by a desktop of our own on a session bus of its own.

#include "fakeclock.h"
#include "window/activity/activities.h"
#include "window/settings/settings.h"
#include "window/shell/desktopnotifier.h"

#include <QApplication>
#include <QDBusConnection>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace queuesmith;
using namespace std::chrono_literals;

/// Takes notifications, as a desktop does.
class Desktop : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList told;

public Q_SLOTS:
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &text,
        const QStringList &, const QVariantMap &, int)
    {
        told.append(title + u'|' + text);
        return 1;
    }
};

class TestNotifications : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QDBusConnection bus =
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"));
        QVERIFY2(bus.isConnected(), "this test runs under dbus-run-session");
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &m_desktop,
            QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.Notifications")));
    }

    void tellsWhatNobodyWatched_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("isSeen");
        QTest::addColumn<bool>("isWanted");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("long work, the person elsewhere") << 5 << false << true << true;
        QTest::newRow("short work") << 4 << false << true << false;
        QTest::newRow("the window is looked at") << 5 << true << true << false;
        QTest::newRow("switched off") << 5 << false << false << false;
    }

    void tellsWhatNobodyWatched()
    {
        QFETCH(int, seconds);
        QFETCH(bool, isSeen);
        QFETCH(bool, isWanted);
        QFETCH(bool, isTold);
        const QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        settings.set(setting::kNotifications, isWanted);
        QWidget window;
        if (isSeen) {
            window.show();
            window.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&window));
        }
        FakeClock clock;
        DesktopNotifier notifier(settings, window);
        Activities activities(clock);
        notifier.watch(activities);
        m_desktop.told.clear();

        Activity *work = activities.begin(QStringLiteral("Creating “Gold”"));
        clock.advance(std::chrono::seconds(seconds));
        work->conclude(Activity::State::Failed, QStringLiteral("no & never."));
        // Whatever comes of the first is there before what is told of this one.
        settings.set(setting::kNotifications, true);
        window.hide();
        QTRY_VERIFY(!window.isActiveWindow());
        Activity *control = activities.begin(QStringLiteral("Control"));
        clock.advance(9s);
        control->conclude(Activity::State::Succeeded, QStringLiteral("done."));

        QStringList expected{QStringLiteral("Control|Control: done.")};
        if (isTold)
            expected.prepend(QStringLiteral("Creating “Gold”|Creating “Gold”: no &amp; never."));
        QTRY_COMPARE(m_desktop.told.size(), expected.size());
        QCOMPARE(m_desktop.told, expected);
    }

private:
    Desktop m_desktop;
};

QTEST_MAIN(TestNotifications)
#include "tst_notifications.moc"
