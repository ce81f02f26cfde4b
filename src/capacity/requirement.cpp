#include "capacity/requirement.h"

#include "capacity/policies.h"
#include "capacity/staffing.h"

#include <algorithm>

namespace queuesmith {

namespace {

/// Agents that each slot needs.
using Needs = std::vector<int>;

StaffingQuestion questionOf(const CapacityModel &model, const LoadSlot &slot, double rate)
{
    return {model.statistics().model, {rate, slot.ahtSeconds}, model.statistics().patienceSeconds,
        model.config().targets};
}

/// `guesses` are needs at another load, which lie near.
template <typename RateOf>
Needs needsAt(const CapacityModel &model, const Needs *guesses, const RateOf &rateOf)
{
    const int most = model.config().capacityMax;
    Needs needs;
    needs.reserve(model.statistics().load.list.size());
    int guess = 0;
    for (const LoadSlot &slot : model.statistics().load.list) {
        if (guesses)
            guess = guesses->at(needs.size());
        guess = fewestAgents(questionOf(model, slot, rateOf(slot)), most, guess).value_or(most + 1);
        needs.push_back(guess);
    }
    return needs;
}

int coveringNeed(const CapacityModel &model, const Needs &needs)
{
    std::vector<NeedOfSlot> weighed;
    weighed.reserve(needs.size());
    for (const LoadSlot &slot : model.statistics().load.list)
        weighed.push_back({needs.at(weighed.size()), slot.meanCalls});
    return coveringNumber(std::move(weighed), model.config().coverage);
}

/// Agents are paid for when they don't answer, and held back from overflow.
int capacityFor(const CapacityConfig &config, int agents)
{
    return std::min(config.capacityMax + 1,
        std::max(config.capacityMin, roundedUp(agents / usableShare(config))));
}

/// In the heaviest of the slots that need just so many agents.
std::optional<BindingSlot> bindingOf(const CapacityModel &model, const Needs &needs, int agents)
{
    if (agents > model.config().capacityMax)
        return {};
    const auto loadOf = [](const LoadSlot &slot) { return slot.rateBusy * slot.ahtSeconds; };
    const LoadSlot *heaviest = nullptr;
    std::size_t index = 0;
    for (const LoadSlot &slot : model.statistics().load.list) {
        if (needs.at(index++) == agents && (!heaviest || loadOf(slot) > loadOf(*heaviest)))
            heaviest = &slot;
    }
    if (!heaviest)
        return {};
    return BindingSlot{heaviest->day, heaviest->secondOfDay, heaviest->seconds,
        model.statistics().load.byWeekday, loadOf(*heaviest),
        missedTargets(questionOf(model, *heaviest, heaviest->rateBusy), agents - 1)};
}

} // namespace

Requirement requirementOf(const CapacityModel &model)
{
    const Needs busy = needsAt(model, nullptr, [](const LoadSlot &slot) { return slot.rateBusy; });
    const auto capacityAt = [&](const auto &rateOf) {
        return capacityFor(model.config(), coveringNeed(model, needsAt(model, &busy, rateOf)));
    };
    Requirement requirement;
    requirement.agents = coveringNeed(model, busy);
    requirement.design = capacityFor(model.config(), requirement.agents);
    requirement.low = capacityAt([](const LoadSlot &slot) { return slot.rateLow; });
    requirement.high = capacityAt([](const LoadSlot &slot) { return slot.rateHigh; });
    if (hasRepeatCalls(model.statistics())) {
        const double answered = 1.0 - model.statistics().abandonRate;
        requirement.low = std::min(requirement.low,
            capacityAt([answered](const LoadSlot &slot) { return slot.rateLow * answered; }));
    }
    requirement.binding = bindingOf(model, busy, requirement.agents);
    return requirement;
}

} // namespace queuesmith
