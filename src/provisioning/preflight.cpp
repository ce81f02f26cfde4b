#include "provisioning/preflight.h"

#include "domain/queuename.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace queuesmith {

namespace {

using QueuesById = QHash<QueueId, Queue>;

Problems checkLicence(const QueueDefinition &definition, const TenantFacts &facts)
{
    if (!facts.licensedAgents)
        return {problems::licenceUnknown()};
    if (definition.capacity > *facts.licensedAgents)
        return {problems::licenceExceeded(definition.capacity, *facts.licensedAgents)};
    return {};
}

/// A name that the queue has already isn't news, whatever it looks like.
Problems checkLookalikes(
    const QueueDefinition &definition, const QList<Queue> &queues, const QueueId &ownId)
{
    const QString wanted = lookalikeName(definition.name);
    std::optional<Problem> found;
    for (const Queue &queue : queues) {
        const QString &name = queue.definition.name;
        if (queue.id == ownId && name == definition.name)
            return {};
        if (!found && queue.id != ownId && !wanted.isEmpty() && lookalikeName(name) == wanted)
            found = problems::nameLookalike(definition.name, name, queue.id.value);
    }
    return found ? Problems{*found} : Problems{};
}

Problems checkName(
    const QueueDefinition &definition, const QList<Queue> &queues, const QueueId &ownId)
{
    for (const Queue &queue : queues) {
        if (queue.definition.name == definition.name && queue.id != ownId)
            return {problems::nameTaken(definition.name, queue.id.value)};
    }
    return checkLookalikes(definition, queues, ownId);
}

/// Whether the tenant's queue has this very overflow target already.
bool keepsTarget(const QueueDefinition &definition, const QueuesById &queues, const QueueId &ownId)
{
    const auto own = queues.constFind(ownId);
    return own != queues.constEnd()
        && own->definition.overflow.target == definition.overflow.target;
}

/// Follows the overflow from queue to queue until it ends, or comes to a place where it was before.
/// A loop that is there already only warns: what is changed elsewhere didn't make it.
Problems checkOverflow(
    const QueueDefinition &definition, const QueuesById &queues, const QueueId &ownId)
{
    const Severity loop =
        keepsTarget(definition, queues, ownId) ? Severity::Warning : Severity::Error;
    QueueId next = definition.overflow.target;
    if (next.isEmpty())
        return {problems::overflowNone()};
    const auto target = queues.constFind(next);
    if (target == queues.constEnd())
        return {problems::overflowMissing(next.value)};
    if (next == ownId || target->definition.name == definition.name)
        return {problems::overflowSelf(loop)};

    QStringList route{definition.name};
    QSet<QueueId> seen;
    if (!ownId.isEmpty())
        seen.insert(ownId);
    while (!next.isEmpty()) {
        const auto queue = queues.constFind(next);
        if (queue == queues.constEnd())
            return {};
        const bool isOwn = next == ownId;
        route.append(isOwn ? definition.name : queue->definition.name);
        if (seen.contains(next))
            return {problems::overflowLoop(loop, route.join(QStringLiteral(" → ")))};
        seen.insert(next);
        next = queue->definition.overflow.target;
    }
    return {};
}

QueuesById byId(const QList<Queue> &queues)
{
    QueuesById map;
    for (const Queue &queue : queues)
        map.insert(queue.id, queue);
    return map;
}

/// Agents who hold the chosen skills: at most the sum, since one agent may hold several.
/// Empty when the tenant doesn't tell for one of them.
std::optional<qint64> agentsOf(const QList<SkillId> &chosen, const QList<Skill> &skills)
{
    qint64 agents = 0;
    const QSet<SkillId> wanted(chosen.cbegin(), chosen.cend());
    qsizetype found = 0;
    for (const Skill &skill : skills) {
        if (!wanted.contains(skill.id))
            continue;
        if (!skill.agentCount)
            return std::nullopt;
        agents += *skill.agentCount;
        ++found;
    }
    if (found == 0 || found != wanted.size())
        return std::nullopt;
    return agents;
}

Problems checkSkills(const QueueDefinition &definition, const TenantFacts &facts)
{
    if (definition.skillGroups.isEmpty())
        return {};
    if (!facts.skills)
        return {problems::skillsUnchecked(facts.skillsUnchecked)};
    if (!facts.skills->complete())
        return {problems::skillListIncomplete(facts.skills->incompleteBecause)};

    // The tenant may have a hundred thousand, and this is asked with each letter that is typed.
    QSet<SkillId> missing(definition.skillGroups.cbegin(), definition.skillGroups.cend());
    for (const Skill &skill : facts.skills->items)
        missing.remove(skill.id);
    Problems found;
    for (qsizetype i = 0; i < definition.skillGroups.size(); ++i) {
        const SkillId &skill = definition.skillGroups.at(i);
        if (missing.contains(skill))
            found.append(
                problems::skillMissing(QStringLiteral("skillGroups[%1]").arg(i), skill.value));
    }
    const auto agents = agentsOf(definition.skillGroups, facts.skills->items);
    if (agents && definition.capacity > *agents)
        found.append(problems::capacityAboveAgents(definition.capacity, *agents));
    return found;
}

bool shareSkills(const QueueDefinition &a, const QueueDefinition &b)
{
    return std::any_of(a.skillGroups.cbegin(), a.skillGroups.cend(),
        [&b](const SkillId &skill) { return b.skillGroups.contains(skill); });
}

Problems describeSharing(const QueueDefinition &definition, const QList<Queue> &queues,
    const TenantFacts &facts, const QueueId &ownId)
{
    qint64 sharing = 0;
    qint64 declared = definition.capacity;
    for (const Queue &queue : queues) {
        if (queue.id == ownId || !shareSkills(definition, queue.definition))
            continue;
        ++sharing;
        declared += queue.definition.capacity;
    }
    if (sharing == 0)
        return {};
    const auto agents =
        facts.skills ? agentsOf(definition.skillGroups, facts.skills->items) : std::nullopt;
    return {problems::sharedSkills(sharing, declared, agents.value_or(-1))};
}

Problems checkQueues(
    const QueueDefinition &definition, const TenantFacts &facts, const QueueId &ownId)
{
    const bool hasTarget = !definition.overflow.target.isEmpty();
    if (!facts.queues) {
        Problems found{problems::nameUnchecked(facts.queuesUnchecked)};
        found.append(hasTarget ? problems::overflowUnchecked(facts.queuesUnchecked)
                               : problems::overflowNone());
        return found;
    }
    const QList<Queue> &queues = facts.queues->items;
    if (!facts.queues->complete())
        return Problems{problems::queueListIncomplete(facts.queues->incompleteBecause)}
        + checkName(definition, queues, ownId);
    return checkName(definition, queues, ownId) + checkOverflow(definition, byId(queues), ownId)
        + describeSharing(definition, queues, facts, ownId);
}

} // namespace

Problems checkAgainstTenant(
    const QueueDefinition &definition, const TenantFacts &facts, const QueueId &ownId)
{
    return checkQueues(definition, facts, ownId) + checkLicence(definition, facts)
        + checkSkills(definition, facts);
}

} // namespace queuesmith
