#pragma once

#include "domain/result.h"
#include "history/history.h"
#include "history/historyload.h"

#include <QObject>

#include <functional>
#include <optional>

namespace queuesmith {

class Clock;
class HistoryCache;
class TenantClient;

/// Reads wait-time history of a tenant, in the finest interval that it serves, with the cache's
/// help. Everything returns at once. `done` is called exactly once from the event loop, unless
/// `context` died before; the returned load is for watching and cancelling, and belongs to
/// `context`. Lives on one thread and outlives its loads.
class HistoryLoader final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<History> &)>;

    /// `cache` may be null: then everything is read from the tenant each time.
    HistoryLoader(
        TenantClient &tenant, Clock &clock, HistoryCache *cache, QObject *parent = nullptr);

    /// The last `days` days and today until now. What the cache has comes at once as
    /// HistoryLoad::cached(); then only what is new, missing or may still change is asked for.
    /// After an error what was read until then is in the cache, and the next load goes on from
    /// there.
    HistoryLoad *load(const QueueId &queue, int days, QObject *context, Done done);

    /// The contract's own query for the simple rule: seven days to now, DAILY. Not cached.
    HistoryLoad *loadSimpleRule(const QueueId &queue, QObject *context, Done done);

private:
    friend class HistoryLoad;

    TenantClient &m_tenant;
    Clock &m_clock;
    HistoryCache *m_cache;
    std::optional<HistoryInterval> m_served; ///< finest that the tenant was found to serve
};

} // namespace queuesmith
