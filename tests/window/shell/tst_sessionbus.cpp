// A session bus that takes connections and never says a word, as one that hangs does.

#include "fakeclock.h"
#include "window/activity/activities.h"
#include "window/appearance/theme.h"
#include "window/settings/settings.h"
#include "window/shell/desktopnotifier.h"
#include "windowbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <memory>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace queuesmith;
using namespace std::chrono_literals;

namespace {

/// Whoever waits for it is let go when this ends.
class SilentBus {
public:
    explicit SilentBus(const QByteArray &path)
        : m_listening(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
        ::unlink(path.constData());
        m_isUp =
            ::bind(m_listening, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
            && ::listen(m_listening, 8) == 0;
    }
    ~SilentBus() { ::close(m_listening); }
    SilentBus(const SilentBus &) = delete;
    SilentBus &operator=(const SilentBus &) = delete;

    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] bool wasAsked() const
    {
        pollfd waited{m_listening, POLLIN, 0};
        return ::poll(&waited, 1, 0) == 1;
    }

private:
    int m_listening;
    bool m_isUp = false;
};

/// Whoever waits for the bus waits until it goes.
constexpr qint64 kMostMs = 5'000;

} // namespace

class TestSessionBus : public QObject {
    Q_OBJECT

public:
    explicit TestSessionBus(const QByteArray &path)
        : m_bus(std::make_unique<SilentBus>(path))
    {
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    /// In one test, since Qt asks a bus that failed once not again.
    void neitherColoursNorNotificationsWaitForIt()
    {
        QVERIFY(m_bus->isUp());
        QElapsedTimer watch;
        watch.start();
        const Theme theme;
        FakeClock clock;
        QWidget window;
        const QTemporaryDir folder;
        const Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        DesktopNotifier notifier(settings, window);
        Activities activities(clock);
        notifier.watch(activities);
        Activity *activity = activities.begin(QStringLiteral("Creating “Gold”"));
        clock.advance(6s);
        activity->conclude(Activity::State::Failed, QStringLiteral("no."));
        QCoreApplication::processEvents();
        QVERIFY2(watch.elapsed() < kMostMs, "the window waited for the bus");
        QTRY_VERIFY(m_bus->wasAsked());
        m_bus.reset(); // who waits for it is let go
    }

private:
    std::unique_ptr<SilentBus> m_bus;
};

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    const QByteArray path = folder.filePath(QStringLiteral("bus")).toUtf8();
    qputenv("DBUS_SESSION_BUS_ADDRESS", QByteArray("unix:path=" + path));
    const QApplication app(argc, argv);
    TestSessionBus test(path);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sessionbus.moc"
