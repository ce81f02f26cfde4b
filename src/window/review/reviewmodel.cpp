#include "window/review/reviewmodel.h"

#include "window/appearance/tooltip.h"

#include <algorithm>

namespace queuesmith {

ReviewModel::ReviewModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ReviewModel::setChanges(const QList<FieldChange> &changes, const FieldNames &names)
{
    beginResetModel();
    m_changes = changes;
    std::stable_sort(
        m_changes.begin(), m_changes.end(), [](const FieldChange &a, const FieldChange &b) {
            return fieldRank(a.field) < fieldRank(b.field);
        });
    m_names = names;
    endResetModel();
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int ReviewModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : 3; }

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FieldChange &change = m_changes.at(index.row());
    const auto column = static_cast<Column>(index.column());
    const QJsonValue &value = column == Column::Before ? change.from : change.to;
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (column == Column::Field)
        return isText ? fieldTitle(change.field) : QVariant();
    if (role == static_cast<int>(Role::Raw))
        return value.toVariant();
    if (role == Qt::ToolTipRole)
        return plainToolTip(fieldToolTip(change.field, value, m_names));
    return role == Qt::DisplayRole ? fieldText(change.field, value, m_names) : QVariant();
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Field:
        return tr("Field");
    case Column::Before:
        return tr("Now");
    case Column::After:
        break;
    }
    return tr("After");
}

} // namespace queuesmith
