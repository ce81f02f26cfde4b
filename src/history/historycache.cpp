#include "historycache.h"

#include "historystore.h"

#include <QMetaObject>
#include <QPointer>
#include <QThread>

#include <utility>

namespace queuesmith {

class HistoryCache::Worker {
public:
    explicit Worker(QString file)
        : m_store(std::make_unique<HistoryStore>(std::move(file)))
    {
        m_thread.setObjectName(QStringLiteral("history cache"));
        m_home.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Worker()
    {
        // Comes after everything that was submitted; the connection must close on its own thread.
        submit([this](HistoryStore &) {
            m_store.reset();
            m_thread.quit();
        });
        m_thread.wait();
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    template <typename Work> void submit(Work work)
    {
        QMetaObject::invokeMethod(
            &m_home, [this, work = std::move(work)]() mutable { work(*m_store); },
            Qt::QueuedConnection);
    }

private:
    QThread m_thread;
    QObject m_home; ///< lives on m_thread
    std::unique_ptr<HistoryStore> m_store; ///< used on m_thread only
};

namespace {

/// Where a result goes. Travels to the cache's thread and back, and is only used and destroyed on
/// the caller's.
struct Answer {
    QPointer<QObject> context;
    HistoryCache::OnRead done;
};

} // namespace

HistoryCache::HistoryCache(QString file, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(std::move(file)))
{
}

HistoryCache::~HistoryCache() = default;

void HistoryCache::read(const QString &tenant, const QueueId &queue,
    std::optional<HistoryInterval> interval, const TimeSpan &span, QObject *context, OnRead done)
{
    auto answer = std::make_shared<Answer>(Answer{context, std::move(done)});
    m_worker->submit([this, tenant, queue, interval, span, answer = std::move(answer)](
                         HistoryStore &store) mutable {
        const HistoryInterval used = interval.value_or(
            store.served(tenant, span.toMs).value_or(HistoryInterval::QuarterHourly));
        const CachedHistory history = store.read({tenant, queue, used}, span);
        auto deliver = [answer = std::move(answer), history, trouble = store.trouble()] {
            if (answer->context)
                answer->done(history, trouble);
        };
        QMetaObject::invokeMethod(this, std::move(deliver), Qt::QueuedConnection);
    });
}

void HistoryCache::write(const CacheKey &key, const CacheEntry &entry)
{
    m_worker->submit([key, entry](HistoryStore &store) { store.write(key, entry); });
}

void HistoryCache::noteServed(const QString &tenant, HistoryInterval interval, qint64 nowMs)
{
    m_worker->submit([tenant, interval, nowMs](
                         HistoryStore &store) { store.noteServed(tenant, interval, nowMs); });
}

} // namespace queuesmith
