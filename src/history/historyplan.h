#pragma once

#include "cxone/historyquery.h"

#include <QList>

#include <optional>

namespace queuesmith {

// All of this is pure. Spans begin and end at midnight in UTC, but for the end of the newest, which
// is the present.

/// Records of one answer at most. So many are read in a few milliseconds.
inline constexpr qint64 kRecordsOfAChunk = 672; // a week of quarters of an hour
/// Figures may still change so long after an interval has ended.
inline constexpr qint64 kLateFiguresMs = 2 * 86'400'000LL;

/// The last `days` days, the first one from its midnight on, and today until now.
[[nodiscard]] TimeSpan wantedSpan(qint64 nowMs, int days);

/// What is settled for good of what is read at `nowMs`.
[[nodiscard]] TimeSpan settled(const TimeSpan &span, qint64 nowMs);

/// Spans of at most kRecordsOfAChunk intervals that together are `spans`, newest first.
[[nodiscard]] QList<TimeSpan> chunks(const QList<TimeSpan> &spans, HistoryInterval interval);

/// The query of a chunk. It begins an interval early: a tenant whose days begin at another hour
/// than ours might otherwise give a part of an interval for the whole. It is a whole number of
/// intervals long, since a tenant that tells no times is only understood by their number.
[[nodiscard]] HistoryQuery chunkQuery(
    const QueueId &queue, HistoryInterval interval, const TimeSpan &chunk);

/// The starts that a chunk's answer is the word for: chunks that follow each other never speak for
/// the same one. `nowMs` is the end of the newest.
[[nodiscard]] TimeSpan startsOf(const TimeSpan &chunk, HistoryInterval interval, qint64 nowMs);

/// The records of an answer that start there, each start once, the last word on it. Those without a
/// time are in neither.
[[nodiscard]] QList<MetricRecord> recordsIn(
    const TimeSpan &starts, const QList<MetricRecord> &records);

/// The next coarser interval; nothing after Daily.
[[nodiscard]] std::optional<HistoryInterval> coarser(HistoryInterval interval);

} // namespace queuesmith
