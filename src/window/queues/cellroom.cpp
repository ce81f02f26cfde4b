#include "window/queues/cellroom.h"

#include <QHeaderView>
#include <QStyleOption>
#include <QTableView>

namespace queuesmith {

namespace {

constexpr int kRoom = 6; // pixels

} // namespace

void CellRoom::giveTo(QTableView *table)
{
    auto *style = new CellRoom;
    style->setParent(table);
    table->setStyle(style);
    table->horizontalHeader()->setStyle(style);
}

int CellRoom::pixelMetric(
    PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_HeaderMargin)
        return kRoom;
    if (metric == PM_FocusFrameHMargin)
        return kRoom - 1; // the style adds one itself
    return QProxyStyle::pixelMetric(metric, option, widget);
}

/// Qt's arrow points the way the values go when one reads down, down from A to Z, and stands at the
/// upper edge.
void CellRoom::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
    QPainter *painter, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (element != PE_IndicatorHeaderArrow || !header) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    QStyleOptionHeader turned = *header;
    if (header->sortIndicator == QStyleOptionHeader::SortDown)
        turned.sortIndicator = QStyleOptionHeader::SortUp;
    else if (header->sortIndicator == QStyleOptionHeader::SortUp)
        turned.sortIndicator = QStyleOptionHeader::SortDown;
    constexpr int kDrawnHigher = 2; // than the middle of its rectangle
    if (widget)
        turned.rect.moveTop((widget->height() - turned.rect.height()) / 2 + kDrawnHigher);
    QProxyStyle::drawPrimitive(element, &turned, painter, widget);
}

} // namespace queuesmith
