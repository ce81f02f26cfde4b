#include "window/waittimes/heatmap.h"

#include "window/appearance/tooltip.h"
#include "window/waittimes/chartcolors.h"
#include "window/waittimes/waitwords.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <optional>

namespace queuesmith {

namespace {

/// Where the cells stand.
struct Grid {
    QRectF cells;
    QRectF scale; ///< the legend, below

    Grid(const QRectF &all, const ChartLook &look)
    {
        const QFontMetricsF metrics(look.font);
        const double left = metrics.horizontalAdvance(QStringLiteral("Wed ")) + 8;
        const double line = metrics.height();
        cells = all.adjusted(left, line + 6, -2, -(3 * line + 8));
        scale = QRectF(cells.left(), cells.bottom() + line + 4, std::min(240.0, cells.width() / 2),
            line * 0.7);
    }
    [[nodiscard]] QRectF cell(int row, int hour) const
    {
        const double width = cells.width() / WeekHeat::kHours;
        const double height = cells.height() / WeekHeat::kDays;
        return {cells.left() + hour * width, cells.top() + row * height, width, height};
    }
    [[nodiscard]] std::optional<std::pair<int, int>> at(QPointF point) const
    {
        if (!cells.contains(point))
            return std::nullopt;
        const double hour = (point.x() - cells.left()) / cells.width() * WeekHeat::kHours;
        const double row = (point.y() - cells.top()) / cells.height() * WeekHeat::kDays;
        return std::pair(std::min(static_cast<int>(row), WeekHeat::kDays - 1),
            std::min(static_cast<int>(hour), WeekHeat::kHours - 1));
    }
};

/// Of the locale's week: row 0 may be a Sunday.
int weekday(int row) { return (QLocale().firstDayOfWeek() - 1 + row) % WeekHeat::kDays; }

const WeekHour &hourOf(const WeekHeat &heat, int row, int hour)
{
    return heat.hours.at(static_cast<std::size_t>(weekday(row))).at(static_cast<std::size_t>(hour));
}

double shareOf(const WeekHeat &heat, double value) { return heat.most > 0 ? value / heat.most : 0; }

/// Short enough for a cell.
QString cellFigure(double value, Measure measure)
{
    const double shown = measure == Measure::Abandonment ? 100 * value : value;
    if (shown >= 10'000)
        return QLocale().toString(shown, 'g', 2);
    return QLocale().toString(
        shown, 'f', shown > 0 && shown < 9.95 && measure != Measure::Volume ? 1 : 0);
}

void paintLabels(QPainter &painter, const Grid &grid, const ChartLook &look)
{
    const QFontMetricsF metrics(look.font);
    const QLocale locale;
    painter.setPen(look.palette.color(QPalette::Text));
    for (int row = 0; row < WeekHeat::kDays; ++row) {
        const QRectF cell = grid.cell(row, 0);
        painter.drawText(QRectF(cell.left() - 100, cell.top(), 94, cell.height()),
            Qt::AlignRight | Qt::AlignVCenter,
            locale.dayName(weekday(row) + 1, QLocale::ShortFormat));
    }
    const int each =
        metrics.horizontalAdvance(QStringLiteral("00  ")) > grid.cell(0, 0).width() ? 3 : 1;
    for (int hour = 0; hour < WeekHeat::kHours; hour += each) {
        const QRectF cell = grid.cell(0, hour);
        painter.drawText(QRectF(cell.left() - 20, grid.cells.top() - metrics.height() - 2,
                             cell.width() + 40, metrics.height()),
            Qt::AlignCenter, QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0')));
    }
}

void paintScale(QPainter &painter, const Grid &grid, const WeekHeat &heat, const ChartLook &look)
{
    const QFontMetricsF metrics(look.font);
    constexpr int kParts = 24;
    for (int i = 0; i < kParts; ++i) {
        const QRectF part(grid.scale.left() + grid.scale.width() * i / kParts, grid.scale.top(),
            grid.scale.width() / kParts + 1, grid.scale.height());
        painter.fillRect(part, heatColor((i + 0.5) / kParts, look.palette));
    }
    painter.setPen(look.palette.color(QPalette::Text));
    const QLocale locale;
    const QString most =
        std::isnan(heat.most) ? QString() : measureText(heat.most, heat.measure, locale);
    QRectF line(grid.scale.left(), grid.scale.bottom() + 2, grid.scale.width(), metrics.height());
    painter.drawText(line, Qt::AlignLeft, measureText(0, heat.measure, locale));
    painter.drawText(line, Qt::AlignRight, most);
    // What has no figure looks like nothing else.
    const QRectF none(grid.scale.right() + 24, grid.scale.top(), 24, grid.scale.height());
    painter.setPen(look.palette.color(QPalette::PlaceholderText));
    painter.setBrush(QBrush(look.palette.color(QPalette::Mid), Qt::BDiagPattern));
    painter.drawRect(none);
    painter.setPen(look.palette.color(QPalette::Text));
    painter.drawText(QPointF(none.right() + 8, none.bottom()), HeatMap::tr("no calls, or unknown"));
}

} // namespace

void paintHeat(QPainter &painter, const QRectF &all, const WeekHeat &heat, const ChartLook &look,
    int row, int hour)
{
    painter.setFont(look.font);
    const Grid grid(all, look);
    paintLabels(painter, grid, look);
    const QFontMetricsF metrics(look.font);
    constexpr double kSmaller = 0.8;
    QFont small = look.font;
    small.setPixelSize(qRound(kSmaller * small.pixelSize()));
    const QBrush none(look.palette.color(QPalette::Mid), Qt::BDiagPattern);
    for (int day = 0; day < WeekHeat::kDays; ++day) {
        for (int at = 0; at < WeekHeat::kHours; ++at) {
            const QRectF cell = grid.cell(day, at).adjusted(0, 0, -1, -1);
            const double value = hourOf(heat, day, at).value;
            if (std::isnan(value)) {
                painter.fillRect(cell, none);
                continue;
            }
            const QColor ground = heatColor(shareOf(heat, value), look.palette);
            painter.fillRect(cell, ground);
            const QString text = cellFigure(value, heat.measure);
            const bool fits = metrics.horizontalAdvance(text) <= cell.width() - 1;
            const bool fitsSmaller = kSmaller * metrics.horizontalAdvance(text) <= cell.width();
            if (!fitsSmaller || metrics.height() > cell.height())
                continue;
            painter.setFont(fits ? look.font : small);
            painter.setPen(textOn(ground));
            painter.drawText(cell, Qt::AlignCenter, text);
        }
    }
    painter.setFont(look.font);
    paintScale(painter, grid, heat, look);
    if (row < 0)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.palette.color(QPalette::Text), 2));
    painter.drawRect(grid.cell(row, hour).adjusted(0, 0, -1, -1));
}

HeatMap::HeatMap(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("heatMap"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Heat map of the hours of the week"));
}

QSize HeatMap::sizeHint() const { return {640, 320}; }

QSize HeatMap::minimumSizeHint() const { return {320, 200}; }

void HeatMap::setHeat(const WeekHeat &heat)
{
    m_heat = heat;
    update();
    mark(m_row, m_hour);
}

ChartLook HeatMap::look() const
{
    ChartLook look{palette(), font(), devicePixelRatioF()};
    look.font.setPixelSize(std::max(9, qRound(QFontInfo(font()).pixelSize() * 0.9)));
    return look;
}

QString HeatMap::textOf(int row, int hour) const
{
    const QLocale locale;
    const WeekHour &cell = hourOf(m_heat, row, hour);
    const QString when = tr("%1, %2:00 to %3:00")
                             .arg(locale.dayName(weekday(row) + 1))
                             .arg(hour, 2, 10, QLatin1Char('0'))
                             .arg((hour + 1) % WeekHeat::kHours, 2, 10, QLatin1Char('0'));
    if (std::isnan(cell.value))
        return tr("%1: no calls, or unknown").arg(when);
    return tr("%1: %2 %3 (calls: %4, intervals: %5)")
        .arg(when, measureWord(m_heat.measure), measureText(cell.value, m_heat.measure, locale),
            callsText(cell.calls, locale), locale.toString(cell.intervals));
}

void HeatMap::mark(int row, int hour)
{
    m_row = std::clamp(row, 0, WeekHeat::kDays - 1);
    m_hour = std::clamp(hour, 0, WeekHeat::kHours - 1);
    setAccessibleDescription(cellText());
    update();
    Q_EMIT cellMarked(cellText());
}

void HeatMap::markHour(int weekday, int hour)
{
    mark((weekday - (QLocale().firstDayOfWeek() - 1) + WeekHeat::kDays) % WeekHeat::kDays, hour);
}

bool HeatMap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto cell = Grid(rect(), look()).at(help->pos()))
        QToolTip::showText(
            help->globalPos(), plainToolTip(textOf(cell->first, cell->second)), this);
    else
        QToolTip::hideText();
    return true;
}

void HeatMap::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paintHeat(painter, rect(), m_heat, look(), hasFocus() ? m_row : -1, m_hour);
}

void HeatMap::mousePressEvent(QMouseEvent *event)
{
    if (const auto cell = Grid(rect(), look()).at(event->position()))
        mark(cell->first, cell->second);
}

void HeatMap::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return mark(m_row, m_hour - 1);
    case Qt::Key_Right:
        return mark(m_row, m_hour + 1);
    case Qt::Key_Up:
        return mark(m_row - 1, m_hour);
    case Qt::Key_Down:
        return mark(m_row + 1, m_hour);
    case Qt::Key_Home:
        return mark(m_row, 0);
    case Qt::Key_End:
        return mark(m_row, WeekHeat::kHours - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace queuesmith
