#include "history/historycache.h"

#include "domain/logcategories.h"
#include "domain/logline.h"
#include "history/historystore.h"
#include "sqlite/workerthread.h"

#include <utility>

namespace queuesmith {

class HistoryCache::Worker : public WorkerThread<HistoryStore> {
    using WorkerThread::WorkerThread;
};

HistoryCache::HistoryCache(QString file, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(
          *this, QStringLiteral("history cache"), std::make_unique<HistoryStore>(std::move(file))))
{
}

HistoryCache::~HistoryCache() = default;

void HistoryCache::read(const QString &tenant, const QueueId &queue,
    std::optional<HistoryInterval> interval, const TimeSpan &span, QObject *context, OnRead done)
{
    using Found = std::pair<CachedHistory, Sentence>;
    m_worker->ask(
        context, [done = std::move(done)](const Found &found) { done(found.first, found.second); },
        [tenant, queue, interval, span](HistoryStore &store) {
            const HistoryInterval used = interval.value_or(
                store.served(tenant, span.toMs).value_or(HistoryInterval::QuarterHourly));
            const CachedHistory history = store.read({tenant, queue, used}, span);
            qCInfo(lcCache) << LogLine(history.records.isEmpty() ? "miss" : "hit",
                {{"queue_id", queue.value}, {"interval", wordOf(used)},
                    {"records", history.records.size()}, {"spans", history.covered.size()},
                    {"usable", store.trouble().isEmpty()}});
            return Found(history, store.trouble());
        });
}

void HistoryCache::write(const CacheKey &key, const CacheEntry &entry)
{
    m_worker->post([key, entry](HistoryStore &store) {
        store.write(key, entry);
        qCDebug(lcCache) << LogLine("write",
            {{"queue_id", key.queue.value}, {"records", entry.records.size()},
                {"usable", store.trouble().isEmpty()}});
    });
}

void HistoryCache::noteServed(const QString &tenant, HistoryInterval interval, qint64 nowMs)
{
    m_worker->post([tenant, interval, nowMs](
                       HistoryStore &store) { store.noteServed(tenant, interval, nowMs); });
}

} // namespace queuesmith
