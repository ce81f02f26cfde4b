// How the charts of a history are drawn.

#include "window/waittimes/chartcolors.h"
#include "window/waittimes/historypicture.h"
#include "window/waittimes/waitwords.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLineF>
#include <QPaintEngine>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {

struct HistoryPainterTr {
    Q_DECLARE_TR_FUNCTIONS(HistoryChart)
};

/// In the order of Measure.
constexpr Ink kMeasureInks[] = {Ink::Wait, Ink::Abandonment, Ink::Volume, Ink::HandleTime};

constexpr unsigned kManyVertices = 300;
constexpr double kDashes = 24; ///< of the sample beside a chart's name

QString titleOf(Measure measure)
{
    switch (measure) {
    case Measure::Wait:
        return HistoryPainterTr::tr("Mean wait per call, in seconds");
    case Measure::Abandonment:
        return HistoryPainterTr::tr("Callers who hung up, in percent");
    case Measure::Volume:
        return HistoryPainterTr::tr("Calls per interval");
    case Measure::HandleTime:
        break;
    }
    return HistoryPainterTr::tr("Mean handle time per call, in seconds");
}

/// One of the charts: where it stands, and where its values go.
struct Plot {
    QPainter &painter;
    const HistoryLayout &layout;
    const ChartLook &look;
    ChartSpan span;
    QRectF area;
    Measure measure;
    double top;

    [[nodiscard]] double x(const Vertex &vertex) const { return layout.xOf(vertex.ms, span); }
    [[nodiscard]] double y(double value) const
    {
        return area.bottom() - std::min(value / top, 1.5) * area.height();
    }
    [[nodiscard]] Ink measureInk() const { return kMeasureInks[static_cast<std::size_t>(measure)]; }
    [[nodiscard]] QColor ink() const { return inkColor(measureInk(), look.palette); }
    [[nodiscard]] QColor band() const { return bandColor(measureInk(), look.palette); }
    [[nodiscard]] QColor quiet() const { return look.palette.color(QPalette::PlaceholderText); }
    [[nodiscard]] QColor grid() const
    {
        return mixed(look.palette.color(QPalette::Base), look.palette.color(QPalette::Text), 0.12);
    }

    void paintFrame(const std::vector<TimeTick> &ticks) const;
    void paintTitle(std::optional<double> target) const;
    void paintValue(const WaitPoint &point) const;
    void paintTrace(const Trace &trace) const;
    void paintTarget(double target) const;

private:
    [[nodiscard]] QRectF titleLine() const;
    [[nodiscard]] QPen targetPen() const
    {
        QPen pen(inkColor(Ink::Target, look.palette), 1.2, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({6, 4});
        return pen;
    }
    void paintBars(const Trace &trace) const;
    void paintReach(const Trace &trace) const;
    template <typename Reach>
    void paintColumns(const Trace &trace, Reach reach, const QColor &color) const;
    void drawInPieces(const QPolygonF &line) const;
    void drawThin(QPolygonF line) const;
    void paintLines(const Trace &trace) const;
    void paintCutOff(const Trace &trace) const;
};

void Plot::paintFrame(const std::vector<TimeTick> &ticks) const
{
    painter.fillRect(area, look.palette.color(QPalette::Base));
    const QFontMetricsF metrics(look.font);
    const int most = std::clamp(static_cast<int>(area.height() / (1.7 * metrics.height())), 1, 5);
    const int lines = axisLines(top, most);
    QList<QLineF> grids;
    painter.setPen(quiet());
    const double scale = measure == Measure::Abandonment ? 100 : 1;
    for (int i = 0; i <= lines; ++i) {
        const double value = top * i / lines;
        const double at = std::round(y(value)) - 0.5;
        grids.append({area.left(), at, area.right(), at});
        const double shown = value * scale;
        const int digits = top * scale / lines < 1
                || (top * scale < 10 && lines > 1 && std::fmod(top * scale, lines) != 0)
            ? 1
            : 0;
        const QRectF label(area.left() - 200, at - metrics.height() / 2, 194, metrics.height());
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter,
            top * scale >= 1e6 ? QLocale().toString(shown, 'g', 2)
                               : QLocale().toString(shown, 'f', digits));
    }
    for (const TimeTick &tick : ticks) {
        const double at = std::round(layout.xOf(static_cast<double>(tick.ms), span)) + 0.5;
        grids.append({at, area.top(), at, area.bottom()});
    }
    painter.setPen(QPen(grid(), 1));
    painter.drawLines(grids);
}

QRectF Plot::titleLine() const
{
    const double height = QFontMetricsF(look.font).height();
    return {area.left(), area.top() - height - 3, area.width(), height};
}

void Plot::paintTitle(std::optional<double> target) const
{
    const QFontMetricsF metrics(look.font);
    const QRectF line = titleLine();
    painter.setPen(look.palette.color(QPalette::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, titleOf(measure));
    if (target) {
        // What the dashes are stands where it hides nothing.
        const double from = line.left() + metrics.horizontalAdvance(titleOf(measure))
            + 2 * metrics.averageCharWidth();
        const double at = std::round(line.center().y()) + 0.5;
        painter.setPen(targetPen());
        painter.drawLine(QLineF(from, at, from + kDashes, at));
        painter.setPen(quiet());
        painter.drawText(QRectF(QPointF(from + kDashes + 4, line.top()), line.bottomRight()),
            Qt::AlignLeft | Qt::AlignVCenter,
            HistoryPainterTr::tr("target %1").arg(measureText(*target, measure, QLocale())));
    }
}

/// Of the interval under the cross-hair.
void Plot::paintValue(const WaitPoint &point) const
{
    painter.setPen(look.palette.color(QPalette::Text));
    painter.drawText(titleLine(), Qt::AlignRight | Qt::AlignVCenter,
        measureText(valueOf(point, measure), measure, QLocale()));
}

void Plot::paintTrace(const Trace &trace) const
{
    painter.save();
    painter.setClipRect(area);
    if (measure == Measure::Volume) {
        paintBars(trace);
    } else {
        if (!trace.isExact)
            paintReach(trace);
        paintLines(trace);
    }
    paintCutOff(trace);
    painter.restore();
}

void Plot::paintBars(const Trace &trace) const
{
    if (!trace.isExact) {
        paintColumns(
            trace, [this](const Vertex &at) { return std::pair(area.bottom(), y(at.high)); },
            band());
        paintColumns(
            trace, [this](const Vertex &at) { return std::pair(area.bottom(), y(at.mean)); },
            ink());
        return;
    }
    double narrowest = area.width();
    for (const Run &run : trace.runs) {
        for (std::size_t i = 1; i < run.size(); ++i)
            narrowest = std::min(narrowest, x(run[i]) - x(run[i - 1]));
    }
    const double bar = std::max(1 / look.ratio, std::min(narrowest * 0.8, 40.0));
    QList<QRectF> bars;
    for (const Run &run : trace.runs) {
        for (const Vertex &vertex : run)
            bars.append(QRectF(QPointF(x(vertex) - bar / 2, y(vertex.mean)),
                QPointF(x(vertex) + bar / 2, area.bottom())));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink());
    painter.drawRects(bars);
}

/// One column of pixels after the other, from where `reach` says it begins to where it ends, and at
/// least a pixel high.
template <typename Reach>
void Plot::paintColumns(const Trace &trace, Reach reach, const QColor &color) const
{
    const double pixel = 1 / look.ratio;
    QList<QRectF> columns;
    for (const Run &run : trace.runs) {
        for (const Vertex &vertex : run) {
            const auto [from, to] = reach(vertex);
            columns.append(QRectF(std::floor(x(vertex)), std::min(from, to), 1,
                std::max(pixel, std::abs(from - to))));
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRects(columns);
}

/// From the least to the greatest of each column, so that no peak vanishes.
void Plot::paintReach(const Trace &trace) const
{
    paintColumns(
        trace, [this](const Vertex &at) { return std::pair(y(at.low), y(at.high)); }, band());
}

/// Qt's rasterizer searches through all crossings of a row of pixels for each new one, so a line
/// that goes up and down a thousand times takes a hundred times as long as its pieces.
void Plot::drawInPieces(const QPolygonF &line) const
{
    constexpr qsizetype kPiece = 4;
    for (qsizetype from = 0; from + 1 < line.size(); from += kPiece) {
        const qsizetype count = std::min(kPiece + 1, line.size() - from);
        painter.drawPolyline(line.constData() + from, static_cast<int>(count));
    }
}

/// A line of one device pixel takes Qt half the time of a wider one. Where there are many it is
/// drawn as often as it needs to look as wide on a finer screen.
void Plot::drawThin(QPolygonF line) const
{
    QPen pen(ink(), 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    for (int times = std::max(1, qRound(look.ratio)); times > 0; --times) {
        painter.drawPolyline(line);
        line.translate(0, 1 / look.ratio);
    }
}

void Plot::paintLines(const Trace &trace) const
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(ink(), trace.isExact ? 1.6 : 1.2));
    // Elsewhere, as on a page, a device pixel is too small to be seen.
    const bool isThin =
        trace.vertices() > kManyVertices && painter.paintEngine()->type() == QPaintEngine::Raster;
    for (const Run &run : trace.runs) {
        QPolygonF line;
        line.reserve(static_cast<qsizetype>(run.size()));
        for (const Vertex &vertex : run)
            line.append({x(vertex), y(vertex.mean)});
        if (line.size() > 1) {
            isThin ? drawThin(line) : drawInPieces(line);
            continue;
        }
        // An interval between two gaps would else not be seen.
        painter.setBrush(ink());
        painter.drawEllipse(line.first(), 1.2, 1.2);
    }
}

/// Marks what goes beyond the axis, at its upper edge.
void Plot::paintCutOff(const Trace &trace) const
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inkColor(Ink::Target, look.palette));
    for (const Run &run : trace.runs) {
        for (const Vertex &vertex : run) {
            if (vertex.high <= top * (1 + 1e-9))
                continue;
            const QPointF tip(x(vertex), area.top() + 1);
            painter.drawPolygon(QPolygonF{tip, tip + QPointF(4, 7), tip + QPointF(-4, 7)});
        }
    }
}

void Plot::paintTarget(double target) const
{
    const double at = std::round(y(target)) + 0.5;
    painter.setPen(targetPen());
    painter.drawLine(QLineF(area.left(), at, area.right(), at));
}

Plot plotOf(std::size_t index, QPainter &painter, const HistoryTraces &traces,
    const HistoryLayout &layout, const ChartLook &look)
{
    return {painter, layout, look, traces.span, layout.plots.at(index), kHistoryMeasures.at(index),
        traces.tops.at(index)};
}

void paintAxis(QPainter &painter, const HistoryTraces &traces, const HistoryLayout &layout,
    const ChartLook &look)
{
    const QFontMetricsF metrics(look.font);
    double free = layout.left() - 40;
    for (const TimeTick &tick : traces.ticks) {
        const double at = layout.xOf(static_cast<double>(tick.ms), traces.span);
        QRectF box(
            0, layout.axis.top() + 4, metrics.horizontalAdvance(tick.label) + 2, metrics.height());
        box.moveCenter({at, box.center().y()});
        box.moveRight(std::min(box.right(), layout.right() + 8));
        if (box.left() < free)
            continue;
        free = box.right() + 6;
        painter.setPen(
            look.palette.color(tick.isMajor ? QPalette::Text : QPalette::PlaceholderText));
        painter.drawText(box, Qt::AlignCenter, tick.label);
    }
}

void paintVertical(QPainter &painter, const HistoryLayout &layout, double x, const QPen &pen)
{
    if (x < layout.left() || x > layout.right())
        return;
    painter.setPen(pen);
    const double at = std::round(x) + 0.5;
    for (const QRectF &plot : layout.plots)
        painter.drawLine(QLineF(at, plot.top(), at, plot.bottom()));
}

void paintChange(QPainter &painter, const HistoryTraces &traces, const HistoryMarks &marks,
    const HistoryLayout &layout, const ChartLook &look)
{
    const QColor color = inkColor(Ink::Mark, look.palette);
    if (marks.changedMs) {
        const double x = layout.xOf(static_cast<double>(*marks.changedMs), traces.span);
        paintVertical(painter, layout, x, QPen(color, 1, Qt::DotLine));
        if (x >= layout.left() && x <= layout.right())
            painter.drawText(QPointF(x + 4, layout.plots.front().top() + look.font.pixelSize()),
                HistoryPainterTr::tr("capacity changed"));
    }
}

void paintSelection(QPainter &painter, const HistoryTraces &traces, const HistoryMarks &marks,
    const HistoryLayout &layout, const ChartLook &look)
{
    if (marks.selection) {
        QColor shade = look.palette.color(QPalette::Highlight);
        shade.setAlphaF(0.2F);
        const double from = layout.xOf(static_cast<double>(marks.selection->fromMs), traces.span);
        const double to = layout.xOf(static_cast<double>(marks.selection->toMs), traces.span);
        for (const QRectF &plot : layout.plots)
            painter.fillRect(QRectF(QPointF(from, plot.top()), QPointF(to, plot.bottom())), shade);
    }
    if (marks.cursorMs)
        paintVertical(painter, layout,
            layout.xOf(static_cast<double>(*marks.cursorMs), traces.span),
            QPen(inkColor(Ink::Mark, look.palette), 1));
}

} // namespace

void paintHistory(QPainter &painter, const HistoryTraces &traces, const HistoryMarks &marks,
    const HistoryLayout &layout, const ChartLook &look)
{
    painter.setFont(look.font);
    for (std::size_t i = 0; i < kHistoryMeasures.size(); ++i) {
        const Plot plot = plotOf(i, painter, traces, layout, look);
        plot.paintFrame(traces.ticks);
        plot.paintTrace(traces.traces.at(i));
        const std::optional<double> target = targetOf(plot.measure, marks);
        if (target)
            plot.paintTarget(*target);
        plot.paintTitle(target);
    }
    paintAxis(painter, traces, layout, look);
    paintChange(painter, traces, marks, layout, look);
}

void paintReading(QPainter &painter, const WaitSeries &series, const HistoryTraces &traces,
    const HistoryMarks &marks, const HistoryLayout &layout, const ChartLook &look)
{
    painter.setFont(look.font);
    const int at = marks.cursorMs ? series.indexAt(*marks.cursorMs) : -1;
    if (at >= 0) {
        const WaitPoint &point = series.points[static_cast<std::size_t>(at)];
        for (std::size_t i = 0; i < kHistoryMeasures.size(); ++i)
            plotOf(i, painter, traces, layout, look).paintValue(point);
    }
    paintSelection(painter, traces, marks, layout, look);
}

} // namespace queuesmith
