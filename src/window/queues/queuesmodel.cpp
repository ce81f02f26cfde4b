#include "window/queues/queuesmodel.h"

#include "domain/clock.h"
#include "window/queues/lastchange.h"
#include "window/queues/queuestext.h"
#include "window/session/catalog.h"
#include "window/tables/collation.h"
#include "window/tables/figuretexts.h"
#include "window/tables/relativetime.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace queuesmith {

namespace {

bool isNumber(QueuesModel::Column column)
{
    return column == QueuesModel::Column::Capacity || column == QueuesModel::Column::Priority
        || column == QueuesModel::Column::Skills;
}

constexpr std::array kTimes{QLatin1StringView("dateModified"), QLatin1StringView("dateCreated")};

template <typename T> int order(const T &left, const T &right)
{
    if (left < right)
        return -1;
    return right < left ? 1 : 0;
}

} // namespace

QueuesModel::QueuesModel(const Catalog &catalog, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalog(catalog)
    , m_clock(clock)
    , m_collator(nameCollator())
{
    connect(&catalog, &Catalog::queuesAppended, this, &QueuesModel::takeAppended);
    connect(&catalog, &Catalog::queuesReplaced, this, &QueuesModel::takeReplaced);
    connect(&catalog, &Catalog::skillsReplaced, this, &QueuesModel::takeSkills);
    takeSkills();
    append(catalog.queues());
}

int QueuesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QueuesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant QueuesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    case static_cast<int>(Role::Raw):
        return rawValue(row, column);
    case static_cast<int>(Role::Id):
        return row.queue.id.value;
    default:
        return {};
    }
}

QVariant QueuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Name:
        return tr("Name");
    case Column::Capacity:
        return tr("Capacity");
    case Column::Priority:
        return tr("Priority");
    case Column::Overflow:
        return tr("Overflow");
    case Column::Skills:
        return tr("Skills");
    case Column::LastChange:
        break;
    }
    return tr("Last change");
}

QString QueuesModel::queueName(const QueueId &id) const
{
    const auto found = m_names.constFind(id);
    return found == m_names.cend() ? id.value : found->text;
}

QString QueuesModel::skillName(const SkillId &id) const { return m_skillNames.value(id, id.value); }

int QueuesModel::overflowingTo(const QueueId &target) const { return m_overflowing.value(target); }

QList<QueueId> QueuesModel::overflowTargets() const
{
    std::vector<std::pair<QCollatorSortKey, QueueId>> keyed;
    for (auto target = m_overflowing.cbegin(); target != m_overflowing.cend(); ++target)
        keyed.emplace_back(m_collator.sortKey(queueName(target.key())), target.key());
    std::sort(keyed.begin(), keyed.end(),
        [](const auto &left, const auto &right) { return left.first < right.first; });
    QList<QueueId> targets;
    targets.reserve(static_cast<qsizetype>(keyed.size()));
    for (const auto &entry : keyed)
        targets.append(entry.second);
    return targets;
}

bool QueuesModel::isBefore(int left, int right, Column column) const
{
    const Row &first = m_rows.at(left);
    const Row &second = m_rows.at(right);
    int decided = compare(first, second, column);
    if (decided == 0 && column != Column::Name)
        decided = compare(first, second, Column::Name);
    return decided == 0 ? first.queue.id.value < second.queue.id.value : decided < 0;
}

int QueuesModel::compare(const Row &left, const Row &right, Column column) const
{
    const QueueDefinition &first = left.queue.definition;
    const QueueDefinition &second = right.queue.definition;
    switch (column) {
    case Column::Name:
        return left.nameKey.compare(right.nameKey);
    case Column::Capacity:
        return order(first.capacity, second.capacity);
    case Column::Priority:
        return order(first.priority, second.priority);
    case Column::Overflow:
        return compareOverflow(first.overflow, second.overflow);
    case Column::Skills:
        return order(first.skillGroups.size(), second.skillGroups.size());
    case Column::LastChange:
        break;
    }
    return order(left.lastChange, right.lastChange);
}

int QueuesModel::compareOverflow(const Overflow &left, const Overflow &right) const
{
    if (left.target.isEmpty() || right.target.isEmpty())
        return order(right.target.isEmpty(), left.target.isEmpty());
    if (left.target == right.target)
        return order(left.threshold, right.threshold);
    const auto keyOf = [this](const QueueId &id) {
        const auto found = m_names.constFind(id);
        return found == m_names.cend() ? m_collator.sortKey(id.value) : found->key;
    };
    return keyOf(left.target).compare(keyOf(right.target));
}

QueuesModel::Row QueuesModel::makeRow(const Queue &queue) const
{
    return {queue, m_collator.sortKey(queue.definition.name), lastChangeOf(queue.json)};
}

void QueuesModel::takeAppended(qsizetype first)
{
    Q_EMIT aboutToChange();
    const int before = rowCount();
    const QList<Queue> added = m_catalog.queues().mid(first);
    nameSkills(added);
    append(added);
    // Earlier rows may overflow to a queue whose name came only now.
    tellColumn(Column::Overflow, before);
    Q_EMIT changed();
}

void QueuesModel::takeReplaced()
{
    Q_EMIT aboutToChange();
    const QList<Queue> &queues = m_catalog.queues();
    nameSkills(queues);
    const bool sameIds = std::equal(m_rows.cbegin(), m_rows.cend(), queues.cbegin(), queues.cend(),
        [](const Row &row, const Queue &queue) { return row.queue.id == queue.id; });
    QHash<QueueId, qsizetype> places; // in the catalog's list, of those that aren't rows yet
    if (!sameIds) {
        places.reserve(queues.size());
        for (qsizetype i = 0; i < queues.size(); ++i)
            places.insert(queues.at(i).id, i);
        removeAllBut(places);
    }
    const int before = rowCount();
    for (int row = 0; row < before; ++row)
        update(row, queues.at(sameIds ? row : places.take(m_rows.at(row).queue.id)));
    QList<Queue> added;
    for (const Queue &queue : queues) {
        if (places.contains(queue.id))
            added.append(queue);
    }
    append(added);
    if (!sameIds)
        tellColumn(Column::Overflow, before);
    Q_EMIT changed();
}

void QueuesModel::takeSkills()
{
    m_skillNames.clear();
    nameSkills(m_catalog.queues());
    tellColumn(Column::Skills, rowCount());
}

/// Only those that queues have: a tenant may have a hundred thousand, and noting them all would
/// hold up the window.
void QueuesModel::nameSkills(const QList<Queue> &queues)
{
    QSet<SkillId> wanted;
    for (const Queue &queue : queues) {
        for (const SkillId &id : queue.definition.skillGroups)
            wanted.insert(id);
    }
    for (const Skill &skill : m_catalog.skills()) {
        if (wanted.contains(skill.id))
            m_skillNames.insert(skill.id, skill.name);
    }
}

void QueuesModel::removeAllBut(const QHash<QueueId, qsizetype> &places)
{
    const auto isGone = [&](int row) { return !places.contains(m_rows.at(row).queue.id); };
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (!isGone(last))
            continue;
        int first = last;
        while (first > 0 && isGone(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            forget(m_rows.at(row).queue);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void QueuesModel::update(int row, const Queue &fresh)
{
    Row &old = m_rows[row];
    const bool same = old.queue.definition == fresh.definition
        && std::all_of(kTimes.cbegin(), kTimes.cend(), [&](const QLatin1StringView &time) {
               return old.queue.json.value(time) == fresh.json.value(time);
           });
    if (same) {
        old.queue = fresh;
        return;
    }
    const bool renamed = old.queue.definition.name != fresh.definition.name;
    forget(old.queue);
    old = makeRow(fresh);
    note(old);
    Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
    if (renamed)
        tellColumn(Column::Overflow, rowCount());
}

void QueuesModel::append(const QList<Queue> &queues)
{
    if (queues.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(queues.size()) - 1);
    m_rows.reserve(first + queues.size());
    for (const Queue &queue : queues) {
        m_rows.append(makeRow(queue));
        note(m_rows.constLast());
    }
    endInsertRows();
}

void QueuesModel::note(const Row &row)
{
    m_names.insert(row.queue.id, {row.queue.definition.name, row.nameKey});
    if (!row.queue.definition.overflow.target.isEmpty())
        ++m_overflowing[row.queue.definition.overflow.target];
}

void QueuesModel::forget(const Queue &queue)
{
    m_names.remove(queue.id);
    const auto target = m_overflowing.find(queue.definition.overflow.target);
    if (target != m_overflowing.end() && --target.value() == 0)
        m_overflowing.erase(target);
}

void QueuesModel::tellColumn(Column column, int rows)
{
    const int at = static_cast<int>(column);
    if (rows > 0)
        Q_EMIT dataChanged(index(0, at), index(rows - 1, at));
}

QString QueuesModel::displayText(const Row &row, Column column) const
{
    const QueueDefinition &definition = row.queue.definition;
    const QLocale locale;
    switch (column) {
    case Column::Name:
        return definition.name;
    case Column::Capacity:
        return locale.toString(definition.capacity);
    case Column::Priority:
        return locale.toString(definition.priority);
    case Column::Overflow:
        return definition.overflow.target.isEmpty()
            ? tr("none")
            : tr("%1, from %2")
                  .arg(queueName(definition.overflow.target),
                      percentText(definition.overflow.threshold / 100.0));
    case Column::Skills:
        return locale.toString(definition.skillGroups.size());
    case Column::LastChange:
        break;
    }
    return row.lastChange.isValid() ? relativeTime(row.lastChange, m_clock.utcNow())
                                    : QStringLiteral("–");
}

QVariant QueuesModel::rawValue(const Row &row, Column column) const
{
    const QueueDefinition &definition = row.queue.definition;
    switch (column) {
    case Column::Name:
        return definition.name;
    case Column::Capacity:
        return definition.capacity;
    case Column::Priority:
        return definition.priority;
    case Column::Overflow:
        return definition.overflow.target.value;
    case Column::Skills:
        return static_cast<int>(definition.skillGroups.size());
    case Column::LastChange:
        break;
    }
    return row.lastChange;
}

QString QueuesModel::toolTip(const Row &row, Column column) const
{
    const QueueDefinition &definition = row.queue.definition;
    switch (column) {
    case Column::Name:
        return nameToolTip(row.queue);
    case Column::Overflow:
        return overflowToolTip(definition);
    case Column::Skills:
        return skillsToolTip(skillNames(row));
    case Column::LastChange:
        return exactTime(row.lastChange);
    case Column::Capacity:
    case Column::Priority:
        break;
    }
    return {};
}

QStringList QueuesModel::skillNames(const Row &row) const
{
    QStringList names;
    for (const SkillId &skill : row.queue.definition.skillGroups)
        names.append(skillName(skill));
    std::sort(names.begin(), names.end(), m_collator);
    return names;
}

} // namespace queuesmith
