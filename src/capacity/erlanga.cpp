#include "capacity/erlanga.h"

#include "capacity/erlangb.h"
#include "capacity/erlangc.h"
#include "capacity/waittails.h"

#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/tools/roots.hpp>

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {

constexpr double kRescaleAbove = 1e200;
constexpr double kRescale = 1e-200;
constexpr double kNegligible = 1e-18; ///< of the queue's own sum

/// λ/θ from which a deep overload is taken as what it tends to; its own error is of the order θ/λ.
constexpr double kFluidFrom = 1e7;

/// In a deep overload the number waiting is spread around (λ − nμ)/θ with the deviation √(λ/θ), and
/// what lies twelve of them lower weighs less than 1e-30.
double lowestState(const Rates &rates)
{
    const double centre = (rates.arrival - rates.service) / rates.leaving;
    return std::floor(centre - 12.0 * std::sqrt(rates.arrival / rates.leaving));
}

/// Agents are always busy, and the number busy and waiting is Poisson distributed with mean λ/θ.
bool isFluid(const Rates &rates, const std::optional<int> &places)
{
    return !places && rates.leaving > 0.0 && rates.arrival / rates.leaving > kFluidFrom
        && lowestState(rates) > 0.0;
}

Performance fluidPerformance(const Rates &rates, double withinSeconds)
{
    const double answered = rates.service / rates.arrival;
    const double units = rates.leavingUnits();
    const double y = -std::expm1(-rates.leaving * withinSeconds);
    Performance result;
    result.waits = 1.0;
    result.queueLength = (rates.arrival - rates.service) / rates.leaving;
    result.abandons = 1.0 - answered;
    result.meanWait = result.queueLength / rates.arrival;
    result.asa = (std::log(rates.arrival / rates.leaving) - boost::math::digamma(units + 1.0))
        / rates.leaving;
    result.serviceLevel =
        y > 0.0 ? answered * boost::math::ibeta(result.queueLength + 1.0, units + 1.0, y) : 0.0;
    result.occupancy = 1.0;
    return result;
}

WaitSpread fluidWaitSpread(const Rates &rates, double withinSeconds)
{
    const double units = rates.leavingUnits();
    const double waiting = (rates.arrival - rates.service) / rates.leaving;
    const double y = -std::expm1(-rates.leaving * withinSeconds);
    const double longer = boost::math::ibetac(waiting + 1.0, units, y);
    const double hangsUp = (waiting + 1.0) / (units + waiting + 1.0);
    return {hangsUp * boost::math::ibeta(waiting + 2.0, units, y) + y * longer, longer};
}

/// The sums over the states, all on one scale.
struct StateSums {
    double free = 0; ///< some agent is free
    double waiting = 0; ///< all agents busy, and a place for one more caller
    double full = 0; ///< all busy, all places taken
    double length = 0; ///< times the number waiting
    double served = 0; ///< times the probability of being answered
    double servedWait = 0; ///< times the mean wait of who is answered
    double servedWithin = 0; ///< times the probability of being answered in time

    void rescale()
    {
        for (double *sum : {&free, &waiting, &full, &length, &served, &servedWait, &servedWithin})
            *sum *= kRescale;
    }
    [[nodiscard]] double total() const { return free + waiting + full; }
};

/// Where a pass may begin: states that don't matter are passed over when that spares a long way.
double firstStateThatMatters(const Rates &rates, const std::optional<int> &places)
{
    if (rates.leaving <= 0.0)
        return 0.0;
    constexpr double kLongWay = 200'000;
    const double first = lowestState(rates);
    const bool reached = !places || (rates.arrival - rates.service) / rates.leaving < *places;
    return first > kLongWay && reached ? first : 0.0;
}

/// One state of the pass, as who joins in it meets it.
struct StateStep {
    double k; ///< callers waiting
    double weight;
    double inverseRate; ///< 1/(nμ + (k+1)θ), seconds
};

/// Weight of the first state, and of "some agent is free" beside it.
struct Start {
    double k = 0;
    double weight = 0;
    double free = 0;
};

/// Goes through the states n+k from the first that matters and calls `visit` for each in which a
/// caller may join. Without a limit of places it stops when `settled`, asked with a bound of what
/// follows and the weights' ratio, sees nothing more in it.
template <typename Visit, typename Settled>
void passStates(const Rates &rates, const std::optional<int> &places, StateSums *sums,
    const Start &start, const Visit &visit, const Settled &settled)
{
    double k = start.k;
    double weight = start.weight;
    sums->free = start.free;
    for (;;) {
        if (places && k >= *places) {
            sums->full = weight;
            sums->length += k * weight;
            return;
        }
        const double inverseRate = 1.0 / (rates.service + (k + 1.0) * rates.leaving);
        sums->waiting += weight;
        sums->length += k * weight;
        visit(StateStep{k, weight, inverseRate});
        const double ratio = rates.arrival * inverseRate;
        weight *= ratio;
        k += 1.0;
        if (weight > kRescaleAbove) {
            weight *= kRescale;
            sums->rescale();
        }
        const bool shrinks = ratio < 1.0;
        if (!places && shrinks && k >= 2.0 && settled(weight, k, 1.0 - ratio))
            return;
        if (weight == 0.0 && (places || shrinks))
            return;
    }
}

Start startOf(const Rates &rates, const WaitingRoom &room, double load)
{
    const double first = firstStateThatMatters(rates, room.places);
    if (first > 0.0)
        return {first, 1.0, 0.0};
    const double odds = freeOdds(room.agents, load);
    if (std::isinf(odds))
        return {0.0, 0.0, 1.0};
    return {0.0, 1.0 / (1.0 + odds), odds / (1.0 + odds)};
}

Rates ratesOf(const WaitingRoom &room, const Workload &work)
{
    return {work.arrivalsPerSecond, room.agents / work.handleSeconds,
        room.patienceSeconds ? 1.0 / *room.patienceSeconds : 0.0};
}

StateSums sumStates(const Rates &rates, const WaitingRoom &room, double load, double withinSeconds)
{
    const Start start = startOf(rates, room, load);
    StateSums sums;
    AnsweredWithin within(rates, withinSeconds);
    double meanWait = 0.0; // of the one who was answered after k waiting: Σ 1/(nμ + iθ), i ≤ k
    if (start.k > 0.0) {
        within.startAt(start.k);
        const double units = rates.leavingUnits();
        meanWait = (boost::math::digamma(units + start.k + 1.0) - boost::math::digamma(units + 1.0))
            / rates.leaving;
    }
    const auto visit = [&](const StateStep &step) {
        meanWait += step.inverseRate;
        const double answered = step.weight * rates.service * step.inverseRate;
        sums.served += answered;
        sums.servedWait += answered * meanWait;
        sums.servedWithin += answered * within.probability();
        within.advance(step.k);
    };
    passStates(
        rates, room.places, &sums, start, visit, [&sums](double weight, double k, double falls) {
            return weight * (k + 1.0) <= kNegligible * falls * falls * sums.length;
        });
    return sums;
}

} // namespace

Performance waitingRoomPerformance(
    const WaitingRoom &room, const Workload &work, double withinSeconds)
{
    if (work.load() <= 0.0)
        return emptySystem();
    if (!room.patienceSeconds && !room.places)
        return erlangCPerformance(room.agents, work, withinSeconds);
    const Rates rates = ratesOf(room, work);
    if (isFluid(rates, room.places))
        return fluidPerformance(rates, withinSeconds);
    const StateSums sums = sumStates(rates, room, work.load(), withinSeconds);
    const double total = sums.total();
    const double answered = sums.free + sums.served;
    Performance result;
    result.blocked = sums.full / total;
    result.waits = sums.waiting / total;
    result.queueLength = sums.length / total;
    result.abandons = rates.leaving * result.queueLength / work.arrivalsPerSecond;
    const double accepted = work.arrivalsPerSecond * (1.0 - result.blocked);
    result.meanWait = accepted > 0.0 ? result.queueLength / accepted : 0.0;
    result.asa = answered > 0.0 ? sums.servedWait / answered : kInfinity;
    result.serviceLevel = (sums.free + sums.servedWithin) / total;
    result.occupancy = answered / total * work.load() / room.agents;
    return result;
}

Performance erlangAPerformance(
    int agents, const Workload &work, double patienceSeconds, double withinSeconds)
{
    return waitingRoomPerformance({agents, {}, patienceSeconds}, work, withinSeconds);
}

WaitSpread erlangAWaitSpread(
    int agents, const Workload &work, double patienceSeconds, double withinSeconds)
{
    if (work.load() <= 0.0)
        return {};
    const WaitingRoom room{agents, {}, patienceSeconds};
    const Rates rates = ratesOf(room, work);
    if (isFluid(rates, {}))
        return fluidWaitSpread(rates, withinSeconds);
    const Start start = startOf(rates, room, work.load());
    StateSums sums;
    VirtualWaitBeyond beyond(rates, withinSeconds);
    if (start.k > 0.0)
        beyond.startAt(start.k);
    // On the pass's own scale, so that they are rescaled with the rest.
    double &abandons = sums.served;
    double &waitsLonger = sums.servedWithin;
    const auto visit = [&](const StateStep &step) {
        const double longer = beyond.probability();
        beyond.advance(step.k);
        const double hangsUp = (step.k + 1.0) * rates.leaving * step.inverseRate;
        waitsLonger += step.weight * longer;
        abandons += step.weight * (hangsUp * (1.0 - beyond.probability()) + beyond.y() * longer);
    };
    // Who waits longer than T may all be far out in the queue.
    passStates(rates, {}, &sums, start, visit, [&](double weight, double k, double falls) {
        return weight * (k + 1.0)
            <= kNegligible * falls * falls * std::min(sums.length, waitsLonger);
    });
    return {abandons / sums.total(), waitsLonger / sums.total()};
}

double erlangAServedWaitPercentile(
    int agents, const Workload &work, double patienceSeconds, double share)
{
    const auto missing = [&](double seconds) {
        const Performance at = erlangAPerformance(agents, work, patienceSeconds, seconds);
        return at.serviceLevel - share * (1.0 - at.abandons);
    };
    if (work.load() <= 0.0 || missing(0.0) >= 0.0)
        return 0.0;
    double low = 0.0;
    double high = work.handleSeconds / agents;
    while (missing(high) < 0.0) {
        low = high;
        high *= 2.0;
    }
    std::uintmax_t steps = 200;
    const auto closeEnough = [](double a, double b) { return b - a <= 1e-13 * b; };
    const auto bracket = boost::math::tools::toms748_solve(missing, low, high, closeEnough, steps);
    return 0.5 * (bracket.first + bracket.second);
}

} // namespace queuesmith
