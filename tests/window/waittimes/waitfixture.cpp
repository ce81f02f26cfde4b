#include "waitfixture.h"

#include <cmath>
#include <numbers>

namespace queuesmith {

WaitSeries plainSeries(int count, qint64 intervalMs, qint64 startMs, const QTimeZone &zone)
{
    constexpr double kDayMs = 86'400'000;
    WaitSeries series;
    series.intervalMs = intervalMs;
    series.zone = zone;
    quint32 noise = 1;
    for (int i = 0; i < count; ++i) {
        noise = noise * 1'664'525 + 1'013'904'223; // Numerical Recipes: the same on every machine
        const double chance = noise / 4294967296.0;
        const qint64 start = startMs + i * intervalMs;
        const double phase = std::fmod(static_cast<double>(start), kDayMs) / kDayMs;
        const double busy = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * phase);
        WaitPoint point;
        point.startMs = start;
        point.offered = std::floor(4 + 40 * busy + 6 * chance);
        point.waitSeconds = 4 + 50 * busy * busy + 40 * chance * chance * chance;
        point.abandonRate = 0.01 + 0.08 * busy * chance;
        point.handled = std::floor(point.offered * (1 - point.abandonRate));
        point.handleSeconds = 230 + 30 * chance;
        series.points.push_back(point);
    }
    return series;
}

} // namespace queuesmith
