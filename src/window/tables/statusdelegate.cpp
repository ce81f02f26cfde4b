#include "window/tables/statusdelegate.h"

#include "window/appearance/status.h"

namespace queuesmith {

void StatusDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // Else a number would touch the text of the next column.
    if (option->displayAlignment & Qt::AlignRight)
        option->text += QChar(QChar::Nbsp);
    const QVariant status = index.data(kStatusRole);
    if (status.isValid()) {
        const QColor color = statusColor(static_cast<StatusKind>(status.toInt()), option->palette);
        option->palette.setColor(QPalette::Text, color);
    }
}

} // namespace queuesmith
