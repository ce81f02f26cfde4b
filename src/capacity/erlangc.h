#pragma once

#include "capacity/performance.h"

namespace queuesmith {

// M/M/n: everyone waits for as long as it takes. A. K. Erlang (1917). With a the load, μ =
// 1/handling:
//     C   = B / (1 − ρ(1−B)),  ρ = a/n            share that waits
//     ASA = C · AHT / (n − a)
//     SL  = 1 − C · e^{−(n−a) T / AHT}

/// The share that waits; 1 when the load is the agents' or more.
[[nodiscard]] double erlangC(int agents, double load);

/// SystemState::Unstable when the load is the agents' or more: then waits are infinite, not large.
[[nodiscard]] Performance erlangCPerformance(
    int agents, const Workload &work, double withinSeconds);

/// The wait in seconds that a share of all callers doesn't exceed: max(0, ln(C/(1−p)) · AHT/(n−a)).
/// Infinity when unstable. `share` is below 1.
[[nodiscard]] double erlangCWaitPercentile(int agents, const Workload &work, double share);

} // namespace queuesmith
