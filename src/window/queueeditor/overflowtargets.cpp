#include "window/queueeditor/overflowtargets.h"

#include "window/appearance/status.h"
#include "window/tables/collation.h"

#include <algorithm>
#include <vector>

namespace queuesmith {

OverflowTargets::OverflowTargets(QObject *parent)
    : QAbstractListModel(parent)
    , m_rows{Row{}}
    , m_order(nameCollator())
{
}

void OverflowTargets::setQueues(const QList<Queue> &queues, const QueueId &own, bool isComplete)
{
    beginResetModel();
    m_isComplete = isComplete;
    takeKeys(queues);
    std::vector<std::pair<QCollatorSortKey, qsizetype>> places;
    places.reserve(static_cast<std::size_t>(queues.size()));
    for (qsizetype i = 0; i < queues.size(); ++i) {
        if (queues.at(i).id != own)
            places.emplace_back(*m_keys.constFind(queues.at(i).definition.name), i);
    }
    std::stable_sort(places.begin(), places.end(),
        [](const auto &a, const auto &b) { return a.first.compare(b.first) < 0; });
    m_rows = {Row{}};
    m_rows.reserve(queues.size() + 1);
    for (const auto &[key, place] : places)
        m_rows.append({queues.at(place).id, queues.at(place).definition.name, true});
    endResetModel();
}

/// A key takes longer to make than a list takes to sort, and each document that is opened sorts.
void OverflowTargets::takeKeys(const QList<Queue> &queues)
{
    QHash<QString, QCollatorSortKey> keys;
    keys.reserve(queues.size());
    for (const Queue &queue : queues) {
        const QString &name = queue.definition.name;
        const auto known = m_keys.constFind(name);
        keys.insert(name, known == m_keys.cend() ? m_order.sortKey(name) : *known);
    }
    m_keys = std::move(keys);
}

int OverflowTargets::rowFor(const QueueId &target)
{
    const int known = find(target);
    if (known >= 0)
        return known;
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.append({target, target.value, false});
    endInsertRows();
    return rowCount() - 1;
}

int OverflowTargets::rowNamed(const QString &text) const
{
    if (text.isEmpty())
        return 0;
    QList<int> named;
    for (int row = 0; row < rowCount(); ++row) {
        const bool isShown =
            data(index(row), Qt::DisplayRole).toString().compare(text, Qt::CaseInsensitive) == 0;
        if (isShown || m_rows.at(row).id.value == text)
            return row;
        if (m_rows.at(row).name.compare(text, Qt::CaseInsensitive) == 0)
            named.append(row);
    }
    return named.size() == 1 ? named.first() : -1;
}

int OverflowTargets::find(const QueueId &target) const
{
    const auto found = std::find_if(
        m_rows.cbegin(), m_rows.cend(), [&target](const Row &row) { return row.id == target; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

int OverflowTargets::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant OverflowTargets::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    const Row &row = m_rows.at(index.row());
    if (row.id.isEmpty())
        return tr("none: contacts keep waiting");
    if (row.isKnown)
        return tr("%1 (%2)").arg(row.name, row.id.value);
    return m_isComplete
        ? statusText(StatusKind::Error, tr("“%1” no longer exists").arg(row.id.value))
        : row.id.value;
}

} // namespace queuesmith
