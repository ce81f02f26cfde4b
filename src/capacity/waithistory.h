#pragma once

#include "capacity/capacityconfig.h"
#include "domain/metricrecord.h"

#include <QList>

#include <optional>
#include <vector>

namespace queuesmith {

/// One usable interval. Times are seconds, counts are calls and may be fractions, since offered
/// calls are worked out from a rate.
struct CleanInterval {
    qint64 startMs = 0; ///< UTC, since 1970
    qint64 localMs =
        0; ///< the clock on the queue's wall at that instant, counted as if it were UTC
    double seconds = 0; ///< length
    double offered = 0; ///< calls that arrived
    double handled = 0; ///< calls that were answered
    bool abandonKnown = false; ///< else `offered` is only `handled`
    std::optional<double> waitSeconds; ///< of all answered calls together
    double waitCount = 0; ///< calls that the sum is over
    std::optional<double> waitMaxSeconds;
    std::optional<double> handleSeconds; ///< of all answered calls together

    [[nodiscard]] qint64 localDay() const; ///< days since 1970-01-01
    [[nodiscard]] int localWeekday() const; ///< 0 is Monday
    [[nodiscard]] int secondOfDay() const; ///< on the wall clock
    [[nodiscard]] std::optional<double> meanWait() const; ///< empty: unknown or nobody waited
    [[nodiscard]] std::optional<double> abandonRate() const; ///< empty: unknown or nobody called
};

/// What cleaning met with.
struct CleaningNotes {
    qint64 read = 0;
    qint64 dropped = 0; ///< no time, length or count of handled calls, or an impossible one
    qint64 duplicates = 0; ///< the last one counts
    qint64 nullWait = 0;
    qint64 nullHandle = 0;
    qint64 nullAbandon = 0;
    qint64 percentScaled = 0; ///< rates above 1, taken as percentages
};

/// The usable history of a queue, oldest first, no start twice.
struct WaitHistory {
    std::vector<CleanInterval> intervals;
    CleaningNotes notes;
};

/// Takes out of the records what can be used; their order doesn't matter. A record without a time,
/// a length or a count of handled calls is dropped; a figure that is missing, negative or
/// impossible is left empty, and all of it is counted.
[[nodiscard]] WaitHistory cleanHistory(
    const QList<MetricRecord> &records, const CapacityConfig &config);

} // namespace queuesmith
