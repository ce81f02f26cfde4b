#pragma once

#include <limits>

namespace queuesmith {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Erlang's loss system M/M/n/n: callers who find all n agents busy are turned away.
// A. K. Erlang, "Solution of some problems in the theory of probabilities …" (1917).
// `load` is the offered load in Erlang: arrivals per second times seconds of handling; not
// negative.

/// The share of callers who are turned away:
///     B(0) = 1,  B(k) = a B(k−1) / (k + a B(k−1))
/// Worked out by its odds (freeOdds), in n steps without cancellation. 0 stands for less than
/// 1e-300.
[[nodiscard]] double erlangB(int agents, double load);

/// The same for a number of agents that needn't be whole:
///     1/B(x) = ∫₀^∞ e^{−t} (1 + t/a)^x dt
/// D. L. Jagerman, "Some properties of the Erlang loss function", Bell System Technical Journal 53
/// (1974).
[[nodiscard]] double erlangB(double agents, double load);

/// ln B, also where B itself is below every double. −infinity without load.
[[nodiscard]] double lnErlangB(double agents, double load);

/// (1−B)/B, how much likelier a caller finds an agent free than none. In these odds Erlang's
/// recursion is F(0) = 0, F(k) = (k/a)(1 + F(k−1)): sums of positive terms only. Infinity when B is
/// less than 1e-300. `load` is above 0.
[[nodiscard]] double freeOdds(int agents, double load);

} // namespace queuesmith
