// What holds for every queue, tried on random ones: more agents never hurt, who may hang up waits
// between who is turned away and who can't leave, and Little's law.

#include "capacity/erlanga.h"
#include "capacity/erlangb.h"
#include "capacity/erlangc.h"
#include "capacity/staffing.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <random>

using namespace queuesmith;

namespace {

constexpr int kQueues = 1500;
constexpr double kRoundOff = 1e-11; ///< relative

/// A random queue of up to 5,000 agents: small ones as often as large ones, from idle to twice
/// overloaded.
struct RandomQueue {
    int agents = 1;
    Workload work;
    double patience = 1;
    double within = 0;
    int places = 0;

    [[nodiscard]] QString told() const
    {
        return QStringLiteral("n=%1 a=%2 aht=%3 patience=%4 T=%5 room=%6")
            .arg(QString::number(agents), QString::number(work.load(), 'g', 17),
                QString::number(work.handleSeconds), QString::number(patience),
                QString::number(within), QString::number(places));
    }
};

double between(std::mt19937 *random, double low, double high)
{
    return std::uniform_real_distribution<double>(low, high)(*random);
}

/// Evenly in its logarithm.
double scaled(std::mt19937 *random, double low, double high)
{
    return std::exp(between(random, std::log(low), std::log(high)));
}

RandomQueue randomQueue(std::mt19937 *random)
{
    RandomQueue queue;
    queue.agents = static_cast<int>(scaled(random, 1, 5001));
    const double load = queue.agents * between(random, 0.01, 2.0);
    queue.work.handleSeconds = scaled(random, 5, 2000);
    queue.work.arrivalsPerSecond = load / queue.work.handleSeconds;
    queue.patience = queue.work.handleSeconds * scaled(random, 0.02, 50);
    queue.within = queue.work.handleSeconds * scaled(random, 0.001, 5);
    queue.places = static_cast<int>(scaled(random, 1, 3001)) - 1;
    return queue;
}

/// Not larger, round-off aside.
bool atMost(double a, double b) { return a <= b + kRoundOff * std::max(std::abs(b), 1e-3); }

bool equal(double a, double b) { return atMost(a, b) && atMost(b, a); }

Performance erlangA(const RandomQueue &queue, int agents)
{
    return erlangAPerformance(agents, queue.work, queue.patience, queue.within);
}

/// Calls `check` with many random queues; the seed is fixed.
template <typename Check> void forMany(unsigned seed, const Check &check)
{
    std::mt19937 random(seed);
    for (int i = 0; i < kQueues; ++i) {
        const RandomQueue queue = randomQueue(&random);
        QVERIFY2(check(queue), qPrintable(queue.told()));
    }
}

} // namespace

class TestModelProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void moreAgentsNeverHurt()
    {
        forMany(1, [](const RandomQueue &queue) {
            const Performance few = erlangA(queue, queue.agents);
            const Performance more = erlangA(queue, queue.agents + 1);
            return atMost(more.waits, few.waits) && atMost(more.abandons, few.abandons)
                && atMost(more.asa, few.asa) && atMost(more.meanWait, few.meanWait)
                && atMost(more.occupancy, few.occupancy)
                && few.serviceLevel <= more.serviceLevel + kRoundOff
                && atMost(more.queueLength, few.queueLength);
        });
    }

    void moreAgentsNeverHurtTheLossSystemAndErlangC()
    {
        forMany(2, [](const RandomQueue &queue) {
            const double load = queue.work.load();
            const bool lossFalls = erlangB(queue.agents + 1, load) <= erlangB(queue.agents, load);
            const double between =
                erlangB(queue.agents + 0.5, load); // and so does the one between them
            return lossFalls && atMost(between, erlangB(queue.agents, load))
                && atMost(erlangB(queue.agents + 1, load), between)
                && atMost(erlangC(queue.agents + 1, load), erlangC(queue.agents, load))
                && std::abs(std::exp(lnErlangB(queue.agents, load)) - erlangB(queue.agents, load))
                <= 1e-9;
        });
    }

    void erlangALiesBetweenErlangBAndErlangC()
    {
        forMany(3, [](const RandomQueue &queue) {
            const double load = queue.work.load();
            const Performance a = erlangA(queue, queue.agents);
            const Performance c = erlangCPerformance(queue.agents, queue.work, queue.within);
            // B ≤ P(wait) ≤ C, and fewer are lost than where nobody may wait.
            return atMost(erlangB(queue.agents, load), a.waits)
                && atMost(a.waits, erlangC(queue.agents, load))
                && atMost(a.abandons, erlangB(queue.agents, load)) && atMost(a.asa, c.asa)
                && atMost(
                    c.serviceLevel, a.serviceLevel + (c.state == SystemState::Ok ? a.abandons : 1));
        });
    }

    void littlesLawHolds()
    {
        forMany(4, [](const RandomQueue &queue) {
            const WaitingRoom room{queue.agents, queue.places, queue.patience};
            const Performance limited = waitingRoomPerformance(room, queue.work, queue.within);
            const Performance open = erlangA(queue, queue.agents);
            const double lambda = queue.work.arrivalsPerSecond;
            // L = λ E[W] of who is let in; those who leave are θ L; agents are busy with the rest.
            const auto holds = [&](const Performance &at) {
                const double answered = 1.0 - at.blocked - at.abandons;
                return equal(at.queueLength, lambda * (1.0 - at.blocked) * at.meanWait)
                    && equal(at.abandons * lambda, at.queueLength / queue.patience)
                    && equal(at.occupancy * queue.agents, answered * queue.work.load());
            };
            return holds(limited) && holds(open);
        });
    }

    void morePlacesTurnFewerAwayAndLetThemWaitLonger()
    {
        forMany(5, [](const RandomQueue &queue) {
            const auto with = [&](int places) {
                return waitingRoomPerformance(
                    {queue.agents, places, queue.patience}, queue.work, queue.within);
            };
            const Performance few = with(queue.places);
            const Performance more = with(queue.places + 1);
            const Performance open = erlangA(queue, queue.agents);
            return atMost(more.blocked, few.blocked) && atMost(few.asa, more.asa)
                && atMost(few.asa, open.asa) && atMost(few.abandons, open.abandons)
                && equal(with(0).blocked, erlangB(queue.agents, queue.work.load()));
        });
    }

    void sharesAreShares()
    {
        forMany(6, [](const RandomQueue &queue) {
            const Performance at = erlangA(queue, queue.agents);
            const WaitSpread spread =
                erlangAWaitSpread(queue.agents, queue.work, queue.patience, queue.within);
            const double half =
                erlangAServedWaitPercentile(queue.agents, queue.work, queue.patience, 0.5);
            const double most =
                erlangAServedWaitPercentile(queue.agents, queue.work, queue.patience, 0.95);
            // Whoever wasn't answered in time had left by then, or would have waited longer and
            // hadn't.
            const double left = std::exp(-queue.within / queue.patience) * spread.virtualWaitBeyond;
            return at.serviceLevel >= -kRoundOff && at.serviceLevel <= 1.0 + kRoundOff
                && atMost(spread.abandonsWithin, at.abandons) && half <= most
                && std::abs(at.serviceLevel + spread.abandonsWithin + left - 1.0) < 1e-9;
        });
    }

    void oneAgentFewerThanTheFewestMissesATarget()
    {
        std::mt19937 random(7);
        for (int i = 0; i < kQueues / 5; ++i) {
            const RandomQueue queue = randomQueue(&random);
            StaffingQuestion question{ModelChoice::ErlangA, queue.work, queue.patience, Targets()};
            if (i % 2 == 0)
                question.model = ModelChoice::ErlangC;
            const std::optional<int> agents = fewestAgents(question, 12'000);
            QVERIFY2(agents, qPrintable(queue.told()));
            QVERIFY(missedTargets(question, *agents).isEmpty());
            QVERIFY(!missedTargets(question, *agents - 1).isEmpty());
        }
    }

    void endsOnWhateverLoad_data()
    {
        QTest::addColumn<double>("perSecond");
        QTest::addColumn<double>("handleSeconds");
        QTest::addColumn<double>("patience");
        QTest::newRow("next to nothing") << 1e-300 << 1e-3 << 60.0;
        QTest::newRow("a little") << 1e-12 << 180.0 << 60.0;
        QTest::newRow("a billion calls an hour") << 3e5 << 180.0 << 3600.0;
        QTest::newRow("10^12 calls a half-hour") << 5.6e8 << 600.0 << 3600.0;
        QTest::newRow("beyond sense") << 1e12 << 1e6 << 1e9;
        QTest::newRow("nobody waits") << 3.0 << 180.0 << 1e-9;
    }
    void endsOnWhateverLoad()
    {
        QFETCH(double, perSecond);
        QFETCH(double, handleSeconds);
        QFETCH(double, patience);
        for (const int agents : {1, 50, 5000}) {
            const Performance at =
                erlangAPerformance(agents, {perSecond, handleSeconds}, patience, 20);
            for (const double figure : {at.waits, at.abandons, at.serviceLevel, at.occupancy})
                QVERIFY2(
                    figure >= 0.0 && figure <= 1.0 + 1e-9, qPrintable(QString::number(figure)));
            QVERIFY(std::isfinite(at.asa) && at.asa >= 0.0);
        }
    }

    void aDeepOverloadIsWhatItTendsTo()
    {
        // On both sides of where the states are no longer gone through one by one.
        for (const double patience : {1.5e5, 2.5e6, 1.9e7, 2.1e7}) {
            const Workload work{0.6, 180};
            const int agents = 40;
            const Performance at = erlangAPerformance(agents, work, patience, patience);
            QVERIFY(std::abs(at.abandons - (1.0 - agents / work.load())) < 1e-7);
            QVERIFY(std::abs(at.asa / patience - std::log(work.load() / agents)) < 1e-3);
            QVERIFY(std::abs(at.serviceLevel - agents / work.load()) < 0.05);
        }
    }
};

QTEST_GUILESS_MAIN(TestModelProperties)
#include "tst_modelproperties.moc"
