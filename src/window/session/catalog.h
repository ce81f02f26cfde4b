#pragma once

#include "domain/queue.h"
#include "domain/result.h"
#include "provisioning/preflight.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <optional>

namespace queuesmith {

class Call;
class Clock;
class TenantClient;

/// How far a list of the tenant has been read.
struct LoadState {
    enum class Phase { Empty, Loading, Ready, Failed };
    Phase phase = Phase::Empty;
    qint64 done = 0;
    qint64 total = -1; ///< -1: the tenant doesn't tell
    std::optional<Error> error; ///< set when it failed; what was read before stays
    Sentence incompleteBecause; ///< set when ready, but items are missing
    QDateTime readAt; ///< UTC, of the last complete reading
};

/// The tenant's queues and skills, read in the background and shared by the pages. The first
/// reading grows as pages arrive; a later one replaces the list when it is complete, so that
/// nothing flickers. Lives on the GUI thread.
class Catalog final : public QObject {
    Q_OBJECT

public:
    Catalog(TenantClient &tenant, Clock &clock, QObject *parent = nullptr);

    void refreshQueues();
    void refreshSkills();

    [[nodiscard]] const QList<Queue> &queues() const { return m_queues; }
    [[nodiscard]] const QList<Skill> &skills() const { return m_skills; }
    [[nodiscard]] const LoadState &queueState() const { return m_queueState; }
    [[nodiscard]] const LoadState &skillState() const { return m_skillState; }
    [[nodiscard]] const Queue *queue(const QueueId &id) const; ///< null when there is none
    [[nodiscard]] QString nameOf(const QueueId &id) const; ///< the id itself when it isn't known

    /// A queue that was created or changed from here: shown at once, until the next reading.
    void put(const Queue &queue);

    /// What the checks may rest on. A list that isn't complete yet says so.
    [[nodiscard]] TenantFacts facts(std::optional<qint64> licensedAgents) const;

    /// The whole list is another one.
    Q_SIGNAL void queuesReplaced();
    /// Items from `first` on are new.
    Q_SIGNAL void queuesAppended(qsizetype first);
    Q_SIGNAL void queueStateChanged();
    /// Skills are told when all of them are there.
    Q_SIGNAL void skillsReplaced();
    Q_SIGNAL void skillStateChanged();

private:
    void takeQueuePage(const QList<Queue> &page);
    /// What was put while the list was read is newer than what the list has of it.
    [[nodiscard]] QList<Queue> withPut(QList<Queue> read) const;
    void takeQueues(const Result<Listing<Queue>> &result);
    void takeSkills(const Result<Listing<Skill>> &result);

    TenantClient &m_tenant;
    Clock &m_clock;
    QList<Queue> m_queues;
    QSet<QueueId> m_queueIds;
    QHash<QueueId, Queue> m_put; ///< since the reading that goes on has begun
    QList<Skill> m_skills;
    LoadState m_queueState;
    LoadState m_skillState;
    bool m_queuesLoading = false;
    bool m_skillsLoading = false;
};

} // namespace queuesmith
