#include "capacity/waithistory.h"

#include "capacity/wallclock.h"

#include <algorithm>

namespace queuesmith {

namespace {

constexpr double kMostCalls = 1e15; ///< in an interval; more is no count
constexpr double kMostMilliseconds = 1e18; ///< of all calls together
constexpr double kShortest = 1e-3; ///< interval, seconds
constexpr double kLongest = 1e9;

qint64 floorDivide(qint64 value, qint64 by)
{
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

bool isBetween(const std::optional<double> &value, double least, double most)
{
    return value && *value >= least && *value <= most;
}

bool isDuration(const std::optional<double> &milliseconds)
{
    return isBetween(milliseconds, 0.0, kMostMilliseconds);
}

/// A rate of up to 100 that is above 1 is a percentage; what is no share then is unknown.
std::optional<double> abandonShare(const MetricRecord &record, CleaningNotes *notes)
{
    std::optional<double> rate = record.abandonRate;
    if (rate && *rate > 1.0 && *rate <= 100.0) {
        *rate /= 100.0;
        ++notes->percentScaled;
    }
    return rate && *rate >= 0.0 && *rate <= 1.0 ? rate : std::nullopt;
}

/// Offered calls from what is told: their count, else the handled ones and the share that hung up.
/// False: the record contradicts itself.
bool findOffered(const MetricRecord &record, CleanInterval *interval, CleaningNotes *notes)
{
    const std::optional<double> rate = abandonShare(record, notes);
    interval->abandonKnown = true;
    if (record.offered && *record.offered >= interval->handled) {
        interval->offered = *record.offered;
    } else if (!rate) {
        interval->offered = interval->handled;
        interval->abandonKnown = false;
        ++notes->nullAbandon;
    } else if (*rate >= 1.0) {
        interval->offered = record.waitCount.value_or(0.0);
        return interval->handled <= 0.0 && interval->offered > 0.0;
    } else {
        interval->offered = interval->handled / (1.0 - *rate);
    }
    return interval->offered <= kMostCalls;
}

void findWait(const MetricRecord &record, CleanInterval *interval, CleaningNotes *notes)
{
    interval->waitCount = record.waitCount.value_or(interval->handled);
    const bool hasCalls = interval->offered > 0.0;
    if (isDuration(record.waitSumMs) && (interval->waitCount > 0.0 || !hasCalls)) {
        interval->waitSeconds = *record.waitSumMs / 1000.0;
        if (isDuration(record.waitMaxMs))
            interval->waitMaxSeconds = *record.waitMaxMs / 1000.0;
    } else if (hasCalls) {
        ++notes->nullWait;
    }
}

void findHandleTime(const MetricRecord &record, CleanInterval *interval, CleaningNotes *notes)
{
    std::optional<double> sum = record.handleSumMs;
    if (!sum && record.handleAverageMs)
        sum = *record.handleAverageMs * interval->handled;
    const bool hasCalls = interval->handled > 0.0;
    if (isDuration(sum) && !(*sum <= 0.0 && hasCalls))
        interval->handleSeconds = *sum / 1000.0;
    else if (hasCalls)
        ++notes->nullHandle;
}

std::optional<CleanInterval> cleaned(const MetricRecord &record, CleaningNotes *notes)
{
    if (!record.startMs || !isBetween(record.seconds, kShortest, kLongest)
        || !isBetween(record.handled, 0.0, kMostCalls))
        return {};
    CleanInterval interval;
    interval.startMs = *record.startMs;
    interval.seconds = *record.seconds;
    interval.handled = *record.handled;
    if (!findOffered(record, &interval, notes))
        return {};
    findWait(record, &interval, notes);
    findHandleTime(record, &interval, notes);
    return interval;
}

bool isEarlier(const CleanInterval &a, const CleanInterval &b) { return a.startMs < b.startMs; }

/// Sorts by start and keeps the last of those that begin at the same instant.
void sortAndKeepLast(WaitHistory *history)
{
    std::vector<CleanInterval> &all = history->intervals;
    if (!std::is_sorted(all.cbegin(), all.cend(), isEarlier))
        std::stable_sort(all.begin(), all.end(), isEarlier);
    std::size_t kept = 0;
    for (const CleanInterval &interval : all) {
        if (kept > 0 && all[kept - 1].startMs == interval.startMs) {
            ++history->notes.duplicates;
            --kept;
        }
        all[kept++] = interval;
    }
    all.resize(kept);
}

} // namespace

qint64 CleanInterval::localDay() const { return floorDivide(localMs, kDayMs); }

int CleanInterval::localWeekday() const
{
    const qint64 sinceMonday = localDay() + 3; // 1970-01-01 was a Thursday
    return static_cast<int>(sinceMonday - floorDivide(sinceMonday, 7) * 7);
}

int CleanInterval::secondOfDay() const
{
    return static_cast<int>((localMs - localDay() * kDayMs) / 1000);
}

std::optional<double> CleanInterval::meanWait() const
{
    return waitSeconds && waitCount > 0.0 ? std::optional(*waitSeconds / waitCount) : std::nullopt;
}

std::optional<double> CleanInterval::abandonRate() const
{
    return abandonKnown && offered > 0.0 ? std::optional((offered - handled) / offered)
                                         : std::nullopt;
}

WaitHistory cleanHistory(const QList<MetricRecord> &records, const CapacityConfig &config)
{
    WaitHistory history;
    history.notes.read = records.size();
    history.intervals.reserve(static_cast<std::size_t>(records.size()));
    for (const MetricRecord &record : records) {
        if (const std::optional<CleanInterval> interval = cleaned(record, &history.notes))
            history.intervals.push_back(*interval);
        else
            ++history.notes.dropped;
    }
    sortAndKeepLast(&history);
    WallClock clock(config);
    for (CleanInterval &interval : history.intervals)
        interval.localMs = clock.localMs(interval.startMs);
    return history;
}

} // namespace queuesmith
