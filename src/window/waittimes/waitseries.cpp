#include "window/waittimes/waitseries.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace queuesmith {

namespace {

/// The first point that starts after `ms`.
auto after(const std::vector<WaitPoint> &points, qint64 ms)
{
    return std::upper_bound(points.begin(), points.end(), ms,
        [](qint64 wanted, const WaitPoint &point) { return wanted < point.startMs; });
}

} // namespace

double valueOf(const WaitPoint &point, Measure measure)
{
    switch (measure) {
    case Measure::Wait:
        return point.waitSeconds;
    case Measure::Abandonment:
        return point.abandonRate;
    case Measure::Volume:
        return point.offered;
    case Measure::HandleTime:
        break;
    }
    return point.handleSeconds;
}

double weightOf(const WaitPoint &point, Measure measure)
{
    // Each interval counts as one: what is asked for is the calls of an interval.
    if (measure == Measure::Volume)
        return std::isnan(point.offered) ? 0 : 1;
    const double calls = measure == Measure::Abandonment ? point.offered : point.handled;
    return std::isnan(calls) ? 0 : calls;
}

int WaitSeries::indexAt(qint64 ms) const
{
    const auto next = after(points, ms);
    if (next == points.begin() || ms >= (next - 1)->startMs + intervalMs)
        return -1;
    return static_cast<int>(next - points.begin()) - 1;
}

int WaitSeries::nearest(qint64 ms) const
{
    if (points.empty())
        return -1;
    const qint64 start = ms - intervalMs / 2;
    const auto next = after(points, start);
    if (next == points.begin())
        return 0;
    const auto before = next - 1;
    const bool isNext = next != points.end() && next->startMs - start < start - before->startMs;
    return static_cast<int>((isNext ? next : before) - points.begin());
}

} // namespace queuesmith
