#include "window/waittimes/judgement.h"

#include "capacity/recommend.h"
#include "capacity/waithistory.h"
#include "provisioning/recommendationevidence.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace queuesmith {

namespace {

constexpr int kCurvePoints = 60;
/// A mark that many times beyond the others is told at the edge of the curve.
constexpr int kFarOff = 3;

WaitPoint pointOf(const CleanInterval &interval)
{
    WaitPoint point;
    point.startMs = interval.startMs;
    point.offered = interval.offered;
    point.handled = interval.handled;
    point.waitSeconds = interval.meanWait().value_or(kNotKnown);
    point.abandonRate = interval.abandonRate().value_or(kNotKnown);
    if (interval.handleSeconds && interval.handled > 0)
        point.handleSeconds = *interval.handleSeconds / interval.handled;
    return point;
}

QTimeZone zoneOf(const CapacityConfig &config)
{
    const QTimeZone named(config.timeZone.toLatin1());
    return named.isValid() ? named : QTimeZone(config.utcOffsetMinutes * 60);
}

/// What a curve is about, most of all.
QList<int> pointsOf(const Recommendation &recommendation)
{
    QList<int> points;
    for (const std::optional<int> &point : {recommendation.currentCapacity,
             recommendation.recommendedCapacity, recommendation.modelCapacity}) {
        if (point && *point >= 1 && *point <= recommendation.config.capacityMax)
            points.append(*point);
    }
    return points;
}

} // namespace

HistoryView historyView(const History &history, const CapacityConfig &config)
{
    auto series = std::make_shared<WaitSeries>();
    const WaitHistory clean = cleanHistory(history.records, config);
    series->intervalMs = qint64(1'000) * secondsOf(history.interval);
    series->zone = zoneOf(config);
    series->points.reserve(clean.intervals.size());
    for (const CleanInterval &interval : clean.intervals)
        series->points.push_back(pointOf(interval));
    HistoryView view;
    view.heats = {weekHeat(*series, Measure::Wait), weekHeat(*series, Measure::Abandonment),
        weekHeat(*series, Measure::Volume)};
    view.series = std::move(series);
    return view;
}

QList<int> curveCapacities(const QList<int> &marks, int least, int largest, int most)
{
    if (marks.isEmpty() || most < 2)
        return {};
    const auto [low, high] = std::minmax_element(marks.begin(), marks.end());
    const int from = std::max(least, static_cast<int>(std::floor(0.5 * *low)));
    const int to = std::max(from, std::min(largest, static_cast<int>(std::ceil(1.4 * *high)) + 3));
    const int step = std::max(1, static_cast<int>(std::ceil(double(to - from) / (most - 1))));
    std::set<int> all;
    for (int capacity = from; capacity < to; capacity += step)
        all.insert(capacity);
    all.insert(to);
    for (const int mark : marks)
        all.insert(std::clamp(mark, from, to));
    return QList<int>(all.begin(), all.end());
}

Judgement judge(const History &history, const CapacityConfig &config,
    const std::optional<History> &simpleRule, const std::optional<AppliedCapacity> &changed)
{
    Judgement judgement;
    // What-if and back-test are the model's, whatever the policy.
    CapacityConfig modelled = config;
    if (config.policy == Policy::Threshold || config.policy == Policy::ThresholdWeighted)
        modelled.policy = Policy::Erlang;
    auto model = std::make_shared<const CapacityModel>(history.records, modelled);
    const bool isModelled = modelled.policy == config.policy;
    judgement.recommendation = isModelled
        ? recommendFrom(*model)
        : recommend(simpleRule ? simpleRule->records : history.records, config);
    judgement.backTest = backTest(history.records, modelled);
    if (changed) {
        const double error =
            judgement.backTest.wait ? std::abs(judgement.backTest.wait->bias) : 0.0;
        judgement.afterChange =
            compareAfterChange(history.records, modelled, changed->atMs, changed->capacity, error);
    }
    judgement.evidence = evidenceOf(judgement.recommendation, judgement.backTest, history.records);
    if (!model->canPredict() || config.capacityMeaning != CapacityMeaning::Agents)
        return judgement;
    QList<int> marks = pointsOf(judgement.recommendation);
    if (!isModelled)
        marks += pointsOf(recommendFrom(*model));
    const int high = marks.isEmpty() ? 0 : *std::max_element(marks.begin(), marks.end());
    if (config.licensedAgents && *config.licensedAgents <= kFarOff * high)
        marks.append(*config.licensedAgents);
    const QList<int> capacities =
        curveCapacities(marks, config.capacityMin, config.capacityMax, kCurvePoints);
    for (const int capacity : capacities)
        judgement.curve.append(model->at(capacity));
    judgement.model = std::move(model);
    return judgement;
}

} // namespace queuesmith
