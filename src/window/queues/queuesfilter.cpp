#include "window/queues/queuesfilter.h"

#include "window/queues/queuesmodel.h"

#include <algorithm>

namespace queuesmith {

namespace {

bool holds(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

} // namespace

QueuesFilter::QueuesFilter(QueuesModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void QueuesFilter::setCriteria(const QueuesCriteria &criteria)
{
    if (criteria == m_criteria)
        return;
    m_criteria = criteria;
    invalidateFilter();
}

bool QueuesFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const Queue &queue = m_model.queueAt(row);
    const QueueDefinition &definition = queue.definition;
    if (m_criteria.overflowTarget && definition.overflow.target != *m_criteria.overflowTarget)
        return false;
    if (!m_criteria.text.isEmpty() && !holds(definition.name, m_criteria.text)
        && !holds(queue.id.value, m_criteria.text))
        return false;
    if (m_criteria.skill.isEmpty())
        return true;
    return std::any_of(definition.skillGroups.cbegin(), definition.skillGroups.cend(),
        [this](const SkillId &skill) {
            return holds(m_model.skillName(skill), m_criteria.skill)
                || holds(skill.value, m_criteria.skill);
        });
}

bool QueuesFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return m_model.isBefore(
        left.row(), right.row(), static_cast<QueuesModel::Column>(left.column()));
}

} // namespace queuesmith
