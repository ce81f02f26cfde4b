// Prints, a line each and separated by tabs, how bulk reading keeps to a tenant's rate limit once
// ten seconds have passed: what, figure, unit, limit. The demo tenant must be running, for example
// as queuesmith-sandbox --rate-limit 50 --latency 40.

#include "cxone/tenantfactory.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTimer>

#include <cstdio>

using namespace queuesmith;
using namespace std::chrono_literals;

namespace {

constexpr int kAtOnce = 20;
constexpr auto kSettling = 10s;
constexpr auto kMeasured = 60s;

/// Reads one queue over and over. A limit is the only thing that this tenant refuses for, so every
/// attempt but the first follows a refusal.
class Bulk final : public QObject {
public:
    explicit Bulk(TenantClient &tenant)
        : m_tenant(tenant)
    {
        for (int i = 0; i < kAtOnce; ++i)
            readAgain();
    }

    int accepted = 0;
    int refused = 0;

private:
    void readAgain()
    {
        Call *call = m_tenant.readQueue(
            QueueId{QStringLiteral("q-1")}, this, [this](const Result<Queue> &queue) {
                ++(queue ? accepted : refused);
                readAgain();
            });
        connect(call, &Call::attemptStarted, this, [this](int attempt) {
            if (attempt > 1)
                ++refused;
        });
    }

    TenantClient &m_tenant;
};

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): what escapes is a bug, and ends the program
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const double limit = argc == 3 ? QByteArray(argv[2]).toDouble() : 0;
    if (limit <= 0) {
        std::fputs("pacingbench URL LIMIT: LIMIT is what the tenant takes a second\n", stderr);
        return 2;
    }
    SystemClock clock;
    QObject owner;
    Connection connection;
    connection.baseUrl = QUrl(QString::fromLocal8Bit(argv[1]));
    connection.clientId = QStringLiteral("demo");
    const auto random = [] { return QRandomGenerator::global()->generateDouble(); };
    const auto client = connectTenant(connection, "demo-secret", {}, clock, random, &owner);
    if (!client)
        return 1;
    Bulk bulk(*client.value());
    QTimer::singleShot(kSettling, &bulk, [&bulk] {
        bulk.accepted = bulk.refused = 0;
        QTimer::singleShot(kMeasured, &bulk, &QCoreApplication::quit);
    });
    QCoreApplication::exec();
    const double answered = bulk.accepted + bulk.refused;
    std::printf("share of the rate limit left unused\t%.2f\t%%\t15\n",
        100 - bulk.accepted * 100 / (limit * std::chrono::duration<double>(kMeasured).count()));
    std::printf("share of the requests answered 429\t%.2f\t%%\t2\n",
        answered > 0 ? bulk.refused * 100 / answered : 100);
    return 0;
}
