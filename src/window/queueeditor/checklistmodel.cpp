#include "window/queueeditor/checklistmodel.h"

namespace queuesmith {

void CheckListModel::setItems(const QList<CheckItem> &items)
{
    if (items == m_items)
        return;
    if (items.size() == m_items.size()) { // the selection stays
        m_items = items;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_items = items;
    endResetModel();
}

void CheckListModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    if (!m_items.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::ForegroundRole});
}

int CheckListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant CheckListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CheckItem &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return statusText(item.kind, item.text);
    case Qt::ToolTipRole:
        return item.text;
    case Qt::ForegroundRole:
        return statusColor(item.kind, m_palette);
    default:
        return {};
    }
}

} // namespace queuesmith
