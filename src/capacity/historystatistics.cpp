#include "capacity/historystatistics.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace queuesmith {

namespace {

constexpr double kHour = 3600.0;
constexpr double kShortestPatience = 10.0;
constexpr double kLongestPatience = 3600.0;

qint64 daysIn(std::vector<qint64> days)
{
    std::sort(days.begin(), days.end());
    return std::unique(days.begin(), days.end()) - days.begin();
}

void addTotals(const WaitHistory &history, HistoryStatistics *statistics)
{
    std::vector<qint64> days;
    days.reserve(history.intervals.size());
    double offeredWhereKnown = 0.0;
    double handleSeconds = 0.0;
    double handledCalls = 0.0;
    for (const CleanInterval &interval : history.intervals) {
        days.push_back(interval.localDay());
        statistics->calls += interval.offered;
        statistics->handled += interval.handled;
        statistics->coarse = statistics->coarse || interval.seconds > kHour;
        if (interval.abandonKnown) {
            statistics->abandons += interval.offered - interval.handled;
            offeredWhereKnown += interval.offered;
        }
        if (interval.handleSeconds) {
            handleSeconds += *interval.handleSeconds;
            handledCalls += interval.handled;
        }
    }
    statistics->intervals = static_cast<qint64>(history.intervals.size());
    statistics->days = daysIn(std::move(days));
    if (offeredWhereKnown > 0.0)
        statistics->abandonRate = statistics->abandons / offeredWhereKnown;
    if (handledCalls > 0.0)
        statistics->ahtSeconds = handleSeconds / handledCalls;
}

struct DayWait {
    double seconds = 0;
    double calls = 0;
};

/// Σ seconds / Σ calls with its interval, a batch a day.
void setMeanWait(
    const std::map<qint64, DayWait> &byDay, double level, HistoryStatistics *statistics)
{
    DayWait whole;
    double days = 0.0;
    for (const auto &[day, wait] : byDay) {
        if (wait.calls <= 0.0)
            continue;
        whole.seconds += wait.seconds;
        whole.calls += wait.calls;
        days += 1.0;
    }
    if (whole.calls <= 0.0)
        return;
    const double mean = whole.seconds / whole.calls;
    statistics->asaSeconds = mean;
    constexpr double kFewestDays = 3.0;
    if (days < kFewestDays)
        return;
    double squares = 0.0;
    for (const auto &[day, wait] : byDay) {
        const double beside = wait.seconds - mean * wait.calls;
        squares += wait.calls > 0.0 ? beside * beside : 0.0;
    }
    const double error = std::sqrt(days / (days - 1.0) * squares) / whole.calls;
    const boost::math::students_t distribution(days - 1.0);
    const double half = boost::math::quantile(distribution, 0.5 * (1.0 + level)) * error;
    statistics->asaInterval = {std::max(0.0, mean - half), mean + half};
}

/// Waits and hang-ups since the present capacity began to count.
void addObserved(
    const WaitHistory &history, const CapacityConfig &config, HistoryStatistics *statistics)
{
    std::vector<qint64> days;
    std::map<qint64, DayWait> byDay;
    double abandons = 0.0;
    double offered = 0.0;
    for (const CleanInterval &interval : history.intervals) {
        if (config.effectiveFromMs && interval.startMs < *config.effectiveFromMs)
            continue;
        days.push_back(interval.localDay());
        if (interval.abandonKnown) {
            abandons += interval.offered - interval.handled;
            offered += interval.offered;
        }
        if (interval.waitSeconds) {
            DayWait &day = byDay[interval.localDay()];
            day.seconds += *interval.waitSeconds;
            day.calls += interval.waitCount;
        }
    }
    statistics->observedDays = daysIn(std::move(days));
    if (offered > 0.0)
        statistics->observedAbandonRate = abandons / offered;
    setMeanWait(byDay, config.ciLevel, statistics);
}

std::optional<double> estimatedPatience(
    const WaitHistory &history, const CapacityConfig &config, double abandons)
{
    if (abandons < config.minAbandonsForPatience - kSlack)
        return {};
    double waited = 0.0;
    double gaveUp = 0.0;
    for (const CleanInterval &interval : history.intervals) {
        if (!interval.waitSeconds || !interval.abandonKnown)
            continue;
        gaveUp += interval.offered - interval.handled;
        if (interval.waitCount > 0.0)
            waited += *interval.waitSeconds / interval.waitCount * interval.offered;
    }
    if (gaveUp <= 0.0 || waited <= 0.0)
        return {};
    return std::clamp(waited / gaveUp, kShortestPatience, kLongestPatience);
}

ModelChoice usableModel(ModelChoice wanted, bool patienceKnown)
{
    if (wanted == ModelChoice::Auto || wanted == ModelChoice::ErlangA)
        return patienceKnown ? ModelChoice::ErlangA : ModelChoice::ErlangC;
    return wanted;
}

} // namespace

HistoryStatistics statisticsOf(const WaitHistory &history, const CapacityConfig &config)
{
    HistoryStatistics statistics;
    statistics.notes = history.notes;
    addTotals(history, &statistics);
    addObserved(history, config, &statistics);
    statistics.patienceSeconds = config.patienceSeconds.value_or(0.0) > 0.0
        ? config.patienceSeconds
        : estimatedPatience(history, config, statistics.abandons);
    statistics.model = usableModel(config.model, statistics.patienceSeconds.has_value());
    statistics.load = loadSlotsOf(history, config, statistics.ahtSeconds);
    return statistics;
}

} // namespace queuesmith
