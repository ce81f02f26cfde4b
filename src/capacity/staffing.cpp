#include "capacity/staffing.h"

#include "capacity/erlanga.h"
#include "capacity/erlangb.h"
#include "capacity/erlangc.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace queuesmith {

namespace {

Performance erlangBPerformance(int agents, const Workload &work)
{
    const double load = work.load();
    if (load <= 0.0)
        return emptySystem();
    Performance result;
    result.blocked = erlangB(agents, load);
    result.serviceLevel = 1.0 - result.blocked;
    result.occupancy = agents > 0 ? load * (1.0 - result.blocked) / agents : 0.0;
    return result;
}

bool isBelow(double value, const std::optional<double> &least)
{
    return least && value < *least - kSlack;
}

bool isAbove(double value, const std::optional<double> &most)
{
    return most && value > *most + kSlack;
}

/// Calls `missed` with each target's word that isn't met, until it answers false.
template <typename Missed>
void eachMissedTarget(const StaffingQuestion &question, int agents, const Missed &missed)
{
    if (agents <= 0) {
        missed("minimum");
        return;
    }
    const Performance at = performanceOf(question, agents);
    if (at.state == SystemState::Unstable) {
        missed("stability");
        return;
    }
    const Targets &targets = question.targets;
    if (isBelow(at.serviceLevel, targets.serviceLevel))
        missed("sl");
    if (isAbove(at.asa, targets.asaSeconds))
        missed("asa");
    if (isAbove(at.abandons, targets.abandonRate))
        missed("abandon");
    if (isAbove(at.occupancy, targets.occupancy))
        missed("occupancy");
    if (isAbove(at.blocked, targets.blocking))
        missed("blocking");
}

bool meetsTargets(const StaffingQuestion &question, int agents)
{
    bool meets = true;
    eachMissedTarget(question, agents, [&meets](const char *) { meets = false; });
    return meets;
}

/// A number of agents that isn't enough and one that is; the answer lies above the one, up to the
/// other.
struct Bracket {
    int tooFew = 0;
    int enough = 0;
};

Bracket gallop(const StaffingQuestion &question, int from, int most)
{
    Bracket bracket{0, std::clamp(from, 1, most)};
    while (bracket.enough < most && !meetsTargets(question, bracket.enough)) {
        bracket.tooFew = bracket.enough;
        bracket.enough = std::min(most, bracket.enough + std::max(1, bracket.enough / 8));
    }
    return bracket;
}

/// Around a guess that is probably right or off by one.
Bracket around(const StaffingQuestion &question, int guess, int most)
{
    if (!meetsTargets(question, guess)) {
        Bracket above = gallop(question, guess + 1, most);
        above.tooFew = std::max(above.tooFew, guess);
        return above;
    }
    Bracket bracket{guess - 1, guess};
    for (int step = 1; bracket.tooFew > 0 && meetsTargets(question, bracket.tooFew); step *= 2) {
        bracket.enough = bracket.tooFew;
        bracket.tooFew = std::max(0, bracket.tooFew - step);
    }
    return bracket;
}

int wholeNumber(double value)
{
    constexpr double kMost = std::numeric_limits<int>::max();
    return static_cast<int>(std::clamp(value, -kMost, kMost));
}

} // namespace

Performance performanceOf(const StaffingQuestion &question, int agents)
{
    const double within = question.targets.serviceSeconds;
    if (question.model == ModelChoice::ErlangB)
        return erlangBPerformance(agents, question.work);
    if (question.model == ModelChoice::ErlangC || !question.patienceSeconds)
        return erlangCPerformance(agents, question.work, within);
    return erlangAPerformance(agents, question.work, *question.patienceSeconds, within);
}

QStringList missedTargets(const StaffingQuestion &question, int agents)
{
    QStringList missed;
    eachMissedTarget(
        question, agents, [&missed](const char *word) { missed.append(QLatin1String(word)); });
    return missed;
}

std::optional<int> fewestAgents(const StaffingQuestion &question, int most, int guess)
{
    const double load = question.work.load();
    if (load <= 0.0)
        return 0;
    const bool guessed = guess > 0 && guess < most;
    Bracket bracket = guessed ? around(question, guess, most)
                              : gallop(question, roundedUp(std::min<double>(load, most)), most);
    if (bracket.enough >= most && !meetsTargets(question, most))
        return {};
    while (bracket.enough - bracket.tooFew > 1) {
        const int middle = (bracket.tooFew + bracket.enough) / 2;
        (meetsTargets(question, middle) ? bracket.enough : bracket.tooFew) = middle;
    }
    return bracket.enough;
}

int roundedUp(double value) { return wholeNumber(std::ceil(value - kSlack)); }

int roundedDown(double value) { return wholeNumber(std::floor(value + kSlack)); }

} // namespace queuesmith
