#include "recommendationwords.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace queuesmith {

namespace {

Sentence whole(qint64 number) { return {QString::number(number)}; }

Sentence secondsSentence(const std::optional<double> &seconds)
{
    return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 s"),
        {whole(std::llround(std::min(seconds.value_or(0.0), 1e15)))}};
}

/// What the model asks for, which may be beyond what is allowed.
Sentence modelSentence(const Recommendation &r)
{
    const int model = r.modelCapacity.value_or(0);
    if (model > r.config.capacityMax)
        return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "more than %1"),
            {whole(r.config.capacityMax)}};
    return whole(model);
}

Sentence modelWithRange(const Recommendation &r)
{
    if (!r.range || r.modelCapacity.value_or(0) > r.config.capacityMax)
        return modelSentence(r);
    return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 (between %2 and %3)"),
        {modelSentence(r), whole(r.range->first), whole(r.range->second)}};
}

double busyHourShare(const CapacityConfig &config)
{
    const double given = config.busyHourShare.value_or(0.0);
    return given > 0.0 ? given : config.defaultBusyHourShare;
}

using Parts = std::vector<Sentence>;

/// A code, its template, and what is put into it.
struct Wording {
    QLatin1StringView code;
    const char *text;
    Parts (*parts)(const Recommendation &);
};

Parts none(const Recommendation & /*r*/) { return {}; }
Parts presentAndNew(const Recommendation &r)
{
    return {whole(r.currentCapacity.value_or(0)), whole(r.recommendedCapacity.value_or(0))};
}
Parts presentAndModel(const Recommendation &r)
{
    return {whole(r.currentCapacity.value_or(0)), modelSentence(r)};
}
Parts rooms(const Recommendation &r)
{
    return {whole(r.room.value_or(0)), secondsSentence(r.config.maxQueueWaitSeconds),
        percentSentence(r.config.blocking)};
}

// clang-format off
constexpr std::array kReasons{
    Wording{codes::kNoData, QT_TRANSLATE_NOOP("queuesmith::Sentence", "There is no usable history for this queue, so the capacity stays as it is."), none},
    Wording{codes::kNoCalls, QT_TRANSLATE_NOOP("queuesmith::Sentence", "No calls arrived in the period, so there is nothing to base a change on."), none},
    Wording{codes::kNoHandleTime, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Handle time is missing, so the load cannot be worked out."), none},
    Wording{codes::kNewQueue, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The queue has no capacity yet; this is the figure the history points to."), none},
    Wording{codes::kWaitAboveTarget, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Callers waited %1 on average; your limit is %2."),
        [](const Recommendation &r) { return Parts{secondsSentence(r.data->asaSeconds), secondsSentence(r.config.targets.asaSeconds)}; }},
    Wording{codes::kAbandonAboveTarget, QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 of callers hung up; your limit is %2."),
        [](const Recommendation &r) { return Parts{percentSentence(r.data->obsAbandonRate.value_or(0)), percentSentence(r.config.targets.abandonRate.value_or(0))}; }},
    Wording{codes::kTargetsMet, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Average wait and abandonment were inside your limits."), none},
    Wording{codes::kTargetsNotMeasurable, QT_TRANSLATE_NOOP("queuesmith::Sentence", "None of your targets can be read directly from the history, so the model decides."), none},
    Wording{codes::kNotEnoughData, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Only %1 calls on %2 days: too little to act on."),
        [](const Recommendation &r) { return Parts{whole(std::llround(r.data->callsOffered)), whole(r.data->days)}; }},
    Wording{codes::kRecentChange, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The capacity was changed only recently; wait for a few full days before changing it again."), none},
    Wording{codes::kEvidenceOverModel, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The model asks for more, but callers are in fact served well. The measured result counts more."), none},
    Wording{codes::kWithinTolerance, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The model says %2, close enough to the present %1 to leave it."), presentAndModel},
    Wording{codes::kModelNeedsMore, QT_TRANSLATE_NOOP("queuesmith::Sentence", "To meet your targets in the intervals that carry %1 of calls, on a busy day, the queue needs %2."),
        [](const Recommendation &r) { return Parts{percentSentence(r.config.coverage), modelWithRange(r)}; }},
    Wording{codes::kCapacityAlreadyEnough, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The present capacity of %1 should already be enough (the model needs %2), so raising it would not shorten the wait."), presentAndModel},
    Wording{codes::kModelNeedsFewer, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Even the cautious estimate (%1) is below the present %2."),
        [](const Recommendation &r) { return Parts{whole(r.range ? r.range->second : 0), whole(r.currentCapacity.value_or(0))}; }},
    Wording{codes::kLowerNotProven, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The model needs only %2, but the history is too short or too uncertain to lower the capacity."), presentAndModel},
    Wording{codes::kModelAgrees, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The model arrives at the present capacity."), none},
    Wording{codes::kRoomOk, QT_TRANSLATE_NOOP("queuesmith::Sentence", "With %1 waiting places few callers are turned away (at most %3), and the last one waits no longer than %2."), rooms},
    Wording{codes::kRoomLimitedByWait, QT_TRANSLATE_NOOP("queuesmith::Sentence", "More than %1 waiting places would let the last caller wait longer than %2, though more than %3 are turned away."), rooms},
    Wording{codes::kRoomTooLarge, QT_TRANSLATE_NOOP("queuesmith::Sentence", "With more than %1 waiting places the last caller waits longer than %2."), rooms},
    Wording{codes::kRoomForOverflow, QT_TRANSLATE_NOOP("queuesmith::Sentence", "It takes %1 waiting places to turn away no more than %3."), rooms},
    Wording{codes::kThresholdPassed, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Waits or abandonment passed the rule's fixed limits (30 s, 5%), so the present %1 becomes %2."), presentAndNew},
    Wording{codes::kThresholdNotPassed, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Waits and abandonment stayed within the rule's fixed limits (30 s, 5%)."), none},
};

constexpr std::array kWarnings{
    Wording{codes::kDuplicateIntervals, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Intervals that appeared twice: %1; the last one was used."),
        [](const Recommendation &r) { return Parts{whole(r.data->duplicates)}; }},
    Wording{codes::kIntervalsDropped, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Intervals that could not be used: %1."),
        [](const Recommendation &r) { return Parts{whole(r.data->intervalsDropped)}; }},
    Wording{codes::kNullMetrics, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Some intervals lack wait, handle or abandonment figures; they count for volume only."), none},
    Wording{codes::kPercentScaled, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Some abandonment rates looked like percentages and were divided by 100."), none},
    Wording{codes::kOutliersLimited, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Unusual intervals that were limited so that they do not drive the result: %1."),
        [](const Recommendation &r) { return Parts{whole(r.data->outliers)}; }},
    Wording{codes::kMissingIntervals, QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 of the expected intervals are missing."),
        [](const Recommendation &r) { return Parts{percentSentence(r.data->missingShare)}; }},
    Wording{codes::kCoarseIntervals, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The history is not hourly or finer; the peak is assumed to be %1 of a day's calls in the busiest hour. Use 30-minute data for a firm figure."),
        [](const Recommendation &r) { return Parts{percentSentence(busyHourShare(r.config))}; }},
    Wording{codes::kVolatileVolume, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Call volume swings by about ±%1 from day to day beyond chance."),
        [](const Recommendation &r) { return Parts{percentSentence(r.data->swing)}; }},
    Wording{codes::kWaitNearLimit, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The average wait is so close to your limit that it could be either side of it."), none},
    Wording{codes::kLicenceCap, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The queue needs %1, but only %2 agents are licensed."),
        [](const Recommendation &r) { return Parts{modelSentence(r), whole(r.config.licensedAgents.value_or(0))}; }},
    Wording{codes::kRangeCap, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The queue needs more than the largest allowed capacity (%1)."),
        [](const Recommendation &r) { return Parts{whole(capacityLimit(r.config))}; }},
    Wording{codes::kOverLicence, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The present capacity (%1) is above what is allowed or licensed (%2) and must come down."),
        [](const Recommendation &r) { return Parts{whole(r.currentCapacity.value_or(0)), whole(capacityLimit(r.config))}; }},
    Wording{codes::kStepLimited, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The change is limited to one step (%1 now); check again after a week."),
        [](const Recommendation &r) { return Parts{whole(r.recommendedCapacity.value_or(0))}; }},
    Wording{codes::kModelDisagrees, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The model expects much longer waits than were measured; its assumptions may not fit this queue."), none},
    Wording{codes::kNeedMoreAgents, QT_TRANSLATE_NOOP("queuesmith::Sentence", "More waiting places don't help here; more agents would."), none},
    Wording{codes::kSimpleRule, QT_TRANSLATE_NOOP("queuesmith::Sentence", "This simple rule compares a whole interval's sum of waits with 30 s, counts a quiet day like a busy one, never lets a capacity of 1 to 9 grow, climbs for ever and never comes down. The modelled policy has none of that."), none},
};

constexpr std::array kConfidence{
    Wording{codes::kFewDays, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The history has only %1 days."),
        [](const Recommendation &r) { return Parts{whole(r.data->days)}; }},
    Wording{codes::kFewCalls, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The history has only %1 calls."),
        [](const Recommendation &r) { return Parts{whole(std::llround(r.data->callsOffered))}; }},
    Wording{codes::kWideRange, QT_TRANSLATE_NOOP("queuesmith::Sentence", "What the history leaves open is wide: the queue needs %1."),
        [](const Recommendation &r) { return Parts{modelWithRange(r)}; }},
    Wording{codes::kPatienceUnknown, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Callers hang up, but how patient they are is unknown, so the model takes them for patient."), none},
};
// clang-format on

template <typename Rows> const Wording *wordingIn(const Rows &rows, const QString &code)
{
    for (const Wording &row : rows) {
        if (row.code == code)
            return &row;
    }
    return nullptr;
}

/// The waits may be out of reach of any number of agents.
Sentence bottleneckSentence(const Recommendation &r)
{
    if (!r.impliedAgents)
        return QT_TRANSLATE_NOOP("queuesmith::Sentence",
            "The waits can't be explained by the capacity. Check sign-ins, skills and breaks "
            "before "
            "raising it.");
    return {QT_TRANSLATE_NOOP("queuesmith::Sentence",
                "The waits look as if about %1 agents were answering. Check sign-ins, skills and "
                "breaks before raising the capacity."),
        {whole(*r.impliedAgents)}};
}

} // namespace

Sentence sentenceOf(const QString &code, const Recommendation &recommendation)
{
    if (code == codes::kCapacityNotBottleneck)
        return bottleneckSentence(recommendation);
    const Wording *wording = wordingIn(kReasons, code);
    if (!wording)
        wording = wordingIn(kWarnings, code);
    if (!wording)
        wording = wordingIn(kConfidence, code);
    const bool needsData =
        recommendation.policy == Policy::Erlang || recommendation.policy == Policy::Room;
    if (!wording || (needsData && !recommendation.data))
        return {code};
    return {wording->text, wording->parts(recommendation)};
}

Sentence meaningSentence(CapacityMeaning meaning)
{
    switch (meaning) {
    case CapacityMeaning::Agents:
        break;
    case CapacityMeaning::Waiting:
        return QT_TRANSLATE_NOOP("queuesmith::Sentence",
            "Capacity is read as the most contacts that may wait: more of it turns fewer away, but "
            "lets them wait longer.");
    case CapacityMeaning::System:
        return QT_TRANSLATE_NOOP("queuesmith::Sentence",
            "Capacity is read as agents and waiting places together: more of it turns fewer away, "
            "but lets them wait longer.");
    }
    return QT_TRANSLATE_NOOP("queuesmith::Sentence",
        "Capacity is read as the most agents who answer at the same time. It is a ceiling: waits "
        "are made by the agents who are signed in.");
}

Sentence notModelledSentence()
{
    return QT_TRANSLATE_NOOP("queuesmith::Sentence",
        "Not modelled: overload that carries over from one time of day to the next, callers who "
        "try "
        "again, and agents with several skills.");
}

Sentence decimalSentence(double number)
{
    const qint64 tenths = std::llround(std::clamp(number, -1e15, 1e15) * 10.0);
    if (tenths % 10 == 0)
        return whole(tenths / 10);
    const QString sign = tenths < 0 ? QStringLiteral("-") : QString();
    return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1.%2"),
        {Sentence(sign + QString::number(std::abs(tenths) / 10)), whole(std::abs(tenths) % 10)}};
}

Sentence percentSentence(double share)
{
    return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1%"), {decimalSentence(100.0 * share)}};
}

} // namespace queuesmith
