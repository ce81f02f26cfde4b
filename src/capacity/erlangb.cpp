#include "capacity/erlangb.h"

#include <boost/math/special_functions/gamma.hpp>

#include <cmath>

namespace queuesmith {

namespace {

constexpr double kLargestOdds = 1e300;

/// F(x) for 0 ≤ x < 1: by parts, F(x) = (x/a) ∫₀^∞ e^{−t} (1 + t/a)^{x−1} dt = x e^a a^{−x} Γ(x,
/// a).
double fractionalOdds(double x, double load)
{
    if (x <= 0.0)
        return 0.0;
    constexpr double kSeriesFrom = 50.0; // the smallest term of the series is e^{−a}, then
    if (load < kSeriesFrom)
        return x * std::exp(load - x * std::log(load)) * boost::math::tgamma(x, load);
    double term = 1.0;
    double sum = 1.0;
    for (int j = 1; j < static_cast<int>(kSeriesFrom); ++j) {
        term *= (x - j) / load;
        sum += term;
        if (std::abs(term) < std::numeric_limits<double>::epsilon() * sum)
            break;
    }
    return x / load * sum;
}

/// How far the recursion went: F at `agents`, unless it grew beyond `limit` before.
struct Odds {
    double agents;
    double odds;
};

/// Above its limit F only grows, since it gets there only after k has passed the load.
Odds oddsUpTo(double agents, double load, double limit)
{
    double k = agents - std::floor(agents);
    double odds = fractionalOdds(k, load);
    while (k + 0.5 < agents && odds <= limit) {
        k += 1.0;
        odds = k / load * (1.0 + odds);
    }
    return {k, odds};
}

double fromOdds(double odds) { return odds > kLargestOdds ? 0.0 : 1.0 / (1.0 + odds); }

} // namespace

double freeOdds(int agents, double load)
{
    double odds = 0.0;
    for (int i = 1; i <= agents; ++i) {
        odds = static_cast<double>(i) / load * (1.0 + odds);
        if (odds > kLargestOdds)
            return kInfinity;
    }
    return odds;
}

double erlangB(int agents, double load)
{
    if (load <= 0.0)
        return agents > 0 ? 0.0 : 1.0;
    return fromOdds(freeOdds(agents, load));
}

double erlangB(double agents, double load)
{
    if (load <= 0.0)
        return agents > 0.0 ? 0.0 : 1.0;
    return fromOdds(oddsUpTo(agents, load, kLargestOdds).odds);
}

double lnErlangB(double agents, double load)
{
    if (load <= 0.0)
        return agents > 0.0 ? -kInfinity : 0.0;
    constexpr double kOneIsNothing = 1e100; // beside such odds
    const Odds reached = oddsUpTo(agents, load, kOneIsNothing);
    if (reached.odds <= kOneIsNothing)
        return -std::log1p(reached.odds);
    // From here F(k) = (k/a) F(k−1), whose product is a quotient of gamma functions.
    if (!std::isfinite(reached.odds))
        return agents * std::log(load) - load - boost::math::lgamma(agents + 1.0);
    return (agents - reached.agents) * std::log(load) + boost::math::lgamma(reached.agents + 1.0)
        - boost::math::lgamma(agents + 1.0) - std::log(reached.odds);
}

} // namespace queuesmith
