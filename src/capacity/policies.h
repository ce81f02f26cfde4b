#pragma once

#include "capacity/capacitymodel.h"
#include "capacity/recommendation.h"

namespace queuesmith {

// The four policies. recommend() in recommend.h chooses; none of them looks at a clock.

/// The simple rule, exactly: mean over all records of `waitTime.sum` above 30,000 ms, or of
/// `abandonRate.average` above 0.05 (what is missing counts as zero here), gives c·11/10 in
/// integers.
[[nodiscard]] Recommendation thresholdPolicy(
    const QList<MetricRecord> &records, const CapacityConfig &config);

/// The same idea per call: Σ waits / Σ answered above 30 s, or abandonment weighed by volume above
/// 5 %, gives max(c+1, ⌈1.1 c⌉) within the bounds.
[[nodiscard]] Recommendation weightedThresholdPolicy(
    const QList<MetricRecord> &records, const CapacityConfig &config);

/// The modelled policy where capacity means agents: solves each slot of the week for a low, the
/// planned and a high load, takes the fewest agents whose slots carry the wanted share of the
/// calls, holds that against what was measured, and changes with hysteresis so that it neither
/// flaps nor climbs for ever.
[[nodiscard]] Recommendation erlangPolicy(const CapacityModel &model);

/// The modelled policy where capacity means waiting places: places enough that few callers find
/// none, yet not so many that the last one waits too long.
[[nodiscard]] Recommendation roomPolicy(const CapacityModel &model);

// What the modelled policies share

/// Figures of the history for the recommendation.
[[nodiscard]] HistoryFigures figuresOf(const HistoryStatistics &statistics);

/// So many callers hung up that many calls may be those of callers who try again.
[[nodiscard]] bool hasRepeatCalls(const HistoryStatistics &statistics);

/// The smallest number whose slots, and those with smaller ones, carry the wanted share of the
/// calls.
struct NeedOfSlot {
    int number = 0;
    double calls = 0;
};
[[nodiscard]] int coveringNumber(std::vector<NeedOfSlot> needs, double coverage);

/// Confidence and the codes of what lowers it. `low` and `high` are the range around `design`, when
/// known.
struct ConfidenceJudgement {
    Confidence confidence = Confidence::High;
    QStringList causes;
};
[[nodiscard]] ConfidenceJudgement judgeConfidence(const HistoryStatistics &statistics,
    const CapacityConfig &config, std::optional<int> low, std::optional<int> design,
    std::optional<int> high);

} // namespace queuesmith
