// Sentences of codes whose words depend on more than numbers.

#include "capacity/wordparts.h"

#include <array>
#include <cmath>

namespace queuesmith {

namespace {

bool askedElsewhere(const Recommendation &r)
{
    return r.warnings.contains(codes::kAgentsElsewhere);
}

/// Only what was measured can have been inside a limit.
Sentence targetsMetSentence(const Recommendation &r)
{
    const bool hasWait = r.config.targets.asaSeconds && r.data->asaSeconds;
    const bool hasAbandonment = r.config.targets.abandonRate && r.data->obsAbandonRate;
    if (hasWait && hasAbandonment)
        return Sentence::tr(
            "Over the whole period, average wait and abandonment were inside your limits.");
    if (hasAbandonment)
        return r.data->asaSeconds
            ? Sentence::tr("Over the whole period, abandonment was inside your limit.")
            : Sentence::tr("Over the whole period, abandonment was inside your limit; waits are "
                           "not in the history.");
    return r.data->obsAbandonRate
        ? Sentence::tr("Over the whole period, the average wait was inside your limit.")
        : Sentence::tr("Over the whole period, the average wait was inside your limit; abandonment "
                       "is not in the history.");
}

Sentence needsMoreSentence(const Recommendation &r)
{
    const Sentence need = Sentence::tr("To meet your targets in the intervals that carry %1 of "
                                       "calls, on a busy day, the queue needs %2.",
        {percentSentence(r.config.coverage), modelWithRange(r)});
    return Sentence::row({need, bindingSentence(r)});
}

Sentence alreadyEnoughSentence(const Recommendation &r)
{
    const bool needsAll = r.modelCapacity == r.currentCapacity;
    return {needsAll ? Sentence::tr("This queue's own calls don't explain what was measured: the "
                                    "model needs no more than the present %1.")
                     : Sentence::tr("This queue's own calls don't explain what was measured: the "
                                    "model needs only %2 of the present %1."),
        {r.currentCapacity.value_or(0), modelSentence(r)}};
}

Sentence notLoweredSentence(const Recommendation &r)
{
    return {askedElsewhere(r) ? Sentence::tr(
                "The model needs only %2 for this queue's own calls, but its agents seem to work "
                "elsewhere too, so that is no reason to lower the present %1.")
                              : Sentence::tr("The model needs only %2, but the history is too "
                                             "short or too uncertain to lower the present %1."),
        {r.currentCapacity.value_or(0), modelSentence(r)}};
}

Sentence volumeMovedSentence(const Recommendation &r)
{
    const double moved = r.data->volumeMoved.value_or(0.0);
    const Sentence fact{moved < 0.0
            ? Sentence::tr("Volume in the last two weeks was %1 below that of the days before.")
            : Sentence::tr("Volume in the last two weeks was %1 above that of the days before."),
        {percentSentence(std::abs(moved))}};
    if (!r.config.volumeChange)
        return Sentence::row(
            {fact, Sentence::tr("The figures replay the whole history; say what you expect.")});
    return Sentence::row({fact,
        Sentence::tr("The figures rest on the level of the last two weeks and on the change that "
                     "you expect (%1).",
            {signedPercentSentence(*r.config.volumeChange)})});
}

/// A question first, since only a person knows.
Sentence agentsElsewhereSentence(const Recommendation &r)
{
    return Sentence::tr("Are this queue's agents shared with other queues, or not signed in? The "
                        "waits look as if only about %1 agents were answering.",
        {r.impliedAgents.value_or(0)});
}

/// The waits may be out of reach of any number of agents.
Sentence bottleneckSentence(const Recommendation &r)
{
    if (askedElsewhere(r))
        return Sentence::tr("Check sign-ins, skills and breaks before raising the capacity.");
    if (!r.impliedAgents)
        return Sentence::tr("The capacity can't explain the waits. Check sign-ins, skills and "
                            "breaks before raising it.");
    return Sentence::tr("The waits look as if about %1 agents were answering. Check sign-ins, "
                        "skills and breaks before raising the capacity.",
        {*r.impliedAgents});
}

/// Codes whose words depend on more than numbers.
struct SpecialWording {
    QLatin1StringView code;
    Sentence (*sentence)(const Recommendation &);
};

constexpr std::array kSpecial{
    SpecialWording{codes::kTargetsMet, targetsMetSentence},
    SpecialWording{codes::kModelNeedsMore, needsMoreSentence},
    SpecialWording{codes::kCapacityAlreadyEnough, alreadyEnoughSentence},
    SpecialWording{codes::kLowerNotProven, notLoweredSentence},
    SpecialWording{codes::kVolumeMoved, volumeMovedSentence},
    SpecialWording{codes::kAgentsElsewhere, agentsElsewhereSentence},
    SpecialWording{codes::kCapacityNotBottleneck, bottleneckSentence},
};

} // namespace

Sentence specialSentence(const QString &code, const Recommendation &recommendation)
{
    for (const SpecialWording &special : kSpecial) {
        if (special.code == code)
            return special.sentence(recommendation);
    }
    return {};
}

} // namespace queuesmith
