#pragma once

#include "window/waittimes/downsample.h"
#include "window/waittimes/timeticks.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

#include <array>
#include <functional>
#include <optional>
#include <vector>

class QPainter;

namespace queuesmith {

/// What the charts show beside the history itself.
struct HistoryMarks {
    std::optional<double> waitTarget; ///< seconds
    std::optional<double> abandonTarget; ///< 0 to 1
    std::optional<qint64> changedMs; ///< when the capacity was changed, UTC
    std::optional<qint64> cursorMs; ///< the cross-hair, UTC
    std::optional<ChartSpan> selection; ///< what is being marked with the mouse
};

/// How the charts look: the window's palette and font, or those of a page.
struct ChartLook {
    QPalette palette;
    QFont font; ///< its pixel size counts, in the painter's units
    double ratio = 1; ///< device pixels for each of the painter's units
};

/// Draws a chart into a rectangle of any device, in the units of a screen. Holds all that it needs,
/// so that it shows later what was there when it was made.
using PaintChart = std::function<void(QPainter &painter, const QRectF &all, const ChartLook &look)>;

inline constexpr std::array kHistoryMeasures{
    Measure::Wait, Measure::Abandonment, Measure::Volume, Measure::HandleTime};

/// Where things stand within a rectangle: four charts one above the other, on one time axis.
struct HistoryLayout {
    std::array<QRectF, kHistoryMeasures.size()> plots;
    QRectF axis; ///< below the last one

    [[nodiscard]] double left() const { return plots.front().left(); }
    [[nodiscard]] double right() const { return plots.front().right(); }
    [[nodiscard]] double xOf(double ms, ChartSpan span) const;
    [[nodiscard]] double msOf(double x, ChartSpan span) const;
    [[nodiscard]] int columns() const; ///< pixels across
};
[[nodiscard]] HistoryLayout historyLayout(const QRectF &all, const ChartLook &look);

/// A history as it is drawn: to be made anew when the span or the width changes, and kept while
/// only the cross-hair moves.
struct HistoryTraces {
    ChartSpan span;
    std::array<Trace, kHistoryMeasures.size()> traces;
    std::array<double, kHistoryMeasures.size()> tops{}; ///< of the vertical axes
    std::vector<TimeTick> ticks;
};

/// Where an axis may end at the most, because a few absurd intervals would flatten all others;
/// they are then marked at the upper edge. One for each measure; made once for a history.
using AxisLimits = std::array<double, kHistoryMeasures.size()>;
[[nodiscard]] AxisLimits axisLimits(const WaitSeries &series);

/// Time for 35,000 intervals: below a millisecond. Pure.
[[nodiscard]] HistoryTraces historyTraces(const WaitSeries &series, const AxisLimits &limits,
    ChartSpan span, const HistoryMarks &marks, const HistoryLayout &layout, const ChartLook &look);

/// Draws the charts into the rectangle that the layout was made for. QPainter only, so that the
/// screen, a picture and a page look the same.
void paintHistory(QPainter &painter, const WaitSeries &series, const HistoryTraces &traces,
    const HistoryMarks &marks, const HistoryLayout &layout, const ChartLook &look);

/// The next round figure at or above `value`, for the end of an axis. Pure.
[[nodiscard]] double axisEnd(double value);

/// Into how many equal parts an axis that ends at such a figure is cut so that each ends at a round
/// figure; at most `most`, at least one. Pure.
[[nodiscard]] int axisLines(double top, int most);

} // namespace queuesmith
