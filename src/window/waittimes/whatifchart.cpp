#include "window/waittimes/whatifchart.h"

#include "window/waittimes/chartcolors.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {

/// The lines' dashes, in widths of the pen; the first one has none.
QPen penOf(Ink ink, const QPalette &palette)
{
    QPen pen(inkColor(ink, palette), 2);
    switch (ink) {
    case Ink::ServiceLevel:
        pen.setDashPattern({5, 2});
        break;
    case Ink::Abandonment:
        pen.setDashPattern({1.5, 1.5});
        break;
    case Ink::Occupancy:
        pen.setDashPattern({6, 2, 1.5, 2});
        break;
    default:
        break;
    }
    return pen;
}

constexpr std::array kInks{Ink::Wait, Ink::ServiceLevel, Ink::Abandonment, Ink::Occupancy};
/// Waits beyond this many targets are no choice, and would flatten the others.
constexpr double kTargetsSeen = 4;
constexpr double kLeastWaitSeen = 10; ///< seconds
/// Above the curves, for the names of the marks.
constexpr int kMarkRows = 2;
/// The rows in which a name is put, the first that is free: those above, then those within.
constexpr std::array kMarkPlaces{1, 2, 0, -1};
constexpr double kMarkGap = 2; ///< below a row, in pixels

} // namespace

WhatIfChart::WhatIfChart(QWidget *parent)
    : QChartView(new QChart, parent)
{
    setObjectName(QStringLiteral("whatIfChart"));
    setAccessibleName(tr("The effect of each capacity"));
    viewport()->setAccessibleName(tr("The effect of each capacity"));
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    // The slider and the field beside it are the keyboard's way.
    setFocusPolicy(Qt::NoFocus);
    buildChart();
    paintChart();
}

void WhatIfChart::buildChart()
{
    QChart *all = chart();
    all->layout()->setContentsMargins(0, 0, 0, 0);
    all->setBackgroundRoundness(0);
    all->legend()->setAlignment(Qt::AlignBottom);
    all->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    auto *capacity = new QValueAxis(all);
    capacity->setLabelFormat(QStringLiteral("%d"));
    capacity->setTitleText(tr("Capacity"));
    auto *seconds = new QValueAxis(all);
    seconds->setTitleText(tr("Mean wait, in seconds"));
    auto *percent = new QValueAxis(all);
    percent->setTitleText(tr("Percent"));
    percent->setRange(0, 100);
    percent->setTickCount(6);
    percent->setLabelFormat(QStringLiteral("%d"));
    percent->setGridLineVisible(false);
    all->addAxis(capacity, Qt::AlignBottom);
    all->addAxis(seconds, Qt::AlignLeft);
    all->addAxis(percent, Qt::AlignRight);
    const QStringList names{
        tr("Mean wait"), tr("Service level"), tr("Abandonment"), tr("Occupancy")};
    for (int i = 0; i < kLines; ++i) {
        auto *line = new QLineSeries(all);
        line->setName(names.at(i));
        all->addSeries(line);
        line->attachAxis(capacity);
        line->attachAxis(i == Wait ? seconds : percent);
    }
}

void WhatIfChart::setCurve(const QList<Prediction> &curve, std::optional<double> waitTarget)
{
    m_curve = curve;
    m_waitTarget = waitTarget;
    std::array<QList<QPointF>, kLines> points;
    double most = 0;
    for (const Prediction &at : curve) {
        const double x = at.capacity;
        if (at.asaSeconds) {
            points[Wait].append({x, *at.asaSeconds});
            most = std::max(most, *at.asaSeconds);
        }
        points[ServiceLevel].append({x, 100 * at.serviceLevel});
        points[Abandonment].append({x, 100 * at.abandonRate});
        points[Occupancy].append({x, 100 * at.occupancy});
    }
    const QList<QAbstractSeries *> lines = chart()->series();
    for (int i = 0; i < kLines; ++i)
        qobject_cast<QLineSeries *>(lines.at(i))->replace(points.at(static_cast<std::size_t>(i)));
    const double seen =
        std::max(kLeastWaitSeen, kTargetsSeen * waitTarget.value_or(kLeastWaitSeen));
    const double top = axisEnd(std::max(1.0, std::min(most, seen)));
    auto *seconds = qobject_cast<QValueAxis *>(chart()->axes(Qt::Vertical).value(0));
    seconds->setRange(0, top);
    const int parts = std::max(1, axisLines(top, 5));
    seconds->setTickCount(parts + 1);
    seconds->setLabelFormat(top / parts < 1 ? QStringLiteral("%.1f") : QStringLiteral("%d"));
    auto *capacity = qobject_cast<QValueAxis *>(chart()->axes(Qt::Horizontal).value(0));
    if (curve.isEmpty())
        return;
    const double from = curve.first().capacity;
    const double to = std::max(from + 1, static_cast<double>(curve.last().capacity));
    capacity->setRange(from, to);
    capacity->setTickType(QValueAxis::TicksDynamic);
    capacity->setTickAnchor(0);
    capacity->setTickInterval(std::max(1.0, axisEnd((to - from) / 10)));
    viewport()->update();
}

void WhatIfChart::setMarks(const CapacityMarks &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    viewport()->update();
}

void WhatIfChart::paintChart()
{
    const QColor text = palette().color(QPalette::Text);
    const QColor quiet = palette().color(QPalette::PlaceholderText);
    QColor grid = text;
    grid.setAlphaF(0.12F);
    QChart *all = chart();
    all->setBackgroundBrush(palette().color(QPalette::Base));
    all->legend()->setLabelColor(text);
    const QFont small = smallFont();
    all->legend()->setFont(small);
    // Of a fixed height, so that nothing moves when a mark does.
    const double row = QFontMetricsF(small).height() + kMarkGap;
    all->setMargins(QMargins(0, qCeil(kMarkRows * row), 0, 0));
    const QList<QAbstractAxis *> axes = all->axes();
    for (QAbstractAxis *axis : axes) {
        axis->setLabelsColor(quiet);
        axis->setTitleBrush(text);
        axis->setLabelsFont(small);
        axis->setTitleFont(small);
        axis->setGridLineColor(grid);
        axis->setLinePenColor(grid);
    }
    const QList<QAbstractSeries *> lines = all->series();
    for (int i = 0; i < kLines; ++i)
        qobject_cast<QLineSeries *>(lines.at(i))
            ->setPen(penOf(kInks.at(static_cast<std::size_t>(i)), palette()));
}

void WhatIfChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        paintChart();
}

QList<WhatIfChart::Mark> WhatIfChart::marks() const
{
    const QLocale locale;
    QList<Mark> marks;
    const auto add = [&](const std::optional<int> &capacity, const QString &text,
                         Qt::PenStyle style) {
        if (capacity)
            marks.append({*capacity, text.arg(locale.toString(*capacity)), style});
    };
    if (m_marks.current && m_marks.current == m_marks.recommended) {
        add(m_marks.current, tr("current and recommended %1"), Qt::SolidLine);
    } else {
        add(m_marks.recommended, tr("recommended %1"), Qt::SolidLine);
        add(m_marks.current, tr("current %1"), Qt::DashLine);
    }
    if (m_marks.reading != m_marks.current && m_marks.reading != m_marks.recommended)
        add(m_marks.reading, QStringLiteral("%1"), Qt::DashDotLine);
    add(m_marks.licensed, tr("licensed %1"), Qt::DotLine);
    return marks;
}

/// Lines through the curves, and their names in the room above, where they hide none of them.
void WhatIfChart::drawMarks(QPainter *painter) const
{
    const QRectF plot = chart()->plotArea();
    const auto *axis = qobject_cast<QValueAxis *>(chart()->axes(Qt::Horizontal).value(0));
    const QFontMetricsF metrics(painter->font());
    const double rowHeight = metrics.height() + kMarkGap;
    QList<std::pair<QRectF, QString>> names;
    const QList<Mark> all = marks();
    for (const Mark &mark : all) {
        const bool isAbove = mark.capacity > axis->max();
        const bool isBeyond = isAbove || mark.capacity < axis->min();
        // Told at the edge: a curve that reached that far would show nothing of what matters.
        const QString text = !isBeyond ? mark.text
            : isAbove                  ? QString(mark.text + QStringLiteral(" →"))
                                       : QString(QStringLiteral("← ") + mark.text);
        const double x = plot.left()
            + (std::clamp<double>(mark.capacity, axis->min(), axis->max()) - axis->min())
                / (axis->max() - axis->min()) * plot.width();
        QRectF box(x + 4, 0, metrics.horizontalAdvance(text) + 6, metrics.height());
        if (box.right() > plot.right())
            box.moveRight(isBeyond ? plot.right() : x - 4);
        for (const int row : kMarkPlaces) {
            box.moveTop(plot.top() - row * rowHeight);
            const auto isTaken = [&box](const auto &name) { return name.first.intersects(box); };
            if (std::none_of(names.cbegin(), names.cend(), isTaken))
                break;
        }
        names.append({box, text});
        if (isBeyond)
            continue;
        painter->setPen(QPen(inkColor(Ink::Mark, palette()), 1.4, mark.style));
        painter->drawLine(QLineF(x, box.top(), x, plot.bottom()));
    }
    painter->setPen(palette().color(QPalette::Text));
    for (const auto &[box, text] : std::as_const(names)) {
        painter->fillRect(box, palette().color(QPalette::Base));
        painter->drawText(box, Qt::AlignCenter, text);
    }
}

QFont WhatIfChart::smallFont() const
{
    QFont small = font();
    small.setPixelSize(qRound(0.9 * QFontInfo(small).pixelSize()));
    return small;
}

void WhatIfChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    if (m_curve.isEmpty())
        return;
    painter->save();
    painter->setFont(smallFont());
    drawMarks(painter);
    painter->restore();
}

PaintChart WhatIfChart::picture() const
{
    CapacityMarks marks = m_marks;
    marks.reading.reset();
    return [curve = m_curve, target = m_waitTarget, marks](
               QPainter &painter, const QRectF &all, const ChartLook &look) {
        WhatIfChart copy;
        copy.setPalette(look.palette);
        copy.setFont(look.font);
        copy.paintChart();
        copy.resize(all.size().toSize());
        copy.setCurve(curve, target);
        copy.setMarks(marks);
        // Qt cuts off labels that are closer together than they are high.
        constexpr int kLow = 260;
        if (all.height() < kLow) {
            for (QAbstractAxis *axis : copy.chart()->axes(Qt::Vertical))
                qobject_cast<QValueAxis *>(axis)->setTickCount(3);
        }
        (void)copy.grab(); // lays it out, as showing it would
        copy.render(&painter, all, copy.rect());
    };
}

void WhatIfChart::choose(QPointF at)
{
    const QRectF plot = chart()->plotArea();
    const auto *axis = qobject_cast<QValueAxis *>(chart()->axes(Qt::Horizontal).value(0));
    if (m_curve.isEmpty() || !plot.contains(at))
        return;
    const double share = (at.x() - plot.left()) / plot.width();
    Q_EMIT capacityChosen(
        static_cast<int>(std::lround(axis->min() + share * (axis->max() - axis->min()))));
}

void WhatIfChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(mapToScene(event->position().toPoint()));
}

void WhatIfChart::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        choose(mapToScene(event->position().toPoint()));
}

} // namespace queuesmith
