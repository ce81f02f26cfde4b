#include "window/queueeditor/comparemodel.h"

#include "window/appearance/status.h"
#include "window/appearance/tooltip.h"
#include "window/queueeditor/editordocument.h"

#include <algorithm>

namespace queuesmith {

void CompareModel::show(const EditorDocument &document, const FieldNames &names)
{
    beginResetModel();
    m_rows.clear();
    m_names = names;
    m_undecided = document.undecided();
    m_isThreeWay = document.ancestor().has_value();
    if (const std::optional<Queue> &base = document.base()) {
        const QueueDefinition &before =
            m_isThreeWay ? document.ancestor()->definition : base->definition;
        m_rows = compareStates(before, document.definition(), base->definition);
        m_rows.removeIf([](const MemberStates &row) { return !row.differs && !row.theirsChanged; });
    }
    endResetModel();
}

int CompareModel::rowOf(const QString &member) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
        [&member](const MemberStates &row) { return row.member == member; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

int CompareModel::firstUndecided() const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
        [this](const MemberStates &row) { return m_undecided.contains(row.member); });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_isThreeWay ? 5 : 3;
}

CompareModel::Column CompareModel::column(int section) const
{
    static constexpr Column kTwo[] = {Column::Field, Column::Tenant, Column::Mine};
    static constexpr Column kThree[] = {
        Column::Field, Column::Before, Column::Mine, Column::Tenant, Column::Decision};
    return m_isThreeWay ? kThree[section] : kTwo[section];
}

QString CompareModel::text(const MemberStates &row, Column column) const
{
    switch (column) {
    case Column::Field:
        return memberLabel(row.member);
    case Column::Before:
        return fieldText(row.member, row.base, m_names);
    case Column::Mine:
        return fieldText(row.member, row.mine, m_names);
    case Column::Tenant:
        return fieldText(row.member, row.theirs, m_names);
    case Column::Decision:
        break;
    }
    if (m_undecided.contains(row.member))
        return statusText(StatusKind::Error, tr("to decide"));
    return statusText(StatusKind::Ok, row.differs ? tr("mine counts") : tr("as in the tenant"));
}

QString CompareModel::toolTip(const MemberStates &row, Column column) const
{
    switch (column) {
    case Column::Before:
        return fieldToolTip(row.member, row.base, m_names);
    case Column::Mine:
        return fieldToolTip(row.member, row.mine, m_names);
    case Column::Tenant:
        return fieldToolTip(row.member, row.theirs, m_names);
    case Column::Field:
    case Column::Decision:
        break;
    }
    return text(row, column);
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const MemberStates &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return text(row, column(index.column()));
    if (role == Qt::ToolTipRole)
        return plainToolTip(toolTip(row, column(index.column())));
    return {};
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (column(section)) {
    case Column::Field:
        return tr("Field");
    case Column::Before:
        return tr("Before");
    case Column::Mine:
        return tr("Mine");
    case Column::Tenant:
        return m_isThreeWay ? tr("Tenant now") : tr("Tenant");
    case Column::Decision:
        break;
    }
    return tr("Decision");
}

} // namespace queuesmith
