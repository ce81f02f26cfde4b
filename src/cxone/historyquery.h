#pragma once

#include "domain/ids.h"
#include "domain/metricrecord.h"
#include "domain/sentence.h"

#include <QList>

namespace queuesmith {

/// A stretch of time: milliseconds since 1970 in UTC, from the first to before the last.
struct TimeSpan {
    qint64 fromMs = 0;
    qint64 toMs = 0;

    [[nodiscard]] bool isEmpty() const { return fromMs >= toMs; }
    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/// What is asked of a queue's history.
struct HistoryQuery {
    QueueId queue;
    HistoryInterval interval = HistoryInterval::Daily;
    TimeSpan span;
    /// Asks in the contract's own words, P7D to NOW; `span` is then what they mean by our clock.
    bool sevenDaysToNow = false;

    /// The one query of the customer's contract, DAILY over the last seven days.
    [[nodiscard]] static HistoryQuery simpleRule(const QueueId &queue, qint64 nowMs);
    /// As many intervals as `span` has, the last one perhaps not whole.
    [[nodiscard]] qint64 intervals() const;
};

/// What was wrong with a history as it came. Nothing of it was made up or turned into zero.
struct HistoryFaults {
    qint64 otherQueue = 0; ///< records of another queue; left out
    qint64 outOfRange = 0; ///< records outside of what was asked for; left out
    qint64 noRecord = 0; ///< entries that are no records at all; left out
    qint64 duplicates = 0; ///< records with the start of another one; of each start the last counts
    qint64 outOfOrder = 0; ///< records that began before the one they came after; sorted
    qint64 withoutTime = 0; ///< records whose time isn't known
    qint64 timesInferred = 0; ///< records whose time follows from their number

    HistoryFaults &operator+=(const HistoryFaults &other);
};

/// A sentence for each kind of fault.
[[nodiscard]] QList<Sentence> sentencesOf(const HistoryFaults &faults);

/// A tenant's answer: records in the order of their start (duplicates in the order they came),
/// those without a time at the end in the order they came.
struct HistoryAnswer {
    QList<MetricRecord> records;
    HistoryFaults faults;
};

} // namespace queuesmith
