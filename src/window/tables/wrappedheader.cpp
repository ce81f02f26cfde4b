#include "window/tables/wrappedheader.h"

#include <QStyleOptionHeader>
#include <QTableView>

#include <algorithm>

namespace queuesmith {

namespace {

/// The text in one line, or in the two that need the least width.
QString inTwoLines(const QString &text, const QFontMetrics &metrics)
{
    QString best = text;
    int least = metrics.horizontalAdvance(text);
    for (qsizetype at = text.indexOf(u' '); at >= 0; at = text.indexOf(u' ', at + 1)) {
        const int width = std::max(metrics.horizontalAdvance(text.first(at)),
            metrics.horizontalAdvance(text.sliced(at + 1)));
        if (width >= least)
            continue;
        least = width;
        best = text.first(at) + u'\n' + text.sliced(at + 1);
    }
    return best;
}

} // namespace

void WrappedHeader::giveTo(QTableView *table)
{
    auto *header = new WrappedHeader(Qt::Horizontal, table);
    header->setSectionsClickable(table->horizontalHeader()->sectionsClickable());
    table->setHorizontalHeader(header);
}

void WrappedHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    option->text = inTwoLines(option->text, option->fontMetrics);
}

QSize WrappedHeader::sectionSizeFromContents(int section) const
{
    const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    const QFontMetrics metrics = fontMetrics();
    const QSize line = metrics.size(0, text);
    const QSize lines = metrics.size(0, inTwoLines(text, metrics));
    return QHeaderView::sectionSizeFromContents(section) - line + lines;
}

} // namespace queuesmith
