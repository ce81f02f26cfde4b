#include "recommendationwords.h"

#include "wordparts.h"

#include <array>
#include <cmath>

namespace queuesmith {

namespace {

Sentence secondsOrNone(const std::optional<double> &seconds)
{
    return durationSentence(seconds.value_or(0.0));
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
    return {wholeSentence(r.currentCapacity.value_or(0)),
        wholeSentence(r.recommendedCapacity.value_or(0))};
}
Parts presentAndModel(const Recommendation &r)
{
    return {wholeSentence(r.currentCapacity.value_or(0)), modelSentence(r)};
}
Parts rooms(const Recommendation &r)
{
    return {wholeSentence(r.room.value_or(0)), durationSentence(r.config.maxQueueWaitSeconds),
        percentSentence(r.config.blocking)};
}

// clang-format off
constexpr std::array kReasons{
    Wording{codes::kNoData, QT_TRANSLATE_NOOP("queuesmith::Sentence", "There is no usable history for this queue, so the capacity stays as it is."), none},
    Wording{codes::kNoCalls, QT_TRANSLATE_NOOP("queuesmith::Sentence", "No calls arrived in the period, so there is nothing to base a change on."), none},
    Wording{codes::kNoHandleTime, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Handle time is missing, so the load can't be computed."), none},
    Wording{codes::kNewQueue, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The queue has no capacity yet; this is the figure the history points to."), none},
    Wording{codes::kWaitAboveTarget, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Callers waited %1 on average; your limit is %2."),
        [](const Recommendation &r) { return Parts{secondsOrNone(r.data->asaSeconds), secondsOrNone(r.config.targets.asaSeconds)}; }},
    Wording{codes::kAbandonAboveTarget, QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 of callers hung up; your limit is %2."),
        [](const Recommendation &r) { return Parts{percentSentence(r.data->obsAbandonRate.value_or(0)), percentSentence(r.config.targets.abandonRate.value_or(0))}; }},
    Wording{codes::kTargetsNotMeasurable, QT_TRANSLATE_NOOP("queuesmith::Sentence", "None of your targets can be checked against the history, so the model decides."), none},
    Wording{codes::kNotEnoughData, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Only %1 calls on %2 days: too few to act on."),
        [](const Recommendation &r) { return Parts{wholeSentence(std::llround(r.data->callsOffered)), wholeSentence(r.data->days)}; }},
    Wording{codes::kRecentChange, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The capacity was changed only recently; wait for a few full days before changing it again."), none},
    Wording{codes::kEvidenceOverModel, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The model asks for more, but callers are in fact served well. What was measured counts more."), none},
    Wording{codes::kWithinTolerance, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The model needs %2, close enough to the present %1 to leave it."), presentAndModel},
    Wording{codes::kWithinRange, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The model needs %2; the present %1 lies within what the history leaves open (%3 to %4)."),
        [](const Recommendation &r) { return Parts{wholeSentence(r.currentCapacity.value_or(0)), modelSentence(r), wholeSentence(r.range ? r.range->first : 0), wholeSentence(r.range ? r.range->second : 0)}; }},
    Wording{codes::kModelNeedsFewer, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Even the cautious estimate (%1) is below the present %2."),
        [](const Recommendation &r) { return Parts{wholeSentence(r.range ? r.range->second : 0), wholeSentence(r.currentCapacity.value_or(0))}; }},
    Wording{codes::kModelAgrees, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The model needs the present capacity."), none},
    Wording{codes::kRoomOk, QT_TRANSLATE_NOOP("queuesmith::Sentence", "With %1 waiting places few callers are turned away (at most %3), and the last in line waits no longer than %2 on average."), rooms},
    Wording{codes::kRoomLimitedByWait, QT_TRANSLATE_NOOP("queuesmith::Sentence", "With more than %1 waiting places the last in line would wait longer than %2 on average, although more than %3 of callers are turned away."), rooms},
    Wording{codes::kRoomTooLarge, QT_TRANSLATE_NOOP("queuesmith::Sentence", "With more than %1 waiting places the last in line waits longer than %2 on average."), rooms},
    Wording{codes::kRoomForOverflow, QT_TRANSLATE_NOOP("queuesmith::Sentence", "It takes %1 waiting places to turn away no more than %3 of callers."), rooms},
    Wording{codes::kThresholdPassed, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Waits or abandonment passed the rule's fixed limits (30 s, 5 %), so the present %1 becomes %2."), presentAndNew},
    Wording{codes::kThresholdNotPassed, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Waits and abandonment stayed within the rule's fixed limits (30 s, 5 %)."), none},
};

constexpr std::array kWarnings{
    Wording{codes::kDuplicateIntervals, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Intervals that appeared twice: %1; the last one was used."),
        [](const Recommendation &r) { return Parts{wholeSentence(r.data->duplicates)}; }},
    Wording{codes::kIntervalsDropped, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Intervals that could not be used: %1."),
        [](const Recommendation &r) { return Parts{wholeSentence(r.data->intervalsDropped)}; }},
    Wording{codes::kNullMetrics, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Some intervals lack wait, handle or abandonment figures; they count for volume only."), none},
    Wording{codes::kPercentScaled, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Some abandonment rates looked like percentages and were divided by 100."), none},
    Wording{codes::kOutliersLimited, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Unusual intervals, limited so that they do not drive the result: %1."),
        [](const Recommendation &r) { return Parts{wholeSentence(r.data->outliers)}; }},
    Wording{codes::kMissingIntervals, QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 of the expected intervals are missing."),
        [](const Recommendation &r) { return Parts{percentSentence(r.data->missingShare)}; }},
    Wording{codes::kCoarseIntervals, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The history is not hourly or finer; the busiest hour is assumed to have %1 of a day's calls. Use 30-minute data for a firm figure."),
        [](const Recommendation &r) { return Parts{percentSentence(busyHourShare(r.config))}; }},
    Wording{codes::kVolatileVolume, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Call volume varies by about ±%1 from day to day, more than chance would explain."),
        [](const Recommendation &r) { return Parts{percentSentence(r.data->swing)}; }},
    Wording{codes::kRepeatCalls, QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 of callers hung up, so many calls may be repeat calls; the true need is probably lower."),
        [](const Recommendation &r) { return Parts{percentSentence(r.data->abandonRate)}; }},
    Wording{codes::kWaitNearLimit, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The average wait is so close to your limit that it may be on either side of it."), none},
    Wording{codes::kLicenceCap, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The queue needs %1, but only %2 agents are licensed."),
        [](const Recommendation &r) { return Parts{modelSentence(r), wholeSentence(r.config.licensedAgents.value_or(0))}; }},
    Wording{codes::kRangeCap, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The queue needs more than the largest allowed capacity (%1)."),
        [](const Recommendation &r) { return Parts{wholeSentence(capacityLimit(r.config))}; }},
    Wording{codes::kOverLicence, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The present capacity (%1) is above what is allowed or licensed (%2) and must come down."),
        [](const Recommendation &r) { return Parts{wholeSentence(r.currentCapacity.value_or(0)), wholeSentence(capacityLimit(r.config))}; }},
    Wording{codes::kStepLimited, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The change is limited to one step (%1 now); check again in a week."),
        [](const Recommendation &r) { return Parts{wholeSentence(r.recommendedCapacity.value_or(0))}; }},
    Wording{codes::kModelDisagrees, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The model expects much longer waits than were measured; its assumptions may not fit this queue."), none},
    Wording{codes::kNeedMoreAgents, QT_TRANSLATE_NOOP("queuesmith::Sentence", "More waiting places don't help here; more agents would."), none},
    Wording{codes::kSimpleRule, QT_TRANSLATE_NOOP("queuesmith::Sentence", "This simple rule compares a whole interval's sum of waits with 30 s, counts a quiet day like a busy one, never lets a capacity of 1 to 9 grow, keeps climbing and never comes down. The modelled policy does none of that."), none},
};

constexpr std::array kConfidence{
    Wording{codes::kFewDays, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The history has only %1 days."),
        [](const Recommendation &r) { return Parts{wholeSentence(r.data->days)}; }},
    Wording{codes::kFewCalls, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The history has only %1 calls."),
        [](const Recommendation &r) { return Parts{wholeSentence(std::llround(r.data->callsOffered))}; }},
    Wording{codes::kWideRange, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The history leaves much open: the queue needs %1."),
        [](const Recommendation &r) { return Parts{modelWithRange(r)}; }},
    Wording{codes::kPatienceUnknown, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Callers hang up, but their patience is unknown, so the model takes them to be patient."), none},
    Wording{codes::kMissingIntervals, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Intervals are missing."), none},
    Wording{codes::kCoarseIntervals, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The history is not hourly or finer."), none},
    Wording{codes::kRepeatCalls, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Many calls may be repeat calls."), none},
    Wording{codes::kVolumeMoved, QT_TRANSLATE_NOOP("queuesmith::Sentence", "Volume has moved lately."), none},
    Wording{codes::kAgentsElsewhere, QT_TRANSLATE_NOOP("queuesmith::Sentence", "The agents seem to work elsewhere too."), none},
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

bool lacksData(const Recommendation &r)
{
    return (r.policy == Policy::Erlang || r.policy == Policy::Room) && !r.data;
}

} // namespace

Sentence sentenceOf(const QString &code, const Recommendation &recommendation)
{
    if (lacksData(recommendation))
        return {code};
    if (recommendation.data) {
        if (const Sentence special = specialSentence(code, recommendation); !special.isEmpty())
            return special;
    }
    const Wording *wording = wordingIn(kReasons, code);
    if (!wording)
        wording = wordingIn(kWarnings, code);
    if (!wording)
        wording = wordingIn(kConfidence, code);
    if (!wording)
        return {code};
    return {wording->text, wording->parts(recommendation)};
}

Sentence causeSentence(const QString &code, const Recommendation &recommendation)
{
    const Wording *wording = wordingIn(kConfidence, code);
    if (!wording || lacksData(recommendation))
        return sentenceOf(code, recommendation);
    return {wording->text, wording->parts(recommendation)};
}

QStringList codesToSay(const Recommendation &recommendation)
{
    QStringList codes = recommendation.reasons + recommendation.warnings;
    if (codes.removeOne(codes::kAgentsElsewhere))
        codes.prepend(codes::kAgentsElsewhere);
    return codes;
}

} // namespace queuesmith
