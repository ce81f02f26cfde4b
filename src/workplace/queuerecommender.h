#pragma once

#include "capacity/judgedrecommendation.h"
#include "domain/queue.h"
#include "history/history.h"

#include <QObject>

#include <functional>
#include <optional>

namespace queuesmith {

class Records;
class Workplace;
struct Waiting;

/// What the tenant's history says about the capacity of one of its queues.
struct QueueRecommendation {
    Queue queue;
    History history;
    JudgedRecommendation judged;
};

/// The members of the shared scenarios, and `queueId`, `queueName`, `evidence`, `backTest`,
/// `notes`.
[[nodiscard]] QJsonObject toJson(const QueueRecommendation &result);

/// Recommends capacities for queues of the workplace's tenant, one after the other: from the wait
/// times since the last change of capacity that the audit log tells of. Works on its workplace's
/// thread, and must be gone before it.
class QueueRecommender final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<QueueRecommendation> &)>;

    /// `settings` are what the person gave, as capacityConfigFromJson() reads them. Licence, time
    /// zone and what capacity means come from the connection where the person gave none; capacity
    /// and overflow from the queue. History goes `days` days back.
    QueueRecommender(Workplace &workplace, QJsonObject settings, int days, QObject *parent);

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

    Workplace &m_workplace;
    QJsonObject m_settings;
    int m_days;
    Records *m_records = nullptr; ///< null when there is no audit log that can be read
    bool m_askedForRecords = false;
};

} // namespace queuesmith
