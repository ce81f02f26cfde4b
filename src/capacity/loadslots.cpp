#include "capacity/loadslots.h"

#include "capacity/median.h"
#include "capacity/volumetrend.h"
#include "capacity/wallclock.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace queuesmith {

namespace {

constexpr std::size_t kObservations = 3; ///< that make a slot of its own worth while

/// Day and second of the day.
using SlotKey = std::pair<int, int>;
using Groups = std::map<SlotKey, std::vector<const CleanInterval *>>;

Groups groupsOf(const WaitHistory &history, bool byWeekday)
{
    Groups groups;
    for (const CleanInterval &interval : history.intervals)
        groups[{slotDayOf(interval, byWeekday), interval.secondOfDay()}].push_back(&interval);
    return groups;
}

bool isFineEnough(const Groups &groups)
{
    const auto seen = std::count_if(groups.cbegin(), groups.cend(),
        [](const auto &group) { return group.second.size() >= kObservations; });
    return static_cast<std::size_t>(seen) * 2 >= groups.size();
}

/// Moves what is too far from the median to where it just isn't. Too far is four deviations (the
/// median one, as for a normal distribution), four of a Poisson count, or 30 %, whichever is most.
qint64 clampOutliers(std::vector<double> *volumes)
{
    constexpr std::size_t kFewest = 4;
    if (volumes->size() < kFewest)
        return 0;
    const double median = medianOf(*volumes);
    std::vector<double> deviations;
    deviations.reserve(volumes->size());
    for (const double volume : *volumes)
        deviations.push_back(std::abs(volume - median));
    const double limit = std::max({4.0 * 1.4826 * medianOf(std::move(deviations)),
        4.0 * std::sqrt(std::max(median, 1.0)), 0.30 * median});
    qint64 clamped = 0;
    for (double &volume : *volumes) {
        const double within = std::clamp(volume, median - limit, median + limit);
        clamped += std::abs(volume - within) > kSlack ? 1 : 0;
        volume = within;
    }
    return clamped;
}

double meanOf(const std::vector<double> &values)
{
    double sum = 0.0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

/// Adds up what the slots' volumes deviate beyond the chance of a Poisson count.
class SwingEstimate {
public:
    void add(const std::vector<double> &volumes, double mean)
    {
        if (volumes.size() < 2 || mean <= 0.0)
            return;
        const auto count = static_cast<double>(volumes.size());
        double squares = 0.0;
        for (const double volume : volumes)
            squares += (volume - mean) * (volume - mean);
        m_excess += squares * count / (count - 1.0) - count * mean;
        m_weight += count * mean * mean;
    }

    [[nodiscard]] double swing() const
    {
        const double variance = m_weight > 0.0 ? std::max(0.0, m_excess / m_weight) : 0.0;
        return std::min(1.0, std::sqrt(variance));
    }

private:
    double m_excess = 0;
    double m_weight = 0;
};

/// How many days between the first and the last belong to each slot day.
std::array<qint64, 7> daysBySlotDay(qint64 first, qint64 last, bool byWeekday)
{
    std::array<qint64, 7> days{};
    const qint64 span = last - first + 1;
    for (qint64 i = 0; i < 7; ++i) {
        const qint64 count = span / 7 + (i < span % 7 ? 1 : 0);
        CleanInterval day;
        day.localMs = (first + i) * kDayMs;
        days.at(static_cast<std::size_t>(slotDayOf(day, byWeekday))) += count;
    }
    return days;
}

/// Intervals that a slot has more, or fewer, because the clocks were changed.
qint64 extraIntervals(
    const SlotKey &key, const std::vector<WallClock::Change> &changes, bool byWeekday)
{
    qint64 extra = 0;
    for (const WallClock::Change &change : changes) {
        const qint64 from = std::min(change.beforeMs, change.afterMs);
        const qint64 to = std::max(change.beforeMs, change.afterMs);
        CleanInterval at;
        for (at.localMs = from; at.localDay() * kDayMs < to; at.localMs += kDayMs) {
            const qint64 slotMs = at.localDay() * kDayMs + key.second * 1000LL;
            const bool isAffected = slotMs >= from && slotMs < to;
            if (isAffected && slotDayOf(at, byWeekday) == key.first)
                extra += change.afterMs < change.beforeMs ? 1 : -1;
        }
    }
    return extra;
}

double missingShareOf(
    const WaitHistory &history, const CapacityConfig &config, const Groups &groups, bool byWeekday)
{
    if (history.intervals.empty())
        return 0.0;
    const CleanInterval &first = history.intervals.front();
    const CleanInterval &last = history.intervals.back();
    const auto days = daysBySlotDay(first.localDay(), last.localDay(), byWeekday);
    const std::vector<WallClock::Change> changes =
        WallClock(config).changesBetween(first.startMs, last.startMs);
    qint64 expected = 0;
    for (const auto &group : groups) {
        expected += days.at(static_cast<std::size_t>(group.first.first));
        if (!changes.empty())
            expected += extraIntervals(group.first, changes, byWeekday);
    }
    const auto present = static_cast<double>(history.intervals.size());
    return expected > 0 ? std::max(0.0, 1.0 - present / static_cast<double>(expected)) : 0.0;
}

/// How much busier the busiest hour is than the mean of the interval: nothing for an hour or less,
/// a share of the day's calls in one hour for a day, and in between in proportion.
double peakFactor(double seconds, double busyHourShare)
{
    const double coarse = std::clamp((seconds - 3600.0) / (86'400.0 - 3600.0), 0.0, 1.0);
    return 1.0 + (busyHourShare * 24.0 - 1.0) * coarse;
}

void setRates(LoadSlot *slot, double swing, const CapacityConfig &config)
{
    const double share = config.busyHourShare.value_or(0.0) > 0.0 ? *config.busyHourShare
                                                                  : config.defaultBusyHourShare;
    const double perSecond = peakFactor(slot->seconds, share) / slot->seconds;
    const double mean = slot->meanCalls;
    const double busy = mean * (1.0 + config.busyDayZ * swing);
    const double halfWidth =
        config.ciZ * std::sqrt((mean + swing * swing * mean * mean) / slot->observations);
    slot->rate = mean * perSecond;
    slot->rateBusy = busy * perSecond;
    slot->rateLow = std::max(0.0, busy - halfWidth) * perSecond;
    slot->rateHigh = (busy + halfWidth) * perSecond;
}

/// A slot's handle time is drawn towards the queue's as long as it has few calls.
double steadiedAht(
    const std::vector<const CleanInterval *> &group, double wholeQueue, double poolCalls)
{
    double seconds = 0.0;
    double calls = 0.0;
    for (const CleanInterval *interval : group) {
        if (interval->handleSeconds) {
            seconds += *interval->handleSeconds;
            calls += interval->handled;
        }
    }
    return (seconds + poolCalls * wholeQueue) / (calls + poolCalls);
}

} // namespace

int slotDayOf(const CleanInterval &interval, bool byWeekday)
{
    constexpr int kSaturday = 5;
    const int weekday = interval.localWeekday();
    return byWeekday ? weekday : weekday < kSaturday ? 0 : 1;
}

LoadSlots loadSlotsOf(const WaitHistory &history, const CapacityConfig &config,
    const std::optional<double> &ahtSeconds)
{
    LoadSlots found;
    Groups groups = groupsOf(history, true);
    found.byWeekday = isFineEnough(groups);
    if (!found.byWeekday)
        groups = groupsOf(history, false);
    found.missingShare = missingShareOf(history, config, groups, found.byWeekday);
    const DayIndexes days = dayIndexesOf(history);
    found.volumeMoved = volumeMoveOf(days);
    const VolumeLevels levels(days, config.volumeChange);
    SwingEstimate estimate;
    for (const auto &[key, group] : groups) {
        LoadSlot slot{key.first, key.second, group.front()->seconds};
        std::vector<double> volumes;
        volumes.reserve(group.size());
        for (const CleanInterval *interval : group)
            volumes.push_back(interval->offered * levels.factorOf(interval->localDay())
                * slot.seconds / interval->seconds);
        found.outliers += clampOutliers(&volumes);
        slot.observations = static_cast<int>(volumes.size());
        slot.meanCalls = meanOf(volumes);
        estimate.add(volumes, slot.meanCalls);
        if (ahtSeconds)
            slot.ahtSeconds = steadiedAht(group, *ahtSeconds, config.ahtPoolCalls);
        if (slot.meanCalls > 0.0)
            found.list.push_back(slot);
    }
    found.swing = estimate.swing();
    for (LoadSlot &slot : found.list)
        setRates(&slot, found.swing, config);
    return found;
}

} // namespace queuesmith
