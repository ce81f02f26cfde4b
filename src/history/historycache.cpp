#include "history/historycache.h"

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
            return Found(history, store.trouble());
        });
}

void HistoryCache::write(const CacheKey &key, const CacheEntry &entry)
{
    m_worker->post([key, entry](HistoryStore &store) { store.write(key, entry); });
}

void HistoryCache::noteServed(const QString &tenant, HistoryInterval interval, qint64 nowMs)
{
    m_worker->post([tenant, interval, nowMs](
                       HistoryStore &store) { store.noteServed(tenant, interval, nowMs); });
}

} // namespace queuesmith
