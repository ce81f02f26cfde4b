#include "window/waittimes/downsample.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace queuesmith {

namespace {

/// Intervals that follow each other up to here belong together: clocks of tenants aren't exact.
constexpr double kMostStep = 1.5;

/// The points that are seen, and one more at either side.
std::pair<std::size_t, std::size_t> seen(const WaitSeries &series, ChartSpan span)
{
    const auto startsBefore = [](const WaitPoint &point, qint64 ms) { return point.startMs < ms; };
    const auto &points = series.points;
    auto first = std::lower_bound(
        points.begin(), points.end(), span.fromMs - series.intervalMs, startsBefore);
    auto last = std::lower_bound(points.begin(), points.end(), span.toMs, startsBefore);
    if (first != points.begin())
        --first;
    if (last != points.end())
        ++last;
    return {static_cast<std::size_t>(first - points.begin()),
        static_cast<std::size_t>(last - points.begin())};
}

double middleOf(const WaitSeries &series, const WaitPoint &point)
{
    return static_cast<double>(point.startMs) + static_cast<double>(series.intervalMs) / 2;
}

Trace eachInterval(
    const WaitSeries &series, Measure measure, std::pair<std::size_t, std::size_t> range)
{
    Trace trace;
    const auto most =
        static_cast<qint64>(std::llround(kMostStep * static_cast<double>(series.intervalMs)));
    qint64 before = 0;
    bool joins = false;
    for (std::size_t i = range.first; i < range.second; ++i) {
        const WaitPoint &point = series.points[i];
        const double value = valueOf(point, measure);
        if (std::isnan(value)) {
            joins = false;
            continue;
        }
        if (!joins || point.startMs - before > most)
            trace.runs.emplace_back();
        trace.runs.back().push_back({middleOf(series, point), value, value, value});
        trace.highest = std::max(trace.highest, value);
        before = point.startMs;
        joins = true;
    }
    return trace;
}

/// What has fallen into one column so far.
struct Column {
    qint64 number = 0;
    Vertex vertex;
    double sum = 0;
    double weight = 0;
    double plainSum = 0;
    int count = 0;

    void add(double value, double weightOfIt)
    {
        vertex.low = count == 0 ? value : std::min(vertex.low, value);
        vertex.high = count == 0 ? value : std::max(vertex.high, value);
        sum += value * weightOfIt;
        weight += weightOfIt;
        plainSum += value;
        ++count;
    }
    [[nodiscard]] Vertex finished() const
    {
        Vertex done = vertex;
        done.mean = std::clamp(weight > 0 ? sum / weight : plainSum / count, done.low, done.high);
        return done;
    }
};

Trace eachColumn(const WaitSeries &series, Measure measure,
    std::pair<std::size_t, std::size_t> range, ChartSpan span, int columns)
{
    Trace trace;
    trace.isExact = false;
    const double width = static_cast<double>(span.length()) / columns;
    Column column;
    qint64 last = 0;
    const auto finish = [&trace, &column, &last] {
        if (column.count == 0)
            return;
        if (trace.runs.empty() || column.number != last + 1)
            trace.runs.emplace_back();
        trace.runs.back().push_back(column.finished());
        trace.highest = std::max(trace.highest, column.vertex.high);
        last = column.number;
    };
    for (std::size_t i = range.first; i < range.second; ++i) {
        const WaitPoint &point = series.points[i];
        const double value = valueOf(point, measure);
        if (std::isnan(value))
            continue;
        const double from = static_cast<double>(span.fromMs);
        const auto number =
            static_cast<qint64>(std::floor((middleOf(series, point) - from) / width));
        if (number != column.number || column.count == 0) {
            finish();
            column = Column();
            column.number = number;
            column.vertex.ms = from + (static_cast<double>(number) + 0.5) * width;
        }
        column.add(value, weightOf(point, measure));
    }
    finish();
    return trace;
}

} // namespace

std::size_t Trace::vertices() const
{
    return std::accumulate(runs.cbegin(), runs.cend(), std::size_t(0),
        [](std::size_t sum, const Run &run) { return sum + run.size(); });
}

Trace reduced(const WaitSeries &series, Measure measure, ChartSpan span, int columns)
{
    if (series.points.empty() || columns < 1 || span.length() < 1)
        return {};
    const auto range = seen(series, span);
    const bool isNarrow =
        static_cast<double>(span.length()) / columns > static_cast<double>(series.intervalMs);
    return isNarrow ? eachColumn(series, measure, range, span, columns)
                    : eachInterval(series, measure, range);
}

double quantileOf(const WaitSeries &series, Measure measure, double share)
{
    std::vector<double> values;
    values.reserve(series.points.size());
    for (const WaitPoint &point : series.points) {
        const double value = valueOf(point, measure);
        if (!std::isnan(value))
            values.push_back(value);
    }
    if (values.empty())
        return 0;
    const auto rank = static_cast<std::ptrdiff_t>(
        std::clamp(std::ceil(share * static_cast<double>(values.size())) - 1, 0.0,
            static_cast<double>(values.size() - 1)));
    std::nth_element(values.begin(), values.begin() + rank, values.end());
    return values[static_cast<std::size_t>(rank)];
}

} // namespace queuesmith
