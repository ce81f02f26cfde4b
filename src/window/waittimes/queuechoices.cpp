#include "window/waittimes/queuechoices.h"

#include "window/tables/collation.h"

#include <algorithm>
#include <vector>

namespace queuesmith {

QList<QueueChoice> sortedChoices(const QList<Queue> &queues)
{
    const QCollator order = nameCollator();
    std::vector<std::pair<QCollatorSortKey, qsizetype>> keys;
    keys.reserve(static_cast<std::size_t>(queues.size()));
    for (qsizetype i = 0; i < queues.size(); ++i)
        keys.emplace_back(order.sortKey(queues.at(i).definition.name), i);
    std::stable_sort(keys.begin(), keys.end(),
        [](const auto &a, const auto &b) { return a.first.compare(b.first) < 0; });
    QList<QueueChoice> choices;
    choices.reserve(queues.size());
    for (const auto &[key, place] : keys)
        choices.append({queues.at(place).definition.name, queues.at(place).id.value});
    return choices;
}

void QueueChoices::setChoices(const QList<QueueChoice> &choices)
{
    beginResetModel();
    m_choices = choices;
    m_rows.clear();
    m_rows.reserve(choices.size());
    for (int row = 0; row < choices.size(); ++row)
        m_rows.insert(choices.at(row).id, row);
    endResetModel();
}

int QueueChoices::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant QueueChoices::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {}; // a box that can be edited asks for the row of no choice, too
    const QueueChoice &choice = m_choices.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return choice.name;
    return role == static_cast<int>(Role::Id) ? QVariant(choice.id) : QVariant();
}

} // namespace queuesmith
