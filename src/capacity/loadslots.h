#pragma once

#include "capacity/waithistory.h"

#include <optional>
#include <vector>

namespace queuesmith {

/// One recurring interval of the week in the queue's own time, and the load that is to be planned
/// for. Rates are arrivals per second, at the peak within the interval when that is longer than an
/// hour.
struct LoadSlot {
    int day = 0; ///< weekday, 0 is Monday; or 0 for working days and 1 for weekends
    int secondOfDay = 0;
    double seconds = 0; ///< length
    int observations = 0;
    double meanCalls = 0; ///< an interval of it has on average, outliers clamped; its weight
    double ahtSeconds = 0; ///< steadied by the whole queue's
    double rate = 0; ///< of a mean day
    double rateBusy = 0; ///< of the day that is planned for
    double rateLow = 0; ///< that day, at the low end of what the history leaves open
    double rateHigh = 0;
};

struct LoadSlots {
    std::vector<LoadSlot> list; ///< by day and time; those with calls
    bool byWeekday = true; ///< else only working days and weekends are told apart
    qint64 outliers = 0; ///< intervals that were clamped
    std::optional<double> volumeMoved; ///< as volumeMoveOf(); whatever a person expects
    double swing = 0; ///< relative deviation of the volume from day to day beyond chance, at most 1
    double missingShare =
        0; ///< of the intervals that the slots would have between first and last day
};

/// Groups a history into slots, each with the volume that config.volumeChange lets expect. By
/// weekday when at least half of these slots have three observations. `ahtSeconds` is the whole
/// queue's; without it the slots' stays 0.
[[nodiscard]] LoadSlots loadSlotsOf(const WaitHistory &history, const CapacityConfig &config,
    const std::optional<double> &ahtSeconds);

/// Which slot an interval belongs to, for looking it up in LoadSlots::list.
[[nodiscard]] int slotDayOf(const CleanInterval &interval, bool byWeekday);

} // namespace queuesmith
