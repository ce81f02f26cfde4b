#pragma once

#include <QTimeZone>

#include <limits>
#include <vector>

namespace queuesmith {

/// What isn't known: a gap in a chart, an empty cell in a table, never a zero.
inline constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();

/// One interval of a queue's history as charts and table show it. A member that is kNotKnown was
/// missing, or there was nothing to measure: a wait needs a caller.
struct WaitPoint {
    qint64 startMs = 0; ///< UTC, since 1970
    double waitSeconds = kNotKnown; ///< mean per call
    double abandonRate = kNotKnown; ///< 0 to 1
    double offered = kNotKnown; ///< calls
    double handled = kNotKnown; ///< calls
    double handleSeconds = kNotKnown; ///< mean per call

    bool operator==(const WaitPoint &) const = default;
};

/// What a chart or a heat map can show of a WaitPoint.
enum class Measure { Wait, Abandonment, Volume, HandleTime };

[[nodiscard]] double valueOf(const WaitPoint &point, Measure measure);
/// How many calls a value speaks for, when several are put together; 0 where none is known.
[[nodiscard]] double weightOf(const WaitPoint &point, Measure measure);

/// A history: points in ascending order, no two with the same start.
struct WaitSeries {
    std::vector<WaitPoint> points;
    qint64 intervalMs = 1'800'000; ///< length of one interval
    QTimeZone zone = QTimeZone::utc(); ///< the queue's: all that is shown is in its time

    [[nodiscard]] qint64 fromMs() const { return points.empty() ? 0 : points.front().startMs; }
    [[nodiscard]] qint64 toMs() const
    {
        return points.empty() ? 0 : points.back().startMs + intervalMs;
    }
    /// The interval at that instant; -1 where the history has none.
    [[nodiscard]] int indexAt(qint64 ms) const;
    /// The interval whose middle is nearest; -1 in an empty history.
    [[nodiscard]] int nearest(qint64 ms) const;
};

} // namespace queuesmith
