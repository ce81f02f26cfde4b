#include "capacity/capacitymodel.h"

#include "capacity/staffing.h"

#include <algorithm>
#include <cmath>

namespace queuesmith {

CapacityModel::CapacityModel(HistoryStatistics statistics, CapacityConfig config)
    : m_statistics(std::move(statistics))
    , m_config(std::move(config))
{
}

CapacityModel::CapacityModel(const QList<MetricRecord> &records, const CapacityConfig &config)
    : CapacityModel(statisticsOf(cleanHistory(records, config), config), config)
{
}

bool CapacityModel::canPredict() const
{
    return !m_statistics.load.list.empty() && m_statistics.ahtSeconds.value_or(0.0) > 0.0;
}

int CapacityModel::agentsAt(int capacity) const
{
    return std::max(1, roundedDown(capacity * (1.0 - m_config.shrinkage)));
}

Prediction CapacityModel::at(int capacity) const
{
    Prediction prediction = withAgents(agentsAt(capacity));
    prediction.capacity = capacity;
    prediction.busyDayOnTarget = busyDayOnTarget(capacity);
    return prediction;
}

Performance CapacityModel::slotPerformance(const LoadSlot &slot, int agents) const
{
    return performanceOf({m_statistics.model, {slot.rate, slot.ahtSeconds},
                             m_statistics.patienceSeconds, m_config.targets},
        agents);
}

double CapacityModel::busyDayOnTarget(int capacity) const
{
    const int agents = roundedDown(capacity * usableShare(m_config));
    double calls = 0.0;
    double onTarget = 0.0;
    for (const LoadSlot &slot : m_statistics.load.list) {
        calls += slot.meanCalls;
        const StaffingQuestion busy{m_statistics.model, {slot.rateBusy, slot.ahtSeconds},
            m_statistics.patienceSeconds, m_config.targets};
        if (missedTargets(busy, agents).isEmpty())
            onTarget += slot.meanCalls;
    }
    return onTarget / calls;
}

std::optional<int> CapacityModel::agentsExplaining(double asaSeconds) const
{
    return fewestAgentsExplaining(asaSeconds, m_config.capacityMax,
        [this](int agents) { return withAgents(agents).asaSeconds; });
}

Prediction CapacityModel::withAgents(int agents) const
{
    Prediction sum;
    double calls = 0.0;
    double answered = 0.0;
    double waited = 0.0;
    for (const LoadSlot &slot : m_statistics.load.list) {
        const Performance at = slotPerformance(slot, agents);
        const double weight = slot.meanCalls;
        calls += weight;
        sum.serviceLevel += weight * at.serviceLevel;
        sum.abandonRate += weight * at.abandons;
        sum.occupancy += weight * at.occupancy;
        sum.peakOccupancy = std::max(sum.peakOccupancy, at.occupancy);
        if (std::isinf(at.asa)) {
            sum.overloadedShare += weight;
        } else {
            answered += weight * (1.0 - at.abandons);
            waited += weight * (1.0 - at.abandons) * at.asa;
        }
    }
    const bool isOverloaded = sum.overloadedShare > 0.0;
    sum.serviceLevel /= calls;
    sum.abandonRate /= calls;
    sum.occupancy /= calls;
    sum.overloadedShare /= calls;
    if (!isOverloaded && answered > 0.0)
        sum.asaSeconds = waited / answered;
    return sum;
}

} // namespace queuesmith
