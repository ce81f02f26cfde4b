#include "window/waittimes/historypicture.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {

/// How high the charts are, against each other: the wait is what the page is about.
constexpr std::array kHeights{1.6, 1.0, 1.0, 1.0};
/// An interval so many times above what 99 of 100 stay below is no figure to make an axis for.
/// Waits and volumes have peaks that count; a single long call makes a long handle time.
constexpr std::array kAbsurd{25.0, 25.0, 25.0, 5.0};

std::optional<double> targetOf(Measure measure, const HistoryMarks &marks)
{
    if (measure == Measure::Wait)
        return marks.waitTarget;
    return measure == Measure::Abandonment ? marks.abandonTarget : std::nullopt;
}

} // namespace

double HistoryLayout::xOf(double ms, ChartSpan span) const
{
    return left()
        + (ms - static_cast<double>(span.fromMs)) / static_cast<double>(span.length())
        * (right() - left());
}

double HistoryLayout::msOf(double x, ChartSpan span) const
{
    return static_cast<double>(span.fromMs)
        + (x - left()) / (right() - left()) * static_cast<double>(span.length());
}

int HistoryLayout::columns() const
{
    return std::max(1, static_cast<int>(std::lround(right() - left())));
}

HistoryLayout historyLayout(const QRectF &all, const ChartLook &look)
{
    const QFontMetricsF metrics(look.font);
    const double line = metrics.height();
    const double left = metrics.horizontalAdvance(QStringLiteral("0,000")) + 10;
    const double right = metrics.horizontalAdvance(u'0');
    const double gap = line + 10; // the chart's name stands above it
    const double axis = line + 6;
    double shares = 0;
    for (const double share : kHeights)
        shares += share;
    const double room =
        std::max(0.0, all.height() - axis - gap * static_cast<double>(kHeights.size()));
    HistoryLayout layout;
    double top = all.top();
    for (std::size_t i = 0; i < kHeights.size(); ++i) {
        const double height = room * kHeights.at(i) / shares;
        layout.plots.at(i) =
            QRectF(all.left() + left, top + gap, std::max(1.0, all.width() - left - right), height);
        top += gap + height;
    }
    layout.axis = QRectF(layout.left(), top, layout.right() - layout.left(), axis);
    return layout;
}

double axisEnd(double value)
{
    if (!(value > 0) || !std::isfinite(value))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        if (step * power >= value * (1 - 1e-9))
            return step * power;
    }
    return 10 * power;
}

int axisLines(double top, int most)
{
    for (int lines = most; lines > 1; --lines) {
        const double part = top / lines;
        const double mantissa = part / std::pow(10.0, std::floor(std::log10(part)));
        for (const double round : {1.0, 2.0, 2.5, 5.0}) {
            if (std::abs(mantissa - round) < 1e-9)
                return lines;
        }
    }
    return 1;
}

AxisLimits axisLimits(const WaitSeries &series)
{
    AxisLimits limits{};
    for (std::size_t i = 0; i < limits.size(); ++i) {
        const double most = quantileOf(series, kHistoryMeasures.at(i), 0.99);
        limits.at(i) = most > 0 ? kAbsurd.at(i) * most : HUGE_VAL;
    }
    return limits;
}

HistoryTraces historyTraces(const WaitSeries &series, const AxisLimits &limits, ChartSpan span,
    const HistoryMarks &marks, const HistoryLayout &layout, const ChartLook &look)
{
    HistoryTraces all;
    all.span = span;
    for (std::size_t i = 0; i < kHistoryMeasures.size(); ++i) {
        const Measure measure = kHistoryMeasures.at(i);
        Trace &trace = all.traces.at(i);
        trace = reduced(series, measure, span, layout.columns());
        const double limit = limits.at(i);
        // Two times what is usual leaves room to see that the others are usual.
        double top = trace.highest > limit ? 2 * limit / kAbsurd.at(i) : trace.highest;
        top = std::max(top, 1.15 * targetOf(measure, marks).value_or(0));
        all.tops.at(i) = axisEnd(top);
    }
    const double label =
        QFontMetricsF(look.font).horizontalAdvance(QStringLiteral("Wed 30 Sep")) + 16;
    const int most = std::max(1, static_cast<int>((layout.right() - layout.left()) / label));
    all.ticks = timeTicks(span, series.zone, most, QLocale());
    return all;
}

} // namespace queuesmith
