#include "history/historyplan.h"

#include <algorithm>

namespace queuesmith {

namespace {

qint64 midnightBefore(qint64 ms) { return ms - (ms % kDayMs + kDayMs) % kDayMs; }

qint64 lengthOf(HistoryInterval interval) { return secondsOf(interval) * 1000LL; }

} // namespace

TimeSpan wantedSpan(qint64 nowMs, int days)
{
    return {midnightBefore(nowMs - days * kDayMs), nowMs};
}

TimeSpan settled(const TimeSpan &span, qint64 nowMs)
{
    return {span.fromMs, std::min(span.toMs, midnightBefore(nowMs - kLateFiguresMs))};
}

QList<TimeSpan> chunks(const QList<TimeSpan> &spans, HistoryInterval interval)
{
    const qint64 length = kRecordsOfAChunk * lengthOf(interval);
    QList<TimeSpan> result;
    for (const TimeSpan &span : spans) {
        for (qint64 from = span.fromMs; from < span.toMs; from += length)
            result.prepend({from, std::min(from + length, span.toMs)});
    }
    return result;
}

HistoryQuery chunkQuery(const QueueId &queue, HistoryInterval interval, const TimeSpan &chunk)
{
    const qint64 length = lengthOf(interval);
    const HistoryQuery least{queue, interval, {chunk.fromMs - length, chunk.toMs}, false};
    return {queue, interval, {chunk.toMs - least.intervals() * length, chunk.toMs}, false};
}

TimeSpan startsOf(const TimeSpan &chunk, HistoryInterval interval, qint64 nowMs)
{
    const qint64 early = lengthOf(interval);
    return {chunk.fromMs - early, chunk.toMs == nowMs ? nowMs : chunk.toMs - early};
}

QList<MetricRecord> recordsIn(const TimeSpan &starts, const QList<MetricRecord> &records)
{
    QList<MetricRecord> result;
    for (const MetricRecord &record : records) {
        if (!record.startMs || *record.startMs < starts.fromMs || *record.startMs >= starts.toMs)
            continue;
        if (!result.isEmpty() && result.last().startMs == record.startMs)
            result.last() = record;
        else
            result.append(record);
    }
    return result;
}

std::optional<HistoryInterval> coarser(HistoryInterval interval)
{
    switch (interval) {
    case HistoryInterval::QuarterHourly:
        return HistoryInterval::HalfHourly;
    case HistoryInterval::HalfHourly:
        return HistoryInterval::Hourly;
    case HistoryInterval::Hourly:
        return HistoryInterval::Daily;
    case HistoryInterval::Daily:
        break;
    }
    return std::nullopt;
}

} // namespace queuesmith
