#pragma once

#include "cxone/historyquery.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace queuesmith {

struct CacheEntry;
struct CacheKey;
struct CachedHistory;

/// The cache of wait-time history, in an SQLite file of its own and on a thread of its own. The
/// file may be deleted at any time, also while this lives; whatever is wrong with it, nothing is
/// found or kept then, and `trouble` says so. It holds figures only, never a secret. Several
/// processes may share it. Every function returns at once; `done` is called on this object's
/// thread, from the event loop, once, unless `context` or this died before.
class HistoryCache final : public QObject {
    Q_OBJECT

public:
    explicit HistoryCache(QString file, QObject *parent = nullptr);
    ~HistoryCache() override; ///< waits for what was submitted

    /// `trouble` is empty when the file could be used.
    using OnRead = std::function<void(const CachedHistory &history, const Sentence &trouble)>;

    /// What is known of the starts in `span`, in `interval`, or else in the finest one that the
    /// tenant was found to serve lately (quarters of an hour when nobody knows).
    void read(const QString &tenant, const QueueId &queue, std::optional<HistoryInterval> interval,
        const TimeSpan &span, QObject *context, OnRead done);
    void write(const CacheKey &key, const CacheEntry &entry);
    void noteServed(const QString &tenant, HistoryInterval interval, qint64 nowMs);

private:
    class Worker;

    std::unique_ptr<Worker> m_worker;
};

} // namespace queuesmith
