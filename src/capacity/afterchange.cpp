#include "capacity/afterchange.h"

#include "capacity/capacitymodel.h"
#include "capacity/recommendationwords.h"

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {

constexpr qint64 kTwoWeeksMs = 14 * 86'400'000LL;
constexpr double kWaitSlack = 1.0; ///< seconds that nobody notices
constexpr double kAbandonSlack = 0.01;

/// The history before a change, and the two weeks after it.
struct BeforeAndAfter {
    WaitHistory before;
    WaitHistory after;
};

BeforeAndAfter dividedAt(const WaitHistory &history, qint64 changedAtMs)
{
    BeforeAndAfter parts;
    for (const CleanInterval &interval : history.intervals) {
        if (interval.startMs < changedAtMs)
            parts.before.intervals.push_back(interval);
        else if (interval.startMs < changedAtMs + kTwoWeeksMs)
            parts.after.intervals.push_back(interval);
    }
    return parts;
}

/// The model with another load in each slot.
template <typename Rate> CapacityModel withRates(const CapacityModel &model, const Rate &rateOf)
{
    HistoryStatistics statistics = model.statistics();
    for (LoadSlot &slot : statistics.load.list)
        slot.rate = rateOf(slot);
    return {std::move(statistics), model.config()};
}

/// Predictions for a low, a mean and a high load.
struct Promise {
    Prediction low;
    Prediction expected;
    Prediction high;
};

Promise promiseOf(const CapacityModel &model, int capacity)
{
    const CapacityModel low = withRates(model, [](const LoadSlot &slot) {
        return slot.rateBusy > 0.0 ? slot.rate * slot.rateLow / slot.rateBusy : 0.0;
    });
    const CapacityModel high = withRates(model, [](const LoadSlot &slot) { return slot.rateHigh; });
    return {low.at(capacity), model.at(capacity), high.at(capacity)};
}

PromisedFigure banded(const std::optional<double> &low, const std::optional<double> &expected,
    const std::optional<double> &high, double slack, double modelError)
{
    PromisedFigure figure;
    figure.low = std::max(0.0, low.value_or(0.0) * (1.0 - modelError) - slack);
    figure.expected = expected;
    if (high)
        figure.high = *high * (1.0 + modelError) + slack;
    return figure;
}

bool isAbove(const std::optional<PromisedFigure> &figure)
{
    return figure && figure->actual && figure->high && *figure->actual > *figure->high;
}

bool isBelow(const std::optional<PromisedFigure> &figure)
{
    return figure && figure->actual && *figure->actual < figure->low;
}

/// Sums of calls, for a day or for all of them.
struct Totals {
    double offered = 0;
    double waitSeconds = 0;
    double waitCalls = 0;
    double abandons = 0;
    double abandonCalls = 0;

    void add(const CleanInterval &interval)
    {
        offered += interval.offered;
        if (interval.waitSeconds) {
            waitSeconds += *interval.waitSeconds;
            waitCalls += interval.waitCount;
        }
        if (interval.abandonKnown) {
            abandons += interval.offered - interval.handled;
            abandonCalls += interval.offered;
        }
    }
    [[nodiscard]] std::optional<double> wait() const
    {
        return waitCalls > 0.0 ? std::optional(waitSeconds / waitCalls) : std::nullopt;
    }
    [[nodiscard]] std::optional<double> abandonRate() const
    {
        return abandonCalls > 0.0 ? std::optional(abandons / abandonCalls) : std::nullopt;
    }
};

Totals addDays(const WaitHistory &after, AfterChange *change)
{
    Totals all;
    Totals ofDay;
    const auto finishDay = [&](qint64 day) {
        DayAfterChange told{day, ofDay.offered, ofDay.wait(), ofDay.abandonRate()};
        PromisedFigure figure = change->wait.value_or(PromisedFigure());
        figure.actual = told.waitSeconds;
        told.waitInside = !isAbove(figure) && !isBelow(figure);
        change->days.append(told);
        ofDay = {};
    };
    for (std::size_t i = 0; i < after.intervals.size(); ++i) {
        const CleanInterval &interval = after.intervals[i];
        all.add(interval);
        ofDay.add(interval);
        const bool dayEnds = i + 1 == after.intervals.size()
            || after.intervals[i + 1].localDay() != interval.localDay();
        if (dayEnds)
            finishDay(interval.localDay());
    }
    return all;
}

Sentence seconds(const std::optional<double> &value) { return durationSentence(value.value_or(0)); }

Sentence percent(const std::optional<double> &value) { return percentSentence(value.value_or(0)); }

void judge(AfterChange *change)
{
    const auto &wait = change->wait;
    const auto &abandonment = change->abandonment;
    if (isAbove(wait)) {
        change->outcome = AfterChangeOutcome::Worse;
        change->verdict =
            Sentence::tr("Worse than promised: callers waited %1 on average; at most %2 was "
                         "expected. Look at volume and sign-ins before you change it again.",
                {seconds(wait->actual), seconds(wait->high)});
    } else if (isAbove(abandonment)) {
        change->outcome = AfterChangeOutcome::Worse;
        change->verdict =
            Sentence::tr("Worse than promised: %1 of callers hung up; at most %2 was expected. "
                         "Look at volume and sign-ins before you change it again.",
                {percent(abandonment->actual), percent(abandonment->high)});
    } else if (isBelow(wait)) {
        change->outcome = AfterChangeOutcome::Better;
        change->verdict = Sentence::tr(
            "Better than promised: callers waited %1 on average; at least %2 was expected.",
            {seconds(wait->actual), seconds(wait->low)});
    } else if (isBelow(abandonment)) {
        change->outcome = AfterChangeOutcome::Better;
        change->verdict =
            Sentence::tr("Better than promised: %1 of callers hung up; at least %2 was expected.",
                {percent(abandonment->actual), percent(abandonment->low)});
    } else {
        change->outcome = AfterChangeOutcome::Inside;
        change->verdict = !wait->high
            ? Sentence::tr(
                "Not worse than promised: callers waited %1 on average.", {seconds(wait->actual)})
            : Sentence::tr("As promised: callers waited %1 on average; %2 to %3 was expected.",
                {seconds(wait->actual), seconds(wait->low), seconds(wait->high)});
    }
}

Sentence tooEarly(const CapacityConfig &config, qsizetype days, double calls)
{
    return Sentence::tr("Too early to say: there have been %1 days and %2 calls since the change; "
                        "it takes %3 days and %4 calls.",
        {days, std::llround(calls), config.minDays, std::llround(config.minCalls)});
}

} // namespace

AfterChange compareAfterChange(const QList<MetricRecord> &records, const CapacityConfig &config,
    qint64 changedAtMs, int capacity, double modelError)
{
    AfterChange change;
    change.fromMs = changedAtMs;
    change.toMs = changedAtMs;
    change.capacity = capacity;
    CapacityConfig beforeConfig = config;
    beforeConfig.effectiveFromMs.reset();
    beforeConfig.volumeChange.reset(); // said of the coming weeks, not of those since the change
    const BeforeAndAfter parts = dividedAt(cleanHistory(records, config), changedAtMs);
    const CapacityModel model(statisticsOf(parts.before, beforeConfig), beforeConfig);
    if (!model.canPredict()) {
        change.verdict = Sentence::tr(
            "There is no usable history from before the change, so nothing was promised.");
        return change;
    }
    const Promise promise = promiseOf(model, capacity);
    change.wait = banded(promise.low.asaSeconds, promise.expected.asaSeconds,
        promise.high.asaSeconds, kWaitSlack, modelError);
    change.abandonment = banded(promise.low.abandonRate, promise.expected.abandonRate,
        promise.high.abandonRate, kAbandonSlack, modelError);
    const Totals all = addDays(parts.after, &change);
    if (!parts.after.intervals.empty()) {
        const CleanInterval &last = parts.after.intervals.back();
        change.toMs = last.startMs + static_cast<qint64>(last.seconds * 1000.0);
    }
    change.wait->actual = all.wait();
    change.abandonment->actual = all.abandonRate();
    const bool isEarly = change.days.size() < config.minDays || all.offered < config.minCalls;
    if (isEarly || !all.wait())
        change.verdict = tooEarly(config, change.days.size(), all.offered);
    else
        judge(&change);
    return change;
}

} // namespace queuesmith
