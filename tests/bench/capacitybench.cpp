// Prints, a line each and separated by tabs, what models and recommendations take: what, figure,
// unit, and the limit where there is one. Figures are medians.

#include "capacity/backtest.h"
#include "capacity/capacitymodel.h"
#include "capacity/erlanga.h"
#include "capacity/erlangb.h"
#include "capacity/recommend.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

using namespace queuesmith;

namespace {

constexpr int kRepeats = 15;

void print(const char *what, double value, const char *unit, const char *limit)
{
    std::printf("%s\t%.3f\t%s\t%s\n", what, value, unit, limit);
}

/// Microseconds of one call, the median of several rounds of `calls`.
template <typename Work> double microseconds(int calls, const Work &work)
{
    std::vector<double> rounds;
    for (int round = 0; round < kRepeats; ++round) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < calls; ++i)
            work(i);
        rounds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1000.0 / calls);
    }
    std::sort(rounds.begin(), rounds.end());
    return rounds[rounds.size() / 2];
}

volatile double sink = 0; // what is worked out must not be optimised away

/// A queue with nearly as much load as agents, a little different each time.
void erlangA(int agents, int i)
{
    const Workload work{agents * (0.95 + 1e-5 * i) / 180.0, 180.0};
    sink = erlangAPerformance(agents, work, 120.0, 20.0).serviceLevel;
}

/// A year of half-hours around the clock, with the day's and the week's shape, chance, and
/// hang-ups.
QList<MetricRecord> yearOfHalfHours(double callsAtPeak)
{
    constexpr int kHalfHours = 17'520;
    constexpr qint64 kStartMs = 1'735'689'600'000; // 2025-01-01
    std::mt19937 random(1);
    QList<MetricRecord> records;
    records.reserve(kHalfHours);
    for (int i = 0; i < kHalfHours; ++i) {
        const double hour = i % 48 / 2.0;
        const double shape = 0.05 + std::exp(-std::pow((hour - 12.0) / 4.0, 2));
        const double weekend = i / 48 % 7 == 3 || i / 48 % 7 == 4 ? 0.4 : 1.0;
        const double offered =
            std::poisson_distribution<int>(callsAtPeak * shape * weekend)(random);
        const double abandoned = std::min(offered,
            static_cast<double>(std::poisson_distribution<int>(0.03 * offered + 1e-9)(random)));
        MetricRecord record;
        record.startMs = kStartMs + i * 1'800'000LL;
        record.seconds = 1800;
        record.handled = offered - abandoned;
        record.abandonRate = offered > 0 ? abandoned / offered : 0.0;
        record.waitSumMs = 12'000.0 * *record.handled;
        record.handleSumMs = 240'000.0 * *record.handled;
        records.append(record);
    }
    return records;
}

CapacityConfig configWith(int capacity)
{
    CapacityConfig config;
    config.currentCapacity = capacity;
    config.licensedAgents = 500;
    config.timeZone = QStringLiteral("Europe/Berlin");
    return config;
}

void measureYear(const char *what, double callsAtPeak, int capacity, const char *limit)
{
    const QList<MetricRecord> records = yearOfHalfHours(callsAtPeak);
    const CapacityConfig config = configWith(capacity);
    print(what,
        microseconds(
            1, [&](int) { sink = recommend(records, config).recommendedCapacity.value_or(0); })
            / 1000.0,
        "ms", limit);
}

} // namespace

int main()
{
    print("Erlang A, 50 agents", microseconds(2000, [](int i) { erlangA(50, i); }), "us", "2");
    print("Erlang A, 5,000 agents", microseconds(100, [](int i) { erlangA(5000, i); }), "us", "60");
    print("Erlang B, 5,000 agents",
        microseconds(100, [](int i) { sink = erlangB(5000, 4900.0 + i); }), "us", "");
    measureYear("recommendation, a year of half-hours, 17,520 records", 60, 9, "50");
    measureYear("the same for a queue of about 150 agents", 1000, 120, "");
    const QList<MetricRecord> records = yearOfHalfHours(60);
    const CapacityConfig config = configWith(9);
    print("back-test of that year",
        microseconds(1, [&](int) { sink = backTest(records, config).agents; }) / 1000.0, "ms",
        "50");
    const CapacityModel model(records, config);
    print("figures of the week at one capacity",
        microseconds(20, [&](int i) { sink = model.at(8 + i).serviceLevel; }), "us", "");
    return 0;
}
