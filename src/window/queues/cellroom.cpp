#include "cellroom.h"

#include <QHeaderView>
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

} // namespace queuesmith
