#pragma once

#include "cxone/historyquery.h"

#include <QDateTime>
#include <QMetaType>

namespace queuesmith {

/// A queue's history as far as it is known.
struct History {
    QueueId queue;
    HistoryInterval interval = HistoryInterval::QuarterHourly;
    /// In the order of their start, each start once, none before `span`; records without a time
    /// come last. An interval that the tenant has no record of has none here: a gap.
    QList<MetricRecord> records;
    TimeSpan span; ///< what was asked for; ends at the moment of asking
    HistoryFaults
        faults; ///< of what was read now; what came from the cache was told when it was read
    QList<Sentence> notes; ///< what a person should know: the faults, a coarser interval, no cache
    QDateTime readAt; ///< UTC; of what was read from the cache the moment that was read then
};

} // namespace queuesmith

Q_DECLARE_METATYPE(queuesmith::History)
