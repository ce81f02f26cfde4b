#include "capacity/erlangc.h"

#include "capacity/erlangb.h"

#include <cmath>

namespace queuesmith {

namespace {

Performance unstableSystem()
{
    Performance unstable;
    unstable.state = SystemState::Unstable;
    unstable.waits = 1.0;
    unstable.meanWait = kInfinity;
    unstable.asa = kInfinity;
    unstable.serviceLevel = 0.0;
    unstable.occupancy = 1.0;
    unstable.queueLength = kInfinity;
    return unstable;
}

} // namespace

double erlangC(int agents, double load)
{
    if (load <= 0.0)
        return 0.0;
    if (load >= agents)
        return 1.0;
    // In the odds F = (1−B)/B: C = 1 / (1 + F(1−ρ)).
    return 1.0 / (1.0 + freeOdds(agents, load) * (agents - load) / agents);
}

Performance erlangCPerformance(int agents, const Workload &work, double withinSeconds)
{
    const double load = work.load();
    if (load <= 0.0)
        return emptySystem();
    if (load >= agents)
        return unstableSystem();
    const double spare = agents - load;
    Performance result;
    result.waits = erlangC(agents, load);
    result.asa = result.waits * work.handleSeconds / spare;
    result.meanWait = result.asa;
    result.serviceLevel =
        1.0 - result.waits * std::exp(-spare * withinSeconds / work.handleSeconds);
    result.occupancy = load / agents;
    result.queueLength = work.arrivalsPerSecond * result.asa;
    return result;
}

double erlangCWaitPercentile(int agents, const Workload &work, double share)
{
    const double load = work.load();
    if (load <= 0.0)
        return 0.0;
    if (load >= agents)
        return kInfinity;
    const double waits = erlangC(agents, load);
    if (waits <= 1.0 - share)
        return 0.0;
    return std::log(waits / (1.0 - share)) * work.handleSeconds / (agents - load);
}

} // namespace queuesmith
