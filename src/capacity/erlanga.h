#pragma once

#include "capacity/performance.h"

#include <optional>

namespace queuesmith {

// M/M/n/n+room(+M): n agents, a number of waiting places, and callers who hang up after an
// exponential time. Without a limit of places it is Erlang A (M/M/n+M): C. Palm, "Research on
// telephone traffic carried by full availability groups" (1957); A. Mandelbaum and S. Zeltyn,
// "Service engineering in action: the Palm/Erlang-A queue" (2007).
//
// With λ arrivals/s, μ = 1/handling, θ = 1/patience, the states n+k have the weights
//     w(0) = B,  w(k+1) = w(k) · λ / (nμ + (k+1)θ),  and "some agent is free" has 1 − B.
// Who finds k waiting
//     is answered            with probability  nμ / (nμ + (k+1)θ),
//     then waits             Σ_{i=1..k+1} 1/(nμ + iθ)  on average,
//     and at most T          with probability  I_y(k+1, nμ/θ + 1),  y = 1 − e^{−θT}.
// One pass over the states, with positive sums only; the error is about 1e-13.

/// The system besides what arrives.
struct WaitingRoom {
    int agents = 1; ///< at least 1
    std::optional<int> places; ///< that callers may wait in; empty: as many as it takes
    std::optional<double> patienceSeconds; ///< mean; empty: nobody hangs up
};

/// SystemState::Unstable only when there is neither a limit of places nor of patience.
[[nodiscard]] Performance waitingRoomPerformance(
    const WaitingRoom &room, const Workload &work, double withinSeconds);

/// Erlang A, the same without a limit of places.
[[nodiscard]] Performance erlangAPerformance(
    int agents, const Workload &work, double patienceSeconds, double withinSeconds);

/// How waits are spread in Erlang A.
struct WaitSpread {
    double abandonsWithin = 0; ///< share of offered calls that hang up within T
    double virtualWaitBeyond = 0; ///< P(V > T): who would never hang up waits longer than T
};

/// P(V>T) = Σ_k π(n+k) (1 − I_y(k+1, c)), c = nμ/θ, and, since 1 − e^{−θV} is beta distributed,
/// P(hangs up within T) = Σ_k π(n+k) [ (k+1)/(c+k+1) · I_y(k+2, c) + y (1 − I_y(k+1, c)) ].
[[nodiscard]] WaitSpread erlangAWaitSpread(
    int agents, const Workload &work, double patienceSeconds, double withinSeconds);

/// The wait in seconds that a share of the *answered* callers doesn't exceed, in Erlang A: the T
/// whose service level is that share of the answered. `share` is below 1.
[[nodiscard]] double erlangAServedWaitPercentile(
    int agents, const Workload &work, double patienceSeconds, double share);

} // namespace queuesmith
