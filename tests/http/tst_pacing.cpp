#include "fakeclock.h"
#include "http/hostgate.h"
#include "http/retrypolicy.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <random>

using namespace queuesmith;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// A tenant that takes so many requests a second, as a token bucket.
class LimitedTenant {
public:
    LimitedTenant(double perSecond, double burst)
        : m_perSecond(perSecond)
        , m_burst(burst)
        , m_tokens(burst)
    {
    }
    bool takes(milliseconds now)
    {
        const double seconds = static_cast<double>((now - m_last).count()) / 1000.0;
        m_tokens = std::min(m_burst, m_tokens + seconds * m_perSecond);
        m_last = now;
        if (m_tokens < 1)
            return false;
        m_tokens -= 1;
        return true;
    }

private:
    double m_perSecond;
    double m_burst;
    double m_tokens;
    milliseconds m_last{1'000'000};
};

/// Bulk work of endless requests against such a tenant.
class Bulk : public QObject {
public:
    Bulk(FakeClock &clock, LimitedTenant tenant, milliseconds latency,
        std::optional<milliseconds> retryAfter)
        : m_clock(clock)
        , m_gate(clock)
        , m_tenant(tenant)
        , m_latency(latency)
        , m_retryAfter(retryAfter)
    {
        for (int i = 0; i < 20; ++i)
            enter(1);
    }

    void startCounting() { accepted = refused = 0; }
    [[nodiscard]] const HostGate &gate() const { return m_gate; }

    int accepted = 0;
    int refused = 0;

private:
    void enter(int attempt)
    {
        HostGate::Visitor visitor;
        visitor.again = attempt > 1;
        visitor.admitted = [this, attempt] {
            m_clock.callAfter(m_latency / 2, this, [this, attempt] { arrive(attempt); });
        };
        visitor.held = [](WaitReason, milliseconds) {};
        m_passes[attempt].push_back(m_gate.enter(std::move(visitor)));
    }
    void arrive(int attempt)
    {
        const bool taken = m_tenant.takes(m_clock.elapsed());
        m_clock.callAfter(
            m_latency - m_latency / 2, this, [this, attempt, taken] { answer(attempt, taken); });
    }
    void answer(int attempt, bool taken)
    {
        const HostGate::Pass pass = m_passes[attempt].front();
        m_passes[attempt].pop_front();
        ++(taken ? accepted : refused);
        if (taken) {
            m_gate.leave(pass, HostHealth::Good);
            enter(1);
            return;
        }
        m_gate.leave(pass, HostHealth::Throttling, m_retryAfter);
        RetrySituation situation;
        situation.attemptsMade = attempt;
        situation.maxAttempts = 1000;
        situation.deadlineLeft = 1h;
        situation.throttled = true;
        situation.retryAfter = m_retryAfter;
        situation.random = m_random(m_generator);
        m_clock.callAfter(
            decideRetry(situation).delay, this, [this, attempt] { enter(attempt + 1); });
    }

    FakeClock &m_clock;
    HostGate m_gate;
    LimitedTenant m_tenant;
    milliseconds m_latency;
    std::optional<milliseconds> m_retryAfter;
    std::map<int, std::deque<HostGate::Pass>> m_passes; ///< in the order that they enter and leave
    std::mt19937 m_generator{1};
    std::uniform_real_distribution<double> m_random{0, 1};
};

} // namespace

/// The pace of bulk work, in simulated time.
class TestPacing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void followsTheHost_data();
    void followsTheHost();
    void keepsToTheTenantsLimit_data();
    void keepsToTheTenantsLimit();
    void leavesAnUnlimitedTenantAlone();
    void findsAHigherLimitAgain();
};

void TestPacing::followsTheHost_data()
{
    QTest::addColumn<QString>("answers"); // taken, refused (429), failed, an hour without requests
    QTest::addColumn<int>("retryAfterMs");
    QTest::addColumn<double>("rate"); // 0: no limit is known
    QTest::addColumn<int>("reason"); // why the next request is held; -1: it isn't
    QTest::addColumn<int>("delayMs");
    const auto row = [](const char *name, const QString &answers, int retryAfter, double rate,
                         std::optional<WaitReason> reason = {}, int delay = 0) {
        QTest::newRow(name) << answers << retryAfter << rate
                            << (reason ? static_cast<int>(*reason) : -1) << delay;
    };
    const QString ten = QStringLiteral("tttttttttt");
    const QString refused = ten + QStringLiteral("r");
    // The rate grows from 10 to 12 in two requests, and 85 % of 12 are 10.2.
    const QString halved = refused + QStringLiteral("tr");
    const QString grown = halved + ten + ten;
    const QString failed = QStringLiteral("ffffffffff");
    row("no limit until a refusal", ten, -1, 0);
    row("what was taken is where it begins", refused, -1, 10, WaitReason::Paced, 100);
    row("a host that took nothing tells no rate", QStringLiteral("rr"), -1, 0);
    row("quickly where nothing was refused yet", refused + ten, -1, 20, WaitReason::Paced, 50);
    row("a refusal halves", halved, -1, 6, WaitReason::Paced, 167);
    row("each refusal halves", halved + u'r', -1, 3.5, WaitReason::Paced, 286);
    row("quickly back to near what was refused", grown, -1, 10.2, WaitReason::Paced, 98);
    row("slowly there", grown + ten.repeated(10), -1, 10.5, WaitReason::Paced, 94);
    row("a pause teaches nothing", grown + u'h', -1, 10.2);
    row("Retry-After holds", refused, 7000, 10, WaitReason::RetryAfter, 7000);
    row("the breaker pauses", failed, -1, 0, WaitReason::BreakerOpen, 30'000);
    row("twice as long after a probe that failed", failed + u'f', -1, 0, WaitReason::BreakerOpen,
        60'000);
    row("a probe that succeeded ends it", failed + u't', -1, 0);
}

void TestPacing::followsTheHost()
{
    QFETCH(QString, answers);
    QFETCH(int, retryAfterMs);
    FakeClock clock;
    HostGate gate(clock);
    std::optional<milliseconds> retryAfter;
    if (retryAfterMs >= 0)
        retryAfter = milliseconds(retryAfterMs);

    bool isInside = false;
    int reason = -1;
    milliseconds delay{0};
    const auto come = [&] {
        isInside = false;
        reason = -1;
        delay = 0ms;
        HostGate::Visitor visitor;
        visitor.admitted = [&isInside] { isInside = true; };
        visitor.held = [&](WaitReason why, milliseconds time) {
            reason = static_cast<int>(why);
            delay = time;
        };
        const HostGate::Pass pass = gate.enter(std::move(visitor));
        clock.advance(0ms);
        return pass;
    };
    for (const QChar answer : answers) {
        if (answer == u'h') {
            clock.advance(1h);
            continue;
        }
        const HostGate::Pass pass = come();
        clock.advance(delay);
        QVERIFY(isInside);
        gate.leave(pass,
            answer == u'r'       ? HostHealth::Throttling
                : answer == u'f' ? HostHealth::Failing
                                 : HostHealth::Good,
            retryAfter);
    }
    QTEST(std::round(gate.pacer().rate().value_or(0) * 10) / 10, "rate");
    (void)come();
    QTEST(reason, "reason");
    QTEST(static_cast<int>(delay.count()), "delayMs");
}

void TestPacing::keepsToTheTenantsLimit_data()
{
    QTest::addColumn<double>("limit");
    QTest::addColumn<double>("burst");
    QTest::addColumn<int>("latencyMs");
    QTest::addColumn<int>("retryAfterMs");
    const auto row = [](double limit, double burst, int latency, int retryAfter) {
        QTest::addRow("%g a second, burst %g, latency %d ms, Retry-After %d ms", limit, burst,
            latency, retryAfter)
            << limit << burst << latency << retryAfter;
    };
    for (const double limit : {2.0, 8.0, 30.0}) {
        const int latency = limit > 20 ? 40 : 2;
        for (const int retryAfter : {-1, 1000, 2000}) {
            row(limit, limit, latency, retryAfter);
            row(limit, 2 * limit, latency, retryAfter);
        }
        // One that grants nothing for a pause, so that each of its Retry-Afters is lost.
        row(limit, 1, latency, -1);
        row(limit, 1, latency, 1000);
    }
}

void TestPacing::leavesAnUnlimitedTenantAlone()
{
    FakeClock clock;
    Bulk bulk(clock, LimitedTenant(1e6, 1e6), 10ms, std::nullopt);
    clock.advance(10s);
    bulk.startCounting();
    clock.advance(10s);
    // Eight at once, ten milliseconds each.
    QCOMPARE(bulk.accepted, 8000);
    QVERIFY(!bulk.gate().pacer().rate());
}

void TestPacing::findsAHigherLimitAgain()
{
    Pacer pacer;
    milliseconds now = 1000s;
    const auto work = [&](double limit, milliseconds time) {
        LimitedTenant tenant(limit, limit);
        int taken = 0;
        for (const milliseconds end = now + time; now < end;
             now += std::max(1ms, pacer.delay(now))) {
            const int period = pacer.started(now);
            if (tenant.takes(now)) {
                pacer.accepted(now);
                ++taken;
            } else {
                pacer.throttled(now, period, now);
            }
        }
        return taken;
    };
    work(5, 5min);
    QVERIFY2(*pacer.rate() < 7, qPrintable(QString::number(*pacer.rate())));
    work(50, 5min);
    const int taken = work(50, 1min);
    QVERIFY2(taken > 50 * 60 * 0.85, qPrintable(QString::number(taken)));
}

void TestPacing::keepsToTheTenantsLimit()
{
    QFETCH(double, limit);
    QFETCH(double, burst);
    QFETCH(int, latencyMs);
    QFETCH(int, retryAfterMs);
    FakeClock clock;
    std::optional<milliseconds> retryAfter;
    if (retryAfterMs >= 0)
        retryAfter = milliseconds(retryAfterMs);
    Bulk bulk(clock, LimitedTenant(limit, burst), milliseconds(latencyMs), retryAfter);

    clock.advance(10s);
    bulk.startCounting();
    const double seconds = std::max(120.0, 600 / limit);
    clock.advance(milliseconds(static_cast<qint64>(seconds * 1000)));

    const double used = bulk.accepted / (limit * seconds);
    const double refused = static_cast<double>(bulk.refused) / (bulk.accepted + bulk.refused);
    if (qEnvironmentVariableIsSet("QUEUESMITH_SHOW"))
        qInfo("used %.3f refused %.4f rate %.2f", used, refused,
            bulk.gate().pacer().rate().value_or(0));
    QVERIFY2(used >= 0.85, qPrintable(QStringLiteral("used only %1 of the limit").arg(used)));
    QVERIFY2(refused <= 0.02,
        qPrintable(QStringLiteral("%1 of the requests were refused").arg(refused)));
}

QTEST_GUILESS_MAIN(TestPacing)
#include "tst_pacing.moc"
