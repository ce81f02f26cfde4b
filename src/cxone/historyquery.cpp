#include "cxone/historyquery.h"

namespace queuesmith {

namespace {
constexpr qint64 kWeekMs = 7 * 86'400'000LL;
}

HistoryQuery HistoryQuery::simpleRule(const QueueId &queue, qint64 nowMs)
{
    return {queue, HistoryInterval::Daily, {nowMs - kWeekMs, nowMs}, true};
}

qint64 HistoryQuery::intervals() const
{
    const qint64 length = secondsOf(interval) * 1000LL;
    return span.isEmpty() ? 0 : (span.toMs - span.fromMs + length - 1) / length;
}

HistoryFaults &HistoryFaults::operator+=(const HistoryFaults &other)
{
    otherQueue += other.otherQueue;
    outOfRange += other.outOfRange;
    noRecord += other.noRecord;
    duplicates += other.duplicates;
    outOfOrder += other.outOfOrder;
    withoutTime += other.withoutTime;
    timesInferred += other.timesInferred;
    return *this;
}

QList<Sentence> sentencesOf(const HistoryFaults &faults)
{
    QList<Sentence> sentences;
    const auto tell = [&sentences](qint64 count, Words source) {
        if (count > 0)
            sentences.append(Sentence(source, {count}));
    };
    tell(faults.otherQueue,
        Sentence::tr("The tenant also sent records of other queues (%1); they were ignored."));
    tell(faults.outOfRange,
        Sentence::tr(
            "The tenant also sent records outside the requested time (%1); they were ignored."));
    tell(faults.noRecord,
        Sentence::tr("Some entries of the history are not records (%1); they were ignored."));
    tell(faults.duplicates,
        Sentence::tr("Intervals came more than once (%1 times); the last one was used."));
    tell(faults.outOfOrder, Sentence::tr("Records came out of order (%1); they were sorted."));
    tell(faults.withoutTime,
        Sentence::tr("Records came without a usable time (%1). Without times only the threshold "
                     "policies can be used."));
    tell(faults.timesInferred,
        Sentence::tr("The records have no times (%1); as there is one for each interval, they were "
                     "taken as consecutive."));
    return sentences;
}

} // namespace queuesmith
