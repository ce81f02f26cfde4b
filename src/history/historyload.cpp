#include "history/historyload.h"

#include "cxone/tenantclient.h"
#include "domain/clock.h"
#include "domain/logcategories.h"
#include "domain/logline.h"
#include "history/historycache.h"
#include "history/historyloader.h"
#include "history/historyplan.h"
#include "history/historystore.h"
#include "history/spans.h"

#include <QTimeZone>

#include <algorithm>

namespace queuesmith {

namespace {

constexpr int kAtATime = 3; // requests

Error cancelledError()
{
    return Error::of(ErrorKind::Cancelled, "cancelled",
        Sentence::tr(
            "Reading the history was cancelled. Nothing was changed. Ask again when you need it."));
}

/// Records that start in none of the spans; both in their order.
QList<MetricRecord> outside(const QList<MetricRecord> &records, const QList<TimeSpan> &spans)
{
    QList<MetricRecord> result;
    result.reserve(records.size());
    auto span = spans.cbegin();
    for (const MetricRecord &record : records) {
        while (span != spans.cend() && span->toMs <= *record.startMs)
            ++span;
        if (span == spans.cend() || *record.startMs < span->fromMs)
            result.append(record);
    }
    return result;
}

} // namespace

HistoryLoad::HistoryLoad(HistoryLoader &loader, const QueueId &queue, QObject *context, Done done)
    : QObject(context)
    , m_loader(loader)
    , m_queue(queue)
    , m_done(std::move(done))
{
}

void HistoryLoad::start(int days)
{
    m_span = wantedSpan(m_loader.m_clock.utcNow().toMSecsSinceEpoch(), days);
    // From the event loop, so that the caller can connect first.
    QMetaObject::invokeMethod(
        this, [this] { readCache(m_loader.m_served); }, Qt::QueuedConnection);
}

void HistoryLoad::startSimpleRule()
{
    const HistoryQuery query =
        HistoryQuery::simpleRule(m_queue, m_loader.m_clock.utcNow().toMSecsSinceEpoch());
    m_span = query.span;
    m_interval = query.interval;
    m_simpleRule = true;
    ask(query, [this](const Result<HistoryAnswer> &answer) {
        if (!answer) {
            end(answer.error());
            return;
        }
        m_faults = answer.value().faults;
        end(history(answer.value().records, m_span.toMs));
    });
}

void HistoryLoad::cancel()
{
    if (m_over)
        return;
    stop();
    QMetaObject::invokeMethod(
        this,
        [this] {
            deleteLater();
            m_done(cancelledError());
        },
        Qt::QueuedConnection);
}

void HistoryLoad::stop()
{
    m_over = true;
    cancelCalls();
}

void HistoryLoad::cancelCalls()
{
    for (const QPointer<Call> &call : std::as_const(m_calls)) {
        if (call)
            call->cancel();
    }
}

void HistoryLoad::readCache(std::optional<HistoryInterval> interval)
{
    if (m_over)
        return;
    if (m_loader.m_cache == nullptr) {
        CachedHistory nothing;
        nothing.interval = interval.value_or(HistoryInterval::QuarterHourly);
        plan(nothing, {});
        return;
    }
    m_loader.m_cache->read(m_loader.m_tenant.tenantId().key(), m_queue, interval, m_span, this,
        [this](const CachedHistory &history, const Sentence &trouble) {
            if (!m_over)
                plan(history, trouble);
        });
}

void HistoryLoad::plan(const CachedHistory &known, const Sentence &trouble)
{
    m_interval = known.interval;
    m_cached = known.records;
    m_trouble = trouble;
    m_pending = chunks(missing(m_span, known.covered), m_interval);
    m_total = static_cast<int>(m_pending.size());
    qCInfo(lcHistory) << LogLine("plan",
        {{"queue_id", m_queue.value}, {"interval", wordOf(m_interval)}, {"cached", m_cached.size()},
            {"requests", m_total}});
    if (!m_cached.isEmpty()) {
        const QPointer<HistoryLoad> alive(this);
        Q_EMIT cached(history(m_cached, known.readAtMs));
        if (!alive || m_over)
            return;
    }
    askMore();
}

void HistoryLoad::askMore()
{
    // Alone until the tenant is known to serve the interval: else all would be refused.
    const bool isServed = !m_chunks.isEmpty() || m_loader.m_served == m_interval;
    const int atATime = isServed ? kAtATime : 1;
    while (!m_pending.isEmpty() && m_active < atATime) {
        const TimeSpan chunk = m_pending.takeFirst();
        ask(chunkQuery(m_queue, m_interval, chunk),
            [this, chunk](const Result<HistoryAnswer> &answer) { answered(chunk, answer); });
    }
    if (m_active == 0)
        finish();
}

void HistoryLoad::ask(
    const HistoryQuery &query, std::function<void(const Result<HistoryAnswer> &)> then)
{
    ++m_active;
    Call *call = m_loader.m_tenant.queryHistory(query, this,
        m_asked.only([this, then = std::move(then)](const Result<HistoryAnswer> &answer) {
            --m_active;
            if (!m_over)
                then(answer);
        }));
    m_calls.removeAll(nullptr);
    m_calls.append(call);
    connect(call, &Call::waiting, this, &HistoryLoad::waiting);
}

void HistoryLoad::answered(const TimeSpan &chunk, const Result<HistoryAnswer> &answer)
{
    if (!answer) {
        if (!fallBack(answer.error()))
            end(answer.error());
        return;
    }
    noteServed();
    const HistoryAnswer &given = answer.value();
    qCDebug(lcHistory) << LogLine("piece",
        {{"queue_id", m_queue.value}, {"from_ms", chunk.fromMs}, {"to_ms", chunk.toMs},
            {"records", given.records.size()}});
    m_faults += given.faults;
    const TimeSpan starts = startsOf(chunk, m_interval, m_span.toMs);
    m_chunks.append({starts, recordsIn(starts, given.records)});
    for (const MetricRecord &record : given.records) {
        if (!record.startMs)
            m_timeless.append(record);
    }
    // Without times, or with some that hang on when it was asked, it must be asked for again.
    const bool lasts = given.faults.withoutTime == 0 && given.faults.timesInferred == 0;
    if (m_loader.m_cache != nullptr && lasts)
        m_loader.m_cache->write({m_loader.m_tenant.tenantId().key(), m_queue, m_interval},
            {starts, m_chunks.last().records, settled(chunk, m_span.toMs), m_span.toMs});
    const QPointer<HistoryLoad> alive(this);
    Q_EMIT progressed(static_cast<int>(m_chunks.size()), m_total);
    if (alive && !m_over)
        askMore();
}

bool HistoryLoad::fallBack(const Error &error)
{
    const std::optional<HistoryInterval> next = coarser(m_interval);
    if (error.httpStatus != 400 || !next || !m_chunks.isEmpty())
        return false;
    qCInfo(lcHistory) << LogLine("coarser",
        {{"queue_id", m_queue.value}, {"refused", wordOf(m_interval)}, {"next", wordOf(*next)}});
    // Several requests may be under way; theirs would be refusals of the same interval.
    m_asked.renew();
    cancelCalls();
    m_active = 0;
    m_pending.clear();
    // Whether the tenant changed its mind or means this queue only, the next load finds out.
    m_isException |= m_loader.m_served == m_interval;
    if (m_isException)
        m_loader.m_served.reset();
    readCache(*next);
    return true;
}

void HistoryLoad::noteServed()
{
    if (m_isException || m_loader.m_served == m_interval)
        return;
    m_loader.m_served = m_interval;
    if (m_loader.m_cache != nullptr)
        m_loader.m_cache->noteServed(m_loader.m_tenant.tenantId().key(), m_interval, m_span.toMs);
}

void HistoryLoad::finish() { end(history(together(), m_span.toMs)); }

void HistoryLoad::end(const Result<History> &result)
{
    qCInfo(lcHistory) << LogLine("end",
        {{"queue_id", m_queue.value},
            {"records", result ? result.value().records.size() : qsizetype(0)},
            {"result", logWord(result)}});
    stop();
    deleteLater();
    m_done(result);
}

QList<MetricRecord> HistoryLoad::together() const
{
    // Chunks never speak for the same start, so they need only be put in a row.
    QList<Chunk> parts = m_chunks;
    std::sort(parts.begin(), parts.end(),
        [](const Chunk &a, const Chunk &b) { return a.starts.fromMs < b.starts.fromMs; });
    QList<TimeSpan> read;
    for (const Chunk &part : parts)
        read.append(part.starts);
    const QList<MetricRecord> kept = outside(m_cached, read);
    QList<MetricRecord> all;
    auto next = kept.cbegin();
    for (const Chunk &part : parts) {
        for (; next != kept.cend() && *next->startMs < part.starts.fromMs; ++next)
            all.append(*next);
        for (const MetricRecord &record : part.records) {
            if (*record.startMs >= m_span.fromMs)
                all.append(record);
        }
    }
    for (; next != kept.cend(); ++next)
        all.append(*next);
    return all + m_timeless;
}

History HistoryLoad::history(const QList<MetricRecord> &records, qint64 readAtMs) const
{
    History history;
    history.queue = m_queue;
    history.interval = m_interval;
    history.records = records;
    history.span = m_span;
    history.faults = m_faults;
    history.readAt = QDateTime::fromMSecsSinceEpoch(readAtMs, Qt::UTC);
    if (m_interval != HistoryInterval::QuarterHourly && !m_simpleRule)
        history.notes.append(Sentence::tr(
            "The finest interval of this tenant's history is %1.", {wordOf(m_interval)}));
    history.notes += sentencesOf(m_faults);
    if (!m_trouble.isEmpty())
        history.notes.append(m_trouble);
    return history;
}

} // namespace queuesmith
