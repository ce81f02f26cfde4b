#include "window/skillpicker/skilllistmodel.h"

#include "domain/background.h"

#include <QLocale>

#include <algorithm>

namespace queuesmith {

SkillListModel::~SkillListModel() { releaseInBackground(std::move(m_search)); }

void SkillListModel::setSearch(const std::shared_ptr<const SkillSearch> &search)
{
    beginResetModel();
    m_found.clear();
    m_rows.clear();
    releaseInBackground(std::exchange(m_search, search));
    endResetModel();
}

void SkillListModel::setFound(const QList<int> &rows)
{
    beginResetModel();
    m_found = rows;
    m_rows = withoutChosen();
    endResetModel();
}

QList<int> SkillListModel::withoutChosen() const
{
    QList<int> rows = m_found;
    for (const SkillId &id : std::as_const(m_chosen)) {
        const int row = m_search ? m_search->rowOf(id) : -1;
        const auto at = std::lower_bound(rows.cbegin(), rows.cend(), row);
        if (at != rows.cend() && *at == row)
            rows.erase(at);
    }
    return rows;
}

void SkillListModel::setChosen(const QList<SkillId> &chosen)
{
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    const QList<int> rows = withoutChosen();
    const auto difference =
        std::mismatch(m_rows.cbegin(), m_rows.cend(), rows.cbegin(), rows.cend());
    const auto at = static_cast<int>(difference.first - m_rows.cbegin());
    // One more or one fewer: then the view keeps its place.
    if (rows.size() == m_rows.size() - 1
        && std::equal(difference.first + 1, m_rows.cend(), difference.second)) {
        beginRemoveRows({}, at, at);
        m_rows = rows;
        endRemoveRows();
    } else if (rows.size() == m_rows.size() + 1
        && std::equal(difference.first, m_rows.cend(), difference.second + 1)) {
        beginInsertRows({}, at, at);
        m_rows = rows;
        endInsertRows();
    } else if (rows != m_rows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
}

SkillId SkillListModel::idAt(int row) const { return m_search->at(m_rows.at(row)).id; }

int SkillListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SkillListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Skill &skill = m_search->at(m_rows.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return skill.name;
    case Qt::AccessibleTextRole:
        return QStringList{skill.name, agentsText(skill)}.join(QStringLiteral(", "));
    case Qt::ToolTipRole:
        return QString(skill.name % u'\n' % skill.id.value);
    case skillrole::kId:
        return skill.id.value;
    case skillrole::kHint:
        return agentsText(skill);
    case skillrole::kMissing:
        return false;
    default:
        return {};
    }
}

QString agentsText(const Skill &skill)
{
    if (!skill.agentCount)
        return {};
    if (*skill.agentCount == 1)
        return SkillListModel::tr("1 agent");
    return SkillListModel::tr("%1 agents").arg(QLocale().toString(*skill.agentCount));
}

} // namespace queuesmith
