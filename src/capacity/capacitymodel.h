#pragma once

#include "historystatistics.h"
#include "performance.h"
#include "recommendation.h"

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
    /// With so many agents answering; `capacity` stays 0.
    [[nodiscard]] Prediction withAgents(int agents) const;
    /// In one slot, on a mean day, with so many agents answering.
    [[nodiscard]] Performance slotPerformance(const LoadSlot &slot, int agents) const;
    /// floor(capacity · (1 − shrinkage)), at least 1.
    [[nodiscard]] int agentsAt(int capacity) const;

private:
    HistoryStatistics m_statistics;
    CapacityConfig m_config;
};

} // namespace queuesmith
