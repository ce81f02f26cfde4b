#include "capacity/recommendationwords.h"

#include "capacity/wordparts.h"

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
    Words text;
    Parts (*parts)(const Recommendation &);
};

Parts none(const Recommendation & /*r*/) { return {}; }
Parts presentAndNew(const Recommendation &r)
{
    return {r.currentCapacity.value_or(0), r.recommendedCapacity.value_or(0)};
}
Parts presentAndModel(const Recommendation &r)
{
    return {r.currentCapacity.value_or(0), modelSentence(r)};
}
Parts rooms(const Recommendation &r)
{
    return {r.room.value_or(0), durationSentence(r.config.maxQueueWaitSeconds),
        percentSentence(r.config.blocking)};
}

// clang-format off
constexpr Wording kReasons[]{
    {codes::kNoData, Sentence::tr("There is no usable history for this queue, so the capacity stays as it is."), none},
    {codes::kNoCalls, Sentence::tr("No calls arrived in the period, so there is nothing to base a change on."), none},
    {codes::kNoHandleTime, Sentence::tr("Handle time is missing, so the load can't be computed."), none},
    {codes::kNewQueue, Sentence::tr("The queue has no capacity yet; this is the figure the history points to."), none},
    {codes::kWaitAboveTarget, Sentence::tr("Callers waited %1 on average; your limit is %2."),
        [](const Recommendation &r) { return Parts{secondsOrNone(r.data->asaSeconds), secondsOrNone(r.config.targets.asaSeconds)}; }},
    {codes::kAbandonAboveTarget, Sentence::tr("%1 of callers hung up; your limit is %2."),
        [](const Recommendation &r) { return Parts{percentSentence(r.data->obsAbandonRate.value_or(0)), percentSentence(r.config.targets.abandonRate.value_or(0))}; }},
    {codes::kTargetsNotMeasurable, Sentence::tr("None of your targets can be checked against the history, so the model decides."), none},
    {codes::kNotEnoughData, Sentence::tr("Only %1 calls on %2 days: too few to act on."),
        [](const Recommendation &r) { return Parts{std::llround(r.data->callsOffered), r.data->days}; }},
    {codes::kRecentChange, Sentence::tr("The capacity was changed only recently; wait for a few full days before changing it again."), none},
    {codes::kEvidenceOverModel, Sentence::tr("The model asks for more, but callers are in fact served well. What was measured counts more."), none},
    {codes::kWithinTolerance, Sentence::tr("The model needs %2, close enough to the present %1 to leave it."), presentAndModel},
    {codes::kWithinRange, Sentence::tr("The model needs %2; the present %1 lies within what the history leaves open (%3 to %4)."),
        [](const Recommendation &r) { return Parts{r.currentCapacity.value_or(0), modelSentence(r), r.range ? r.range->first : 0, r.range ? r.range->second : 0}; }},
    {codes::kModelNeedsFewer, Sentence::tr("Even the cautious estimate (%1) is below the present %2."),
        [](const Recommendation &r) { return Parts{r.range ? r.range->second : 0, r.currentCapacity.value_or(0)}; }},
    {codes::kModelAgrees, Sentence::tr("The model needs the present capacity."), none},
    {codes::kRoomOk, Sentence::tr("With %1 waiting places few callers are turned away (at most %3), and the last in line waits no longer than %2 on average."), rooms},
    {codes::kRoomLimitedByWait, Sentence::tr("With more than %1 waiting places the last in line would wait longer than %2 on average, although more than %3 of callers are turned away."), rooms},
    {codes::kRoomTooLarge, Sentence::tr("With more than %1 waiting places the last in line waits longer than %2 on average."), rooms},
    {codes::kRoomForOverflow, Sentence::tr("It takes %1 waiting places to turn away no more than %3 of callers."), rooms},
    {codes::kThresholdPassed, Sentence::tr("Waits or abandonment passed the rule's fixed limits (30 s, 5 %), so the present %1 becomes %2."), presentAndNew},
    {codes::kThresholdNotPassed, Sentence::tr("Waits and abandonment stayed within the rule's fixed limits (30 s, 5 %)."), none},
};

constexpr Wording kWarnings[]{
    {codes::kDuplicateIntervals, Sentence::tr("Intervals that appeared twice: %1; the last one was used."),
        [](const Recommendation &r) { return Parts{r.data->duplicates}; }},
    {codes::kIntervalsDropped, Sentence::tr("Intervals that could not be used: %1."),
        [](const Recommendation &r) { return Parts{r.data->intervalsDropped}; }},
    {codes::kNullMetrics, Sentence::tr("Some intervals lack wait, handle or abandonment figures; they count for volume only."), none},
    {codes::kPercentScaled, Sentence::tr("Some abandonment rates looked like percentages and were divided by 100."), none},
    {codes::kOutliersLimited, Sentence::tr("Unusual intervals, limited so that they do not drive the result: %1."),
        [](const Recommendation &r) { return Parts{r.data->outliers}; }},
    {codes::kMissingIntervals, Sentence::tr("%1 of the expected intervals are missing."),
        [](const Recommendation &r) { return Parts{percentSentence(r.data->missingShare)}; }},
    {codes::kCoarseIntervals, Sentence::tr("The history is not hourly or finer; the busiest hour is assumed to have %1 of a day's calls. Use 30-minute data for a firm figure."),
        [](const Recommendation &r) { return Parts{percentSentence(busyHourShare(r.config))}; }},
    {codes::kVolatileVolume, Sentence::tr("Call volume varies by about ±%1 from day to day, more than chance would explain."),
        [](const Recommendation &r) { return Parts{percentSentence(r.data->swing)}; }},
    {codes::kRepeatCalls, Sentence::tr("%1 of callers hung up, so many calls may be repeat calls; the true need is probably lower."),
        [](const Recommendation &r) { return Parts{percentSentence(r.data->abandonRate)}; }},
    {codes::kWaitNearLimit, Sentence::tr("The average wait is so close to your limit that it may be on either side of it."), none},
    {codes::kLicenceCap, Sentence::tr("The queue needs %1, but only %2 agents are licensed."),
        [](const Recommendation &r) { return Parts{modelSentence(r), r.config.licensedAgents.value_or(0)}; }},
    {codes::kRangeCap, Sentence::tr("The queue needs more than the largest allowed capacity (%1)."),
        [](const Recommendation &r) { return Parts{capacityLimit(r.config)}; }},
    {codes::kOverLicence, Sentence::tr("The present capacity (%1) is above what is allowed or licensed (%2) and must come down."),
        [](const Recommendation &r) { return Parts{r.currentCapacity.value_or(0), capacityLimit(r.config)}; }},
    {codes::kStepLimited, Sentence::tr("The change is limited to one step (%1 now); check again in a week."),
        [](const Recommendation &r) { return Parts{r.recommendedCapacity.value_or(0)}; }},
    {codes::kModelDisagrees, Sentence::tr("The model expects much longer waits than were measured; its assumptions may not fit this queue."), none},
    {codes::kNeedMoreAgents, Sentence::tr("More waiting places don't help here; more agents would."), none},
    {codes::kSimpleRule, Sentence::tr("This simple rule compares a whole interval's sum of waits with 30 s, counts a quiet day like a busy one, never lets a capacity of 1 to 9 grow, keeps climbing and never comes down. The modelled policy does none of that."), none},
};

constexpr Wording kConfidence[]{
    {codes::kFewDays, Sentence::tr("The history has only %1 days."),
        [](const Recommendation &r) { return Parts{r.data->days}; }},
    {codes::kFewCalls, Sentence::tr("The history has only %1 calls."),
        [](const Recommendation &r) { return Parts{std::llround(r.data->callsOffered)}; }},
    {codes::kWideRange, Sentence::tr("The history leaves much open: the queue needs %1."),
        [](const Recommendation &r) { return Parts{modelWithRange(r)}; }},
    {codes::kPatienceUnknown, Sentence::tr("Callers hang up, but their patience is unknown, so the model takes them to be patient."), none},
    {codes::kMissingIntervals, Sentence::tr("Intervals are missing."), none},
    {codes::kCoarseIntervals, Sentence::tr("The history is not hourly or finer."), none},
    {codes::kRepeatCalls, Sentence::tr("Many calls may be repeat calls."), none},
    {codes::kVolumeMoved, Sentence::tr("Volume has moved lately."), none},
    {codes::kAgentsElsewhere, Sentence::tr("The agents seem to work elsewhere too."), none},
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
