#pragma once

#include "cxone/historyquery.h"
#include "history/cachefile.h"

#include <optional>

namespace queuesmith {

struct CacheKey {
    QString tenant; ///< TenantId::key()
    QueueId queue;
    HistoryInterval interval = HistoryInterval::QuarterHourly;
};

struct CachedHistory {
    HistoryInterval interval = HistoryInterval::QuarterHourly;
    QList<MetricRecord> records; ///< in the order of their start
    QList<TimeSpan> covered; ///< what needn't be asked for again, in its order
    qint64 readAtMs = 0; ///< when the newest of it was read; 0 when there is nothing
};

/// What a chunk of a history brought.
struct CacheEntry {
    TimeSpan starts; ///< what was known of these starts is replaced
    QList<MetricRecord> records;
    TimeSpan covered; ///< needn't be asked for again; may be empty
    qint64 readAtMs = 0;
};

/// Wait-time history in a CacheFile, as plain calls on one thread. Whatever is wrong with the file,
/// a call then finds nothing or keeps nothing, and trouble() says why.
class HistoryStore {
public:
    explicit HistoryStore(QString file);

    /// The finest interval that the tenant was found to serve in the last seven days.
    [[nodiscard]] std::optional<HistoryInterval> served(const QString &tenant, qint64 nowMs);
    void noteServed(const QString &tenant, HistoryInterval interval, qint64 nowMs);

    /// What is known of the starts in `span`.
    [[nodiscard]] CachedHistory read(const CacheKey &key, const TimeSpan &span);
    void write(const CacheKey &key, const CacheEntry &entry);

    /// Why the last call couldn't use the file; empty when it could.
    [[nodiscard]] const Sentence &trouble() const { return m_file.trouble(); }

private:
    CacheFile m_file;
    bool m_forgot = false;
};

} // namespace queuesmith
