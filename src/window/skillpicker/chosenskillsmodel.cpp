#include "window/skillpicker/chosenskillsmodel.h"

#include "domain/background.h"
#include "window/appearance/status.h"
#include "window/skillpicker/skilllistmodel.h"

#include <QLocale>

namespace queuesmith {

ChosenSkillsModel::~ChosenSkillsModel() { releaseInBackground(std::move(m_search)); }

void ChosenSkillsModel::setSearch(const std::shared_ptr<const SkillSearch> &search, bool isComplete)
{
    releaseInBackground(std::exchange(m_search, search));
    m_isComplete = isComplete;
    if (!m_chosen.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ChosenSkillsModel::setChosen(const QList<SkillId> &chosen)
{
    if (chosen == m_chosen)
        return;
    beginResetModel();
    m_chosen = chosen;
    endResetModel();
}

QString ChosenSkillsModel::sum() const
{
    if (m_chosen.isEmpty())
        return tr("None chosen, so no agent takes contacts here");
    qint64 agents = 0;
    bool isTold = true;
    for (const SkillId &id : m_chosen) {
        const Skill *skill = skillOf(id);
        isTold &= skill && skill->agentCount;
        agents += skill ? skill->agentCount.value_or(0) : 0;
    }
    const QString count = QLocale().toString(m_chosen.size());
    if (!isTold)
        return tr("%1 chosen; the number of agents isn't known for all of them").arg(count);
    return agents == 1 ? tr("%1 chosen, at most 1 agent").arg(count)
                       : tr("%1 chosen, at most %2 agents").arg(count, QLocale().toString(agents));
}

int ChosenSkillsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_chosen.size());
}

QVariant ChosenSkillsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SkillId &id = m_chosen.at(index.row());
    const Skill *skill = skillOf(id);
    const bool isMissing = !skill && m_search && m_isComplete;
    const QString name = skill ? skill->name
        : isMissing ? statusText(StatusKind::Error, tr("“%1” no longer exists").arg(id.value))
                    : id.value;
    const QString hint = skill ? agentsText(*skill) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::AccessibleTextRole:
        return hint.isEmpty() ? name : QStringList{name, hint}.join(QStringLiteral(", "));
    case Qt::ToolTipRole:
        return QString(name % u'\n' % id.value);
    case skillrole::kId:
        return id.value;
    case skillrole::kHint:
        return hint;
    case skillrole::kMissing:
        return isMissing;
    default:
        return {};
    }
}

const Skill *ChosenSkillsModel::skillOf(const SkillId &id) const
{
    const int row = m_search ? m_search->rowOf(id) : -1;
    return row < 0 ? nullptr : &m_search->at(row);
}

} // namespace queuesmith
