// Whatever the tenant does and however much there is: the event loop goes on turning. What is
// asserted is the longest gap between two turns, against the same window at rest in the same run.

#include "scenarios.h"
#include "windowbench.h"

#include <QTest>

#include <algorithm>

using namespace queuesmith;

namespace {

using namespace std::chrono_literals;

// Short: the figures at full size are those of tests/bench.
constexpr Size kShort{500ms, 2s, 2s, 5'000, 10'000, 40, 90};

// Twice what is promised, for a machine that does something else too; the sanitizers slow
// everything down.
#ifdef __SANITIZE_ADDRESS__
constexpr double kRoomMs = 300;
#else
constexpr double kRoomMs = 100;
#endif
constexpr double kTimesIdle = 10;

} // namespace

class TestResponsiveness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }

    void heartbeatSeesWhatHoldsUpTheLoop()
    {
        Heartbeat heartbeat;
        constexpr double kHeldMs = 80;
        QTimer::singleShot(20ms, &heartbeat, [] {
            QElapsedTimer held;
            held.start();
            while (!held.hasExpired(static_cast<qint64>(kHeldMs))) { }
        });
        heartbeat.watchFor(200ms);
        QVERIFY(heartbeat.gaps().longest >= kHeldMs);
        QVERIFY(heartbeat.gaps().beats > 1);
    }

    void loopGoesOn_data()
    {
        QTest::addColumn<int>("number");
        const QList<Scenario> all = allScenarios();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(all.at(i).name) << i;
    }
    void loopGoesOn()
    {
        QFETCH(int, number);
        const Measured measured = allScenarios().at(number).measure(kShort);
        QVERIFY2(measured.problem.isEmpty(), qPrintable(measured.problem));
        const double most = std::max(kRoomMs, kTimesIdle * measured.idle.longest);
        const QString figures = QStringLiteral("longest gap %1 ms, at rest %2 ms")
                                    .arg(measured.busy.longest)
                                    .arg(measured.idle.longest);
        qInfo("%s", qPrintable(figures));
        QVERIFY2(measured.busy.longest < most, qPrintable(figures));
        QVERIFY2(measured.busy.beats > measured.idle.beats / 10, qPrintable(figures));
    }
};

QTEST_MAIN(TestResponsiveness)
#include "tst_responsiveness.moc"
