#include "window/waittimes/historychart.h"

#include "window/waittimes/waitwords.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {

constexpr double kWheelStep = 1.25; ///< for each notch
constexpr double kKeyStep = 1.5;
constexpr double kPanStep = 0.2;
constexpr qint64 kFewestIntervals = 4;
constexpr double kLeastDrag = 5; ///< pixels: less is a click

} // namespace

HistoryChart::HistoryChart(QWidget *parent)
    : QWidget(parent)
    , m_series(std::make_shared<WaitSeries>())
{
    setObjectName(QStringLiteral("historyChart"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Charts of wait, abandonment, volume and handle time"));
    setToolTip(tr(
        "Wheel or + and −: zoom. Drag: zoom to the selection. Shift and drag, or Shift and arrow "
        "keys: move. Arrow keys: step from interval to interval. Double click or 0: everything."));
}

QSize HistoryChart::sizeHint() const { return {640, 420}; }

QSize HistoryChart::minimumSizeHint() const { return {320, 240}; }

void HistoryChart::setSeries(std::shared_ptr<const WaitSeries> series, bool keepSpan)
{
    m_series = std::move(series);
    m_limits = axisLimits(*m_series);
    m_marks.cursorMs.reset();
    m_marks.selection.reset();
    m_drag = Drag::None;
    if (!keepSpan || m_span.length() < 1)
        m_span = whole();
    setSpan(m_span);
    forget();
    tellCursor();
}

void HistoryChart::setTargets(std::optional<double> waitSeconds, std::optional<double> abandonRate)
{
    m_marks.waitTarget = waitSeconds;
    m_marks.abandonTarget = abandonRate;
    forget();
}

void HistoryChart::setChangedAt(std::optional<qint64> ms)
{
    m_marks.changedMs = ms;
    update();
}

ChartSpan HistoryChart::whole() const { return {m_series->fromMs(), m_series->toMs()}; }

void HistoryChart::setSpan(ChartSpan span)
{
    const ChartSpan all = whole();
    const qint64 least = std::min(all.length(), kFewestIntervals * m_series->intervalMs);
    const qint64 length = std::clamp(span.length(), least, all.length());
    // Around its middle when the length had to give way.
    const qint64 middle = span.fromMs + span.length() / 2;
    const qint64 wanted = length == span.length() ? span.fromMs : middle - length / 2;
    const qint64 from = std::clamp(wanted, all.fromMs, std::max(all.fromMs, all.toMs - length));
    const ChartSpan within{from, from + length};
    if (within == m_span)
        return;
    m_span = within;
    forget();
    Q_EMIT spanChanged(m_span);
}

void HistoryChart::zoom(double factor, std::optional<double> aroundMs)
{
    const auto length = static_cast<double>(m_span.length());
    const double fallback = m_marks.cursorMs ? static_cast<double>(*m_marks.cursorMs)
                                             : static_cast<double>(m_span.fromMs) + length / 2;
    const double around = std::clamp(aroundMs.value_or(fallback),
        static_cast<double>(m_span.fromMs), static_cast<double>(m_span.toMs));
    const double before = (around - static_cast<double>(m_span.fromMs)) / factor;
    const qint64 from = std::llround(around - before);
    setSpan({from, from + std::llround(length / factor)});
}

void HistoryChart::pan(double shareOfSpan)
{
    const qint64 by = std::llround(shareOfSpan * static_cast<double>(m_span.length()));
    setSpan({m_span.fromMs + by, m_span.toMs + by});
}

void HistoryChart::showAll() { setSpan(whole()); }

int HistoryChart::cursor() const
{
    return m_marks.cursorMs ? m_series->indexAt(*m_marks.cursorMs) : -1;
}

void HistoryChart::setCursorIndex(int index)
{
    std::optional<qint64> wanted;
    if (index >= 0 && index < static_cast<int>(m_series->points.size()))
        wanted =
            m_series->points[static_cast<std::size_t>(index)].startMs + m_series->intervalMs / 2;
    if (wanted == m_marks.cursorMs)
        return;
    m_marks.cursorMs = wanted;
    update();
    tellCursor();
}

/// What a screen reader says when the cross-hair moves.
void HistoryChart::tellCursor()
{
    const int index = cursor();
    setAccessibleDescription(index < 0
            ? tr("%1 intervals. Arrow keys step from one to the next; the table beside has the "
                 "same figures.")
                  .arg(QLocale().toString(static_cast<qint64>(m_series->points.size())))
            : readOut(*m_series, index, QLocale()));
    Q_EMIT cursorMoved(index);
}

void HistoryChart::step(int intervals)
{
    const int count = static_cast<int>(m_series->points.size());
    if (count == 0)
        return;
    const int from = cursor() >= 0
        ? cursor()
        : m_series->nearest(m_span.fromMs + (intervals > 0 ? 0 : m_span.length())) - intervals;
    const int to = std::clamp(from + intervals, 0, count - 1);
    m_cursorByMouse = false;
    setCursorIndex(to);
    showCursor();
}

void HistoryChart::showCursor()
{
    if (cursor() < 0)
        return;
    const qint64 at = m_series->points[static_cast<std::size_t>(cursor())].startMs;
    if (at < m_span.fromMs)
        setSpan({at, at + m_span.length()});
    else if (at + m_series->intervalMs > m_span.toMs)
        setSpan({at + m_series->intervalMs - m_span.length(), at + m_series->intervalMs});
}

ChartLook HistoryChart::look() const
{
    ChartLook look{palette(), font(), devicePixelRatioF()};
    look.font.setPixelSize(std::max(9, qRound(QFontInfo(font()).pixelSize() * 0.9)));
    return look;
}

HistoryLayout HistoryChart::chartLayout() const
{
    return historyLayout(QRectF(rect()).adjusted(2, 0, -2, -2), look());
}

void HistoryChart::forget()
{
    m_traces.reset();
    update();
}

void HistoryChart::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const HistoryLayout layout = chartLayout();
    if (!m_traces)
        m_traces = historyTraces(*m_series, m_limits, m_span, m_marks, layout, look());
    paintHistory(painter, *m_series, *m_traces, m_marks, layout, look());
    if (!hasFocus())
        return;
    // A line only: the style's own tints what lies within it, and with it the colours of the data.
    constexpr double kLine = 2;
    constexpr double kHalf = kLine / 2;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Highlight), kLine));
    painter.drawRect(QRectF(rect()).adjusted(kHalf, kHalf, -kHalf, -kHalf));
}

PaintChart HistoryChart::picture() const
{
    HistoryMarks marks = m_marks;
    marks.cursorMs.reset();
    marks.selection.reset();
    return [series = m_series, limits = m_limits, span = m_span, marks](
               QPainter &painter, const QRectF &all, const ChartLook &look) {
        const HistoryLayout layout = historyLayout(all, look);
        const HistoryTraces traces = historyTraces(*series, limits, span, marks, layout, look);
        paintHistory(painter, *series, traces, marks, layout, look);
    };
}

void HistoryChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    forget();
}

void HistoryChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    forget();
}

void HistoryChart::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (m_series->points.empty() || turned.isNull()) {
        event->ignore();
        return;
    }
    event->accept();
    if (turned.x() != 0 || event->modifiers().testFlag(Qt::ShiftModifier)) {
        pan(-(turned.x() + turned.y()) / 120.0 * kPanStep / 2);
        return;
    }
    zoom(std::pow(kWheelStep, turned.y() / 120.0),
        chartLayout().msOf(event->position().x(), m_span));
}

void HistoryChart::mousePressEvent(QMouseEvent *event)
{
    const bool isPan = event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier));
    if (!isPan && event->button() != Qt::LeftButton)
        return;
    m_drag = isPan ? Drag::Pan : Drag::Select;
    m_pressed = event->position();
    m_pressedSpan = m_span;
    if (isPan)
        setCursor(Qt::ClosedHandCursor);
}

void HistoryChart::mouseMoveEvent(QMouseEvent *event)
{
    if (m_series->points.empty())
        return;
    const HistoryLayout layout = chartLayout();
    if (m_drag == Drag::Pan) {
        const double moved = layout.msOf(event->position().x(), m_pressedSpan)
            - layout.msOf(m_pressed.x(), m_pressedSpan);
        const qint64 by = std::llround(moved);
        setSpan({m_pressedSpan.fromMs - by, m_pressedSpan.toMs - by});
        return;
    }
    if (m_drag == Drag::Select && std::abs(event->position().x() - m_pressed.x()) >= kLeastDrag) {
        // By value: minmax() of two temporaries would refer to what is gone.
        const auto [from, to] = std::minmax({event->position().x(), m_pressed.x()});
        m_marks.selection =
            ChartSpan{std::max(m_span.fromMs, std::llround(layout.msOf(from, m_span))),
                std::min(m_span.toMs, std::llround(layout.msOf(to, m_span)))};
        update();
    }
    m_cursorByMouse = true;
    setCursorIndex(m_series->nearest(std::llround(layout.msOf(event->position().x(), m_span))));
}

void HistoryChart::mouseReleaseEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    unsetCursor();
    m_drag = Drag::None;
    if (!m_marks.selection)
        return;
    const ChartSpan marked = *m_marks.selection;
    m_marks.selection.reset();
    update();
    setSpan(marked);
}

void HistoryChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        showAll();
}

void HistoryChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    // What the keys set stays; what the mouse left behind would only be in the way.
    if (m_cursorByMouse)
        setCursorIndex(-1);
}

void HistoryChart::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const qint64 day = std::max<qint64>(1, 86'400'000 / std::max<qint64>(1, m_series->intervalMs));
    const int stride = event->modifiers().testFlag(Qt::ControlModifier) ? static_cast<int>(day) : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return shift ? pan(-kPanStep) : step(-stride);
    case Qt::Key_Right:
        return shift ? pan(kPanStep) : step(stride);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Up:
        return zoom(kKeyStep);
    case Qt::Key_Minus:
    case Qt::Key_Down:
        return zoom(1 / kKeyStep);
    case Qt::Key_PageUp:
        return pan(-1);
    case Qt::Key_PageDown:
        return pan(1);
    case Qt::Key_Home:
        return setSpan({m_series->fromMs(), m_series->fromMs() + m_span.length()});
    case Qt::Key_End:
        return setSpan({m_series->toMs() - m_span.length(), m_series->toMs()});
    case Qt::Key_0:
        return showAll();
    default:
        break;
    }
    if (event->key() == Qt::Key_Escape && m_marks.cursorMs)
        setCursorIndex(-1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace queuesmith
