#include "window/tables/tablelook.h"

#include "window/tables/statusdelegate.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace queuesmith {

void setTableLook(QTableView *table, const QList<int> &widths)
{
    constexpr double kRowHeight = 1.8;
    constexpr int kPadding = 12;
    const QFontMetrics metrics = table->fontMetrics();
    table->setItemDelegate(new StatusDelegate(table));
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    QHeaderView *rows = table->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(qRound(kRowHeight * metrics.height()));
    QHeaderView *columns = table->horizontalHeader();
    columns->setHighlightSections(false);
    columns->setStretchLastSection(true);
    columns->setSectionsMovable(true);
    const int digit = metrics.horizontalAdvance(QLatin1Char('0'));
    for (int i = 0; i < widths.size(); ++i)
        columns->resizeSection(i, widths.at(i) * digit + kPadding);
    // A language may have longer words than what stands below them.
    for (int i = 0; i < columns->count(); ++i)
        columns->resizeSection(i, std::max(columns->sectionSize(i), columns->sectionSizeHint(i)));
}

} // namespace queuesmith
