#include "capacity/policies.h"

#include "capacity/recommendationwords.h"
#include "capacity/staffing.h"

#include <algorithm>

namespace queuesmith {

namespace {

constexpr double kWaitLimitMs = 30'000;
constexpr double kWaitLimitSeconds = 30;
constexpr double kAbandonLimit = 0.05;

Recommendation begun(Policy policy, const CapacityConfig &config)
{
    Recommendation result;
    result.config = config;
    result.policy = policy;
    result.currentCapacity = config.currentCapacity;
    result.recommendedCapacity = config.currentCapacity;
    return result;
}

/// Says why. The rule itself gives no confidence, only what it arrives at.
void conclude(bool hasData, Recommendation *result)
{
    result->reasons = {!hasData ? codes::kNoData
            : result->triggered ? codes::kThresholdPassed
                                : codes::kThresholdNotPassed};
    if (!result->currentCapacity || !result->recommendedCapacity)
        return;
    const int difference = *result->recommendedCapacity - *result->currentCapacity;
    result->action = difference > 0 ? RecommendedAction::Increase
        : difference < 0            ? RecommendedAction::Decrease
                                    : RecommendedAction::Keep;
}

} // namespace

Recommendation thresholdPolicy(const QList<MetricRecord> &records, const CapacityConfig &config)
{
    Recommendation result = begun(Policy::Threshold, config);
    result.warnings = {codes::kSimpleRule};
    if (!records.isEmpty()) {
        double waits = 0.0;
        double abandons = 0.0;
        for (const MetricRecord &record : records) {
            waits += record.waitSumMs.value_or(0.0);
            abandons += record.abandonRate.value_or(0.0);
        }
        const auto count = static_cast<double>(records.size());
        result.meanWait = waits / count;
        result.meanAbandon = abandons / count;
        result.triggered = *result.meanWait > kWaitLimitMs || *result.meanAbandon > kAbandonLimit;
        if (result.triggered && config.currentCapacity)
            result.recommendedCapacity = static_cast<int>(*config.currentCapacity * 11LL / 10);
    }
    conclude(!records.isEmpty(), &result);
    return result;
}

Recommendation weightedThresholdPolicy(
    const QList<MetricRecord> &records, const CapacityConfig &config)
{
    Recommendation result = begun(Policy::ThresholdWeighted, config);
    double waited = 0.0;
    double answered = 0.0;
    double abandons = 0.0;
    double offered = 0.0;
    const WaitHistory history = cleanHistory(records, config);
    for (const CleanInterval &interval : history.intervals) {
        if (interval.waitSeconds) {
            waited += *interval.waitSeconds;
            answered += interval.waitCount;
        }
        if (interval.abandonKnown) {
            abandons += interval.offered - interval.handled;
            offered += interval.offered;
        }
    }
    const bool hasData = answered > 0.0 || offered > 0.0;
    if (hasData) {
        result.meanWait = answered > 0.0 ? waited / answered : 0.0;
        result.meanAbandon = offered > 0.0 ? abandons / offered : 0.0;
        result.triggered = *result.meanWait > kWaitLimitSeconds + kSlack
            || *result.meanAbandon > kAbandonLimit + kSlack;
        if (const std::optional<int> current = config.currentCapacity) {
            const int grown = std::max(*current + 1, roundedUp(*current * 1.10));
            result.recommendedCapacity = std::clamp(
                result.triggered ? grown : *current, config.capacityMin, capacityLimit(config));
        }
    }
    conclude(hasData, &result);
    return result;
}

} // namespace queuesmith
