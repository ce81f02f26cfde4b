#pragma once

#include "capacity/capacityconfig.h"
#include "cli/judgedrecommendation.h"
#include "cli/session.h"
#include "history/history.h"

#include <functional>

namespace queuesmith {

/// What the tenant's history says about the capacity of one of its queues.
struct QueueRecommendation {
    Queue queue;
    History history;
    JudgedRecommendation judged;
};

/// The members of the shared scenarios, and `queueId`, `queueName`, `evidence`, `backTest`,
/// `notes`.
[[nodiscard]] QJsonObject toJson(const QueueRecommendation &result);

/// Recommends capacities for queues of the session's tenant, one after the other.
class QueueRecommender final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<QueueRecommendation> &)>;

    /// `settings` are what the person gave: keys of the scenarios' config. Licence, time zone and
    /// what capacity means come from the connection where the person gave none; capacity and
    /// overflow from the queue.
    QueueRecommender(Session &session, QJsonObject settings, int days, QObject *parent);

    /// Kind Usage: the settings are wrong, whatever the queue.
    [[nodiscard]] Status check() const;

    /// `done` is called once from the event loop, unless this died before.
    void recommend(const Queue &queue, Done done);

    Q_SIGNAL void progressed(int done, int total);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);

private:
    [[nodiscard]] Result<CapacityConfig> configFor(
        const Queue &queue, std::optional<qint64> effectiveFromMs) const;
    void findLastChange(const Queue &queue, const CapacityConfig &config, Done done);
    void load(const Queue &queue, const CapacityConfig &config, Done done);

    Session &m_session;
    QJsonObject m_settings;
    int m_days;
    Records *m_records = nullptr; ///< null when there is no audit log that can be read
    bool m_askedForRecords = false;
};

} // namespace queuesmith
