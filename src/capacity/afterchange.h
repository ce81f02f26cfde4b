#pragma once

#include "capacity/capacityconfig.h"
#include "domain/metricrecord.h"
#include "domain/sentence.h"

#include <QList>

#include <optional>

namespace queuesmith {

/// What one figure was promised to be, and what it became.
struct PromisedFigure {
    double low = 0; ///< of the band
    std::optional<double> expected; ///< empty: overloaded
    std::optional<double> high; ///< empty: the band is open, since a high load would overload
    std::optional<double> actual; ///< empty: not reported
};

/// One local day after the change.
struct DayAfterChange {
    qint64 day = 0; ///< days since 1970-01-01, in the queue's zone
    double offered = 0;
    std::optional<double> waitSeconds; ///< mean
    std::optional<double> abandonRate;
    bool waitInside = true;
};

enum class AfterChangeOutcome { TooEarly, Inside, Better, Worse };

/// The two weeks after a capacity was changed, held against what was promised.
struct AfterChange {
    AfterChangeOutcome outcome = AfterChangeOutcome::TooEarly;
    Sentence verdict;
    qint64 fromMs = 0; ///< the change
    qint64 toMs = 0; ///< end of the last interval that was compared, at most two weeks later
    int capacity = 0; ///< that it was changed to
    std::optional<PromisedFigure> wait; ///< seconds
    std::optional<PromisedFigure> abandonment; ///< share of offered calls
    QList<DayAfterChange> days; ///< oldest first
};

/// Holds the two weeks after `changedAtMs` (UTC) against what the history before it let expect of
/// `capacity`. The band goes from the low end of a mean day's load to the high end of the day that
/// is planned for, is widened by `modelError` (relative, e.g. a back-test's bias), and by a second
/// or a hundredth, less than which nobody notices. Nothing is said before config.minDays days and
/// config.minCalls calls.
[[nodiscard]] AfterChange compareAfterChange(const QList<MetricRecord> &records,
    const CapacityConfig &config, qint64 changedAtMs, int capacity, double modelError = 0.0);

} // namespace queuesmith
