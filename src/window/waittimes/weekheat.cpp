#include "window/waittimes/weekheat.h"

#include <QDate>
#include <QDateTime>

#include <algorithm>
#include <cmath>
#include <set>

namespace queuesmith {

namespace {

constexpr qint64 kHourMs = 3'600'000;

struct Sums {
    double weighted = 0;
    double weight = 0;
    std::set<qint64> hours; ///< which hours of the history these are
};

} // namespace

WeekHeat weekHeat(const WaitSeries &series, Measure measure)
{
    WeekHeat heat;
    heat.measure = measure;
    heat.isHourly = series.intervalMs <= kHourMs;
    if (!heat.isHourly)
        return heat;
    std::array<std::array<Sums, 24>, 7> sums;
    for (const WaitPoint &point : series.points) {
        const double value = valueOf(point, measure);
        const double weight = weightOf(point, measure);
        if (std::isnan(value) || !(weight > 0))
            continue;
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(point.startMs, series.zone);
        const auto day = static_cast<std::size_t>(local.date().dayOfWeek() - 1);
        const auto hour = static_cast<std::size_t>(local.time().hour());
        Sums &sum = sums.at(day).at(hour);
        sum.weighted += value * weight;
        sum.weight += weight;
        sum.hours.insert(point.startMs / kHourMs);
        WeekHour &cell = heat.hours.at(day).at(hour);
        ++cell.intervals;
        cell.calls += std::isnan(point.offered) ? 0 : point.offered;
    }
    for (std::size_t day = 0; day < 7; ++day) {
        for (std::size_t hour = 0; hour < 24; ++hour) {
            const Sums &sum = sums.at(day).at(hour);
            if (!(sum.weight > 0))
                continue;
            WeekHour &cell = heat.hours.at(day).at(hour);
            const double over =
                measure == Measure::Volume ? static_cast<double>(sum.hours.size()) : sum.weight;
            cell.value = sum.weighted / over;
            heat.least = std::isnan(heat.least) ? cell.value : std::min(heat.least, cell.value);
            heat.most = std::isnan(heat.most) ? cell.value : std::max(heat.most, cell.value);
        }
    }
    return heat;
}

} // namespace queuesmith
