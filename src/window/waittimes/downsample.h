#pragma once

#include "window/waittimes/waitseries.h"

#include <QList>

#include <vector>

namespace queuesmith {

/// What part of the time is seen.
struct ChartSpan {
    qint64 fromMs = 0;
    qint64 toMs = 0; ///< not included

    [[nodiscard]] qint64 length() const { return toMs - fromMs; }
    bool operator==(const ChartSpan &) const = default;
};

/// What is drawn at one place of the time axis: one interval, or all that fall into one column of
/// pixels. `low` and `high` are the least and the greatest of their values, so no peak vanishes.
struct Vertex {
    double ms = 0; ///< the middle, UTC
    double low = 0;
    double mean = 0; ///< weighted by calls
    double high = 0;
};

/// Vertices without a gap between them.
using Run = std::vector<Vertex>;

struct Trace {
    std::vector<Run> runs;
    /// Each vertex is one interval of the history; else one column of pixels.
    bool isExact = true;
    double highest = 0; ///< of all vertices; 0 when there are none

    [[nodiscard]] std::size_t vertices() const;
};

/// A measure as it is drawn over `columns` pixels. Where intervals are narrower than a column they
/// are put together by least, greatest and mean; a gap stays a gap when it leaves a column empty,
/// and with single intervals always. Whatever lies just outside is in it, so that lines go on to
/// the edge. Linear in the points that are seen. Pure.
[[nodiscard]] Trace reduced(const WaitSeries &series, Measure measure, ChartSpan span, int columns);

/// The `share` quantile of the values that are seen, by rank: for an axis that a single absurd
/// interval must not flatten. 0 when there are none. Pure.
[[nodiscard]] double quantileOf(const WaitSeries &series, Measure measure, double share);

} // namespace queuesmith
