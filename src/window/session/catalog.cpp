#include "window/session/catalog.h"

#include "cxone/tenantclient.h"
#include "domain/clock.h"

#include <algorithm>

namespace queuesmith {

namespace {

void note(LoadState *state, qint64 done, qint64 total)
{
    state->done = done;
    state->total = total;
}

template <typename T>
void conclude(LoadState *state, const Result<Listing<T>> &result, const QDateTime &now)
{
    state->phase = result ? LoadState::Phase::Ready : LoadState::Phase::Failed;
    state->error.reset();
    state->incompleteBecause = {};
    if (!result) {
        state->error = result.error();
        return;
    }
    state->incompleteBecause = result.value().incompleteBecause;
    state->done = result.value().items.size();
    state->readAt = now;
}

/// Why a list can't be told: it failed, or it is still being read.
Sentence whyUnchecked(const LoadState &state)
{
    if (state.error)
        return wholeSentence(*state.error);
    return Sentence::tr("The list is still being read from the tenant.");
}

} // namespace

Catalog::Catalog(TenantClient &tenant, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_tenant(tenant)
    , m_clock(clock)
{
}

void Catalog::refreshQueues()
{
    if (m_queuesLoading)
        return;
    m_queuesLoading = true;
    m_put.clear();
    m_queueState.phase = LoadState::Phase::Loading;
    note(&m_queueState, 0, -1);
    Call *call = m_tenant.listQueues(
        this, [this](const Result<Listing<Queue>> &result) { takeQueues(result); },
        [this](const QList<Queue> &page) { takeQueuePage(page); });
    connect(call, &Call::progressed, this, [this](qint64 done, qint64 total) {
        note(&m_queueState, done, total);
        Q_EMIT queueStateChanged();
    });
    Q_EMIT queueStateChanged();
}

void Catalog::refreshSkills()
{
    if (m_skillsLoading)
        return;
    m_skillsLoading = true;
    m_skillState.phase = LoadState::Phase::Loading;
    note(&m_skillState, 0, -1);
    Call *call = m_tenant.listSkills(
        this, [this](const Result<Listing<Skill>> &result) { takeSkills(result); });
    connect(call, &Call::progressed, this, [this](qint64 done, qint64 total) {
        note(&m_skillState, done, total);
        Q_EMIT skillStateChanged();
    });
    Q_EMIT skillStateChanged();
}

const Queue *Catalog::queue(const QueueId &id) const
{
    const auto found = std::find_if(
        m_queues.cbegin(), m_queues.cend(), [&id](const Queue &queue) { return queue.id == id; });
    return found == m_queues.cend() ? nullptr : &*found;
}

QString Catalog::nameOf(const QueueId &id) const
{
    const Queue *found = queue(id);
    return found ? found->definition.name : id.value;
}

void Catalog::put(const Queue &queue)
{
    if (m_queuesLoading)
        m_put.insert(queue.id, queue);
    const auto found = std::find_if(m_queues.begin(), m_queues.end(),
        [&queue](const Queue &known) { return known.id == queue.id; });
    if (found == m_queues.end()) {
        m_queues.append(queue);
        m_queueIds.insert(queue.id);
        Q_EMIT queuesAppended(m_queues.size() - 1);
    } else {
        *found = queue;
        Q_EMIT queuesReplaced();
    }
}

TenantFacts Catalog::facts(std::optional<qint64> licensedAgents) const
{
    TenantFacts facts;
    facts.licensedAgents = licensedAgents;
    if (m_queueState.readAt.isValid())
        facts.queues = Listing<Queue>{m_queues, m_queueState.incompleteBecause};
    else
        facts.queuesUnchecked = whyUnchecked(m_queueState);
    if (m_skillState.readAt.isValid())
        facts.skills = Listing<Skill>{m_skills, m_skillState.incompleteBecause};
    else
        facts.skillsUnchecked = whyUnchecked(m_skillState);
    return facts;
}

void Catalog::takeQueuePage(const QList<Queue> &page)
{
    // A reading that replaces an earlier one is shown when it is complete.
    if (m_queueState.readAt.isValid() || page.isEmpty())
        return;
    // Some may be there: from a reading that broke off, or because they were made from here.
    const qsizetype first = m_queues.size();
    for (const Queue &queue : page) {
        if (m_queueIds.contains(queue.id))
            continue;
        m_queueIds.insert(queue.id);
        m_queues.append(queue);
    }
    if (m_queues.size() > first)
        Q_EMIT queuesAppended(first);
}

QList<Queue> Catalog::withPut(QList<Queue> read) const
{
    QHash<QueueId, Queue> missing = m_put;
    for (Queue &queue : read) {
        if (const auto found = missing.constFind(queue.id); found != missing.cend()) {
            queue = *found;
            missing.erase(found);
        }
    }
    // In the order of their ids, so that the same is always shown alike.
    QList<Queue> late = missing.values();
    std::sort(late.begin(), late.end(),
        [](const Queue &a, const Queue &b) { return a.id.value < b.id.value; });
    return read + late;
}

void Catalog::takeQueues(const Result<Listing<Queue>> &result)
{
    m_queuesLoading = false;
    conclude(&m_queueState, result, m_clock.utcNow());
    if (result) {
        m_queues = withPut(result.value().items);
        m_queueIds.clear(); // needed only while the first reading grows
        Q_EMIT queuesReplaced();
    }
    Q_EMIT queueStateChanged();
}

void Catalog::takeSkills(const Result<Listing<Skill>> &result)
{
    m_skillsLoading = false;
    conclude(&m_skillState, result, m_clock.utcNow());
    if (result) {
        m_skills = result.value().items;
        Q_EMIT skillsReplaced();
    }
    Q_EMIT skillStateChanged();
}

} // namespace queuesmith
