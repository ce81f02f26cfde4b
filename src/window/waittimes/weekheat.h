#pragma once

#include "window/waittimes/waitseries.h"

#include <array>

namespace queuesmith {

/// One hour of the week, over all weeks of a history.
struct WeekHour {
    double value = kNotKnown; ///< weighted by calls; for the volume: calls in that hour, on average
    int intervals = 0; ///< that say something about it
    double calls = 0; ///< offered in all of them
};

/// Hour by weekday, in the time of the queue's zone.
struct WeekHeat {
    static constexpr int kDays = 7;
    static constexpr int kHours = 24;

    Measure measure = Measure::Wait;
    std::array<std::array<WeekHour, kHours>, kDays> hours; ///< [0]: Monday
    double least = kNotKnown;
    double most = kNotKnown;
    bool isHourly = true; ///< false: intervals are longer than an hour, so hours can't be told
};

/// Takes about ten milliseconds for a year of quarter-hours: for a worker thread. Pure.
[[nodiscard]] WeekHeat weekHeat(const WaitSeries &series, Measure measure);

} // namespace queuesmith
