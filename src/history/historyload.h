#pragma once

#include "domain/latest.h"
#include "domain/result.h"
#include "history/history.h"
#include "http/httptypes.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace queuesmith {

class Call;
class HistoryLoader;
struct CachedHistory;

/// A history on its way; made by a HistoryLoader. Deletes itself after its `done`.
class HistoryLoad final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<History> &)>;

    /// Ends with an error of kind Cancelled; what was read until then stays in the cache.
    void cancel();

    /// What the cache had, before anything is asked for. Not emitted when it had nothing.
    Q_SIGNAL void cached(const queuesmith::History &history);
    /// Requests that were answered, and all that are needed.
    Q_SIGNAL void progressed(int done, int total);
    /// A request waits before it is sent again.
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);

private:
    friend class HistoryLoader;

    struct Chunk {
        TimeSpan starts; ///< that its answer is the word for
        QList<MetricRecord> records;
    };

    HistoryLoad(HistoryLoader &loader, const QueueId &queue, QObject *context, Done done);
    void start(int days);
    void startSimpleRule();

    void readCache(std::optional<HistoryInterval> interval);
    void plan(const CachedHistory &known, const Sentence &trouble);
    void askMore();
    void ask(const HistoryQuery &query, std::function<void(const Result<HistoryAnswer> &)> then);
    void answered(const TimeSpan &chunk, const Result<HistoryAnswer> &answer);
    /// Begins anew with the next coarser interval, when the tenant refused this one.
    [[nodiscard]] bool fallBack(const Error &error);
    void noteServed();
    void cancelCalls();
    void stop();
    void finish();
    void end(const Result<History> &result);
    [[nodiscard]] QList<MetricRecord> together() const;
    [[nodiscard]] History history(const QList<MetricRecord> &records, qint64 readAtMs) const;

    HistoryLoader &m_loader;
    QueueId m_queue;
    Done m_done;
    TimeSpan m_span;
    HistoryInterval m_interval = HistoryInterval::QuarterHourly;
    QList<MetricRecord> m_cached;
    Sentence m_trouble;
    QList<TimeSpan> m_pending; ///< chunks still to be asked for
    QList<Chunk> m_chunks; ///< answered
    QList<MetricRecord> m_timeless;
    HistoryFaults m_faults;
    QList<QPointer<Call>> m_calls;
    Latest m_asked; ///< of one interval
    int m_active = 0; ///< calls of this generation under way
    int m_total = 0;
    bool m_simpleRule = false;
    bool m_isException = false; ///< what the tenant serves elsewhere was refused for this queue
    bool m_over = false;
};

} // namespace queuesmith
