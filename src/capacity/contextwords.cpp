// What is said beside the reasons: the step, what was measured, what capacity means, what no model
// knows of.

#include "capacity/wordparts.h"

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {

Sentence measuredFigures(const HistoryFigures &data)
{
    if (data.asaSeconds && data.obsAbandonRate)
        return Sentence::tr("Measured: average wait %1, %2 of callers hung up.",
            {durationSentence(*data.asaSeconds), percentSentence(*data.obsAbandonRate)});
    if (data.asaSeconds)
        return Sentence::tr("Measured: average wait %1.", {durationSentence(*data.asaSeconds)});
    return {};
}

/// What the agents that would explain the waits mean for a table that takes all to be there.
Words impliedText(const Recommendation &r)
{
    constexpr double kAbout = 0.1;
    const double agents = r.currentCapacity.value_or(0) * (1.0 - r.config.shrinkage);
    if (!r.currentCapacity || std::abs(*r.impliedAgents - agents) <= std::max(1.0, kAbout * agents))
        return Sentence::tr("The measured waits are those of about %1 agents.");
    if (*r.impliedAgents < agents)
        return Sentence::tr(
            "The measured waits are those of about %1 agents, fewer than the present capacity "
            "stands for; the model's figures hold only when all of them answer.");
    return Sentence::tr("The measured waits are those of about %1 agents, more than the present "
                        "capacity stands for; callers wait less than the model expects.");
}

} // namespace

Sentence stepSentence(const Recommendation &recommendation)
{
    const Recommendation &r = recommendation;
    if (!r.warnings.contains(codes::kStepLimited) || !r.recommendedCapacity || !r.modelCapacity
        || !r.range)
        return {};
    if (*r.modelCapacity > r.config.capacityMax)
        return Sentence::tr(
            "Step to %1 now; the model needs %2", {*r.recommendedCapacity, modelSentence(r)});
    return Sentence::tr("Step to %1 now; the model needs %2 (%3–%4)",
        {*r.recommendedCapacity, modelSentence(r), r.range->first, r.range->second});
}

Sentence measuredSentence(const Recommendation &recommendation)
{
    if (recommendation.config.capacityMeaning != CapacityMeaning::Agents)
        return {};
    const Sentence implied = recommendation.impliedAgents
        ? Sentence(impliedText(recommendation), {*recommendation.impliedAgents})
        : Sentence();
    return Sentence::row(
        {recommendation.data ? measuredFigures(*recommendation.data) : Sentence(), implied});
}

Sentence meaningSentence(CapacityMeaning meaning)
{
    switch (meaning) {
    case CapacityMeaning::Agents:
        break;
    case CapacityMeaning::Waiting:
        return Sentence::tr("Capacity is taken to mean the number of contacts that may wait: "
                            "raising it turns fewer away, but they wait longer.");
    case CapacityMeaning::System:
        return Sentence::tr("Capacity is taken to mean agents plus waiting places: raising it "
                            "turns fewer contacts away, but they wait longer.");
    }
    return Sentence::tr(
        "Capacity is taken to mean the number of agents who can answer at the same time. It is an "
        "upper limit: wait times depend on how many of them are signed in.");
}

Sentence notModelledSentence(const CapacityConfig &config)
{
    const Words others =
        Sentence::tr("Also left out: overload that carries over from one time of day to the next, "
                     "repeat calls, callers who were turned away, and agents with several skills.");
    if (!config.volumeChange)
        return Sentence::row(
            {Sentence::tr("Not modelled: next month's volume is taken to be like the past weeks'."),
                others});
    return Sentence::row({Sentence::tr("Not modelled: next month's volume is taken to be like the "
                                       "last two weeks', with the change that you expect (%1).",
                              {signedPercentSentence(*config.volumeChange)}),
        others});
}

} // namespace queuesmith
