// Whatever the tenant does and however much there is: the event loop goes on turning. What is
// asserted is the longest gap between two turns, against the same window at rest in the same run.

#include "scenarios.h"
#include "windowbench.h"

#include <QTest>

#include <algorithm>
#include <ctime>

using namespace queuesmith;

namespace {

using namespace std::chrono_literals;

// Short: the figures at full size are those of tests/bench.
constexpr Size kShort{500ms, 2s, 2s, 5'000, 10'000, 40, 90};

// What is promised; a build that is slow by itself gets more.
#ifdef __SANITIZE_ADDRESS__
constexpr double kRoomMs = 300;
#elif defined(__OPTIMIZE__)
constexpr double kRoomMs = 50;
#else
constexpr double kRoomMs = 100;
#endif
constexpr double kTimesIdle = 10;

// On a busy machine this thread also waits for locks whose holders have no processor.
constexpr double kQuiet = 0.05;
constexpr int kTries = 3;

/// What this thread has worked.
double workedMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

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
            const double start = workedMs();
            while (workedMs() < start + kHeldMs) { }
        });
        heartbeat.watchFor(200ms);
        QVERIFY(heartbeat.gaps().longest >= 0.99 * kHeldMs);
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
        QString figures;
        for (int i = 0; i < kTries; ++i) {
            const Measured measured = allScenarios().at(number).measure(kShort);
            QVERIFY2(measured.problem.isEmpty(), qPrintable(measured.problem));
            const double most = std::max(kRoomMs, kTimesIdle * measured.idle.longest);
            figures = QStringLiteral("longest gap %1 ms, at rest %2 ms, no processor for %3 %")
                          .arg(measured.busy.longest)
                          .arg(measured.idle.longest)
                          .arg(100 * measured.busy.queued, 0, 'f', 1);
            qInfo("%s", qPrintable(figures));
            const bool goesOn =
                measured.busy.longest < most && measured.busy.beats > measured.idle.beats / 10;
            if (goesOn)
                return;
            QVERIFY2(measured.busy.queued > kQuiet, qPrintable(figures));
        }
        QSKIP(qPrintable(QStringLiteral("The machine was never quiet: ") + figures));
    }
};

QTEST_MAIN(TestResponsiveness)
#include "tst_responsiveness.moc"
