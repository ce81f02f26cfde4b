// Prints, a line each and separated by tabs, what reading a year of quarters of an hour takes, from
// the demo tenant and from the cache: what, figure, unit.

#include "cxone/tenantfactory.h"
#include "history/historycache.h"
#include "history/historyloader.h"
#include "sandbox/sandboxserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace queuesmith;

namespace {

constexpr int kYear = 365;

void print(const char *what, double value, const char *unit)
{
    std::printf("%s\t%.3f\t%s\n", what, value, unit);
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Of this thread, so that other programs on a busy machine don't count.
double processorMilliseconds()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

/// Knows the longest piece of work that its event loop did at once.
class TimedApplication final : public QCoreApplication {
    Q_OBJECT

public:
    using QCoreApplication::QCoreApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread()) // the demo tenant's
            return QCoreApplication::notify(receiver, event);
        const double before = processorMilliseconds();
        const bool done = QCoreApplication::notify(receiver, event);
        m_longest = std::max(m_longest, processorMilliseconds() - before);
        return done;
    }
    double takeLongest() { return std::exchange(m_longest, 0); }

private:
    double m_longest = 0;
};

/// The demo tenant on a thread of its own.
class Tenant {
public:
    Tenant()
    {
        SandboxOptions options;
        options.days = kYear + 5;
        m_server = new SandboxServer(options);
        m_server->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        m_thread.start();
        QMetaObject::invokeMethod(
            m_server,
            [this] {
                (void)m_server->listen();
                m_url = m_server->baseUrl();
            },
            Qt::BlockingQueuedConnection);
    }
    ~Tenant()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Tenant(const Tenant &) = delete;
    Tenant &operator=(const Tenant &) = delete;

    [[nodiscard]] const QUrl &url() const { return m_url; }

private:
    QThread m_thread;
    SandboxServer *m_server = nullptr;
    QUrl m_url;
};

/// Works through the steps one after the other, each when the one before is done.
class Measurement final : public QObject {
    Q_OBJECT

public:
    Measurement(TimedApplication &application, TenantClient &tenant, const QString &file)
        : m_application(application)
        , m_tenant(tenant)
        , m_cache(file)
        , m_loader(tenant, m_clock, &m_cache)
    {
    }

    void start()
    {
        // The busiest queue of the estate.
        load(90, "90 days of a busy queue from the demo tenant", [this] {
            load(kYear, "a year of quarters from the tenant", [this] {
                load(kYear, "a year of quarters, all but the newest days from the cache",
                    [] { QCoreApplication::exit(0); });
            });
        });
    }

private:
    void load(int days, const char *what, std::function<void()> next)
    {
        (void)m_application.takeLongest();
        m_timer.start();
        HistoryLoad *load = m_loader.load(QueueId{QStringLiteral("q-12")}, days, this,
            [this, what, next = std::move(next)](const Result<History> &history) {
                if (!history) {
                    std::fputs(qPrintable(history.error().message), stderr);
                    QCoreApplication::exit(1);
                    return;
                }
                print(what, milliseconds(m_timer), "ms");
                print("  records", static_cast<double>(history.value().records.size()), "");
                print("  longest piece of work", m_application.takeLongest(), "ms");
                next();
            });
        connect(load, &HistoryLoad::cached, this,
            [this] { print("until the cache's records were there", milliseconds(m_timer), "ms"); });
    }

    TimedApplication &m_application;
    TenantClient &m_tenant;
    SystemClock m_clock;
    HistoryCache m_cache;
    HistoryLoader m_loader;
    QElapsedTimer m_timer;
};

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): what escapes is a bug, and ends the program
int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("historybench FILE: FILE is made for the cache\n", stderr);
        return 2;
    }
    const Tenant tenant;
    SystemClock clock;
    QObject owner;
    Connection connection;
    connection.baseUrl = tenant.url();
    connection.clientId = QStringLiteral("demo");
    const auto client = connectTenant(
        connection, "demo-secret", {}, clock, [] { return 0.0; }, &owner);
    if (!client)
        return 1;
    Measurement measurement(application, *client.value(), QString::fromLocal8Bit(argv[1]));
    QMetaObject::invokeMethod(&measurement, &Measurement::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

#include "historybench.moc"
