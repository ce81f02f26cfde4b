#pragma once

#include "capacity/historystatistics.h"
#include "capacity/performance.h"
#include "capacity/recommendation.h"

namespace queuesmith {

/// What a queue's callers and agents are to expect, at any capacity: prepared once from the
/// history, and then quick (a slot of the week takes about a microsecond). Immutable, so for any
/// thread.
class CapacityModel {
public:
    CapacityModel(HistoryStatistics statistics, CapacityConfig config);
    /// Cleans the records and works out the statistics first.
    CapacityModel(const QList<MetricRecord> &records, const CapacityConfig &config);

    [[nodiscard]] const HistoryStatistics &statistics() const { return m_statistics; }
    [[nodiscard]] const CapacityConfig &config() const { return m_config; }

    /// There are calls and a handle time; nothing below may be asked otherwise.
    [[nodiscard]] bool canPredict() const;
    /// At a capacity that means agents. What overflow headroom holds back still answers.
    [[nodiscard]] Prediction at(int capacity) const;
    /// With so many agents answering; `capacity` stays 0, and nothing is said of the busy day.
    [[nodiscard]] Prediction withAgents(int agents) const;
    /// In one slot, on a mean day, with so many agents answering.
    [[nodiscard]] Performance slotPerformance(const LoadSlot &slot, int agents) const;
    /// floor(capacity · (1 − shrinkage)), at least 1.
    [[nodiscard]] int agentsAt(int capacity) const;

    /// Share of the calls, on the day that is planned for, in slots that meet every target at this
    /// capacity. What overflow headroom holds back doesn't count here, as in the recommendation.
    [[nodiscard]] double busyDayOnTarget(int capacity) const;
    /// The fewest agents with whom no longer mean wait than this is expected, up to capacityMax;
    /// empty when even they aren't enough.
    [[nodiscard]] std::optional<int> agentsExplaining(double asaSeconds) const;

private:
    HistoryStatistics m_statistics;
    CapacityConfig m_config;
};

/// The same with predictions from elsewhere, e.g. from a cache: `asaWith(agents)` gives the mean
/// wait, if there is one.
template <typename AsaWith>
std::optional<int> fewestAgentsExplaining(double asaSeconds, int most, const AsaWith &asaWith)
{
    const auto explains = [&](int agents) {
        const std::optional<double> expected = asaWith(agents);
        return expected && *expected <= asaSeconds;
    };
    int tooFew = 0;
    int enough = 1;
    while (enough < most && !explains(enough)) {
        tooFew = enough;
        enough = enough > most / 2 ? most : enough * 2;
    }
    while (enough - tooFew > 1) {
        const int middle = tooFew + (enough - tooFew) / 2;
        (explains(middle) ? enough : tooFew) = middle;
    }
    return explains(enough) ? std::optional(enough) : std::nullopt;
}

} // namespace queuesmith
