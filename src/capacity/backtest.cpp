#include "capacity/backtest.h"

#include "capacity/capacitymodel.h"
#include "capacity/wordparts.h"

#include <QDateTime>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <map>

namespace queuesmith {

namespace {

constexpr std::size_t kFewestDays = 8;
constexpr double kTolerance = 0.5; ///< of the actual mean
constexpr double kWaitTolerance = 5.0; ///< seconds that don't matter
constexpr double kAbandonTolerance = 0.02;
constexpr double kVolumeTolerance = 0.15; ///< of the calls that came
constexpr double kOverloadTolerance = 0.10; ///< of the calls

/// The history cut in two, at a midnight of the queue.
struct Halves {
    WaitHistory earlier;
    WaitHistory later;
    std::size_t days = 0;
};

Halves divided(const WaitHistory &history)
{
    std::vector<qint64> days;
    for (const CleanInterval &interval : history.intervals)
        days.push_back(interval.localDay());
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    Halves parts;
    parts.days = days.size();
    if (days.size() < kFewestDays)
        return parts;
    const qint64 firstLater = days.at(days.size() * 3 / 4);
    for (const CleanInterval &interval : history.intervals)
        (interval.localDay() < firstLater ? parts.earlier : parts.later)
            .intervals.push_back(interval);
    return parts;
}

/// Adds up how far one figure was off.
class ErrorSum {
public:
    void add(double calls, double predicted, double actual)
    {
        m_calls += calls;
        m_predicted += calls * predicted;
        m_actual += calls * actual;
        m_absolute += calls * std::abs(predicted - actual);
        ++m_intervals;
    }

    /// Nothing when there is nothing to be relative to.
    [[nodiscard]] std::optional<ModelError> error() const
    {
        if (m_calls <= 0.0 || m_actual <= 0.0)
            return {};
        return ModelError{m_absolute / m_actual, (m_predicted - m_actual) / m_actual,
            m_predicted / m_calls, m_actual / m_calls, m_intervals};
    }

private:
    double m_calls = 0;
    double m_predicted = 0;
    double m_actual = 0;
    double m_absolute = 0;
    qint64 m_intervals = 0;
};

/// What the fitted model says of each slot: its calls, and how they fare with the agents who
/// answer.
class SlotPredictions {
public:
    SlotPredictions(const CapacityModel &model, int agents)
        : m_byWeekday(model.statistics().load.byWeekday)
    {
        for (const LoadSlot &slot : model.statistics().load.list)
            m_bySlot.emplace(std::pair(slot.day, slot.secondOfDay),
                Expected{slot.meanCalls / slot.seconds, model.slotPerformance(slot, agents)});
    }

    struct Expected {
        double callsPerSecond = 0;
        Performance performance;
    };
    [[nodiscard]] const Expected *find(const CleanInterval &interval) const
    {
        const auto found =
            m_bySlot.find({slotDayOf(interval, m_byWeekday), interval.secondOfDay()});
        return found == m_bySlot.cend() ? nullptr : &found->second;
    }

private:
    bool m_byWeekday;
    std::map<std::pair<int, int>, Expected> m_bySlot;
};

/// Calls in slots whose waits the model takes for endless, and all that were compared.
struct Overload {
    double calls = 0;
    double of = 0;
    [[nodiscard]] double share() const { return of > 0.0 ? calls / of : 0.0; }
};

BackTestPoint pointOf(const CleanInterval &interval, const Performance *predicted)
{
    BackTestPoint point{interval.startMs, interval.seconds, interval.offered, {},
        interval.meanWait(), {}, interval.abandonRate()};
    if (predicted) {
        point.predictedAbandon = predicted->abandons;
        if (!std::isinf(predicted->asa))
            point.predictedWait = predicted->asa;
    }
    return point;
}

Overload compare(const WaitHistory &later, const SlotPredictions &predictions,
    const CapacityConfig &config, BackTest *test)
{
    ErrorSum wait;
    ErrorSum abandonment;
    Overload overload;
    for (const CleanInterval &interval : later.intervals) {
        if (config.effectiveFromMs && interval.startMs < *config.effectiveFromMs)
            continue;
        const SlotPredictions::Expected *expected = predictions.find(interval);
        const Performance *predicted = expected ? &expected->performance : nullptr;
        const BackTestPoint point = pointOf(interval, predicted);
        test->points.append(point);
        if (!predicted)
            continue;
        overload.of += interval.offered;
        if (!point.predictedWait)
            overload.calls += interval.offered;
        else if (point.actualWait)
            wait.add(interval.waitCount, *point.predictedWait, *point.actualWait);
        if (point.actualAbandon)
            abandonment.add(interval.offered, *point.predictedAbandon, *point.actualAbandon);
    }
    test->wait = wait.error();
    test->abandonment = abandonment.error();
    return overload;
}

/// A time of day that never had calls before counts as none expected.
std::optional<ModelError> volumeError(const WaitHistory &later, const SlotPredictions &predictions)
{
    ErrorSum volume;
    for (const CleanInterval &interval : later.intervals) {
        const SlotPredictions::Expected *expected = predictions.find(interval);
        volume.add(
            1.0, expected ? expected->callsPerSecond * interval.seconds : 0.0, interval.offered);
    }
    return volume.error();
}

bool isVolumeOff(const BackTest &test)
{
    return test.volume && std::abs(test.volume->bias) > kVolumeTolerance;
}

bool isOff(const std::optional<ModelError> &error, double matters)
{
    if (!error)
        return false;
    const double far = std::abs(error->predicted - error->actual);
    return far > matters && far > kTolerance * error->actual;
}

void judge(const Overload &overload, BackTest *test)
{
    if (isVolumeOff(*test)) {
        test->code = QStringLiteral("volume_off");
        test->verdict = Sentence::tr("Don't trust this: in the days that the model had not seen, "
                                     "it expected %1 calls, and %2 came.",
            {totalSentence(test->volume->predicted, test->volume->intervals),
                totalSentence(test->volume->actual, test->volume->intervals)});
    } else if (overload.share() > kOverloadTolerance) {
        test->code = QStringLiteral("overloaded");
        test->verdict =
            Sentence::tr("Don't trust this: with the agents it knows of (%1), the model expected "
                         "endless waits for %2 of the calls, yet they were answered.",
                {test->agents, percentSentence(overload.share())});
    } else if (isOff(test->wait, kWaitTolerance)) {
        test->code = QStringLiteral("wait_off");
        test->verdict = Sentence::tr(
            "Don't trust this: the model expected callers to wait %1 on average; they waited %2.",
            {durationSentence(test->wait->predicted), durationSentence(test->wait->actual)});
    } else if (isOff(test->abandonment, kAbandonTolerance)) {
        test->code = QStringLiteral("abandonment_off");
        test->verdict =
            Sentence::tr("Don't trust this: the model expected %1 of callers to hang up; %2 did.",
                {percentSentence(test->abandonment->predicted),
                    percentSentence(test->abandonment->actual)});
    } else {
        test->trusted = true;
        test->code = QStringLiteral("ok");
        test->verdict = !test->wait
            ? Sentence::tr(
                "On days it had not seen, the model was right that no one had to wait long.")
            : Sentence::tr("On days it had not seen, the model expected callers to wait %1 on "
                           "average; they waited %2.",
                {durationSentence(test->wait->predicted), durationSentence(test->wait->actual)});
    }
}

BackTest tooLittle(std::size_t days)
{
    BackTest test;
    test.code = QStringLiteral("too_little");
    test.verdict = Sentence::tr("There is too little history to test the model: it takes %1 days "
                                "with calls, handle times and waits; there are %2.",
        {kFewestDays, days});
    return test;
}

/// Of the present capacity, or as given where that isn't agents, else of the earlier waits.
std::optional<int> agentsFor(const CapacityModel &model)
{
    const CapacityConfig &config = model.config();
    const bool isAgents = config.capacityMeaning == CapacityMeaning::Agents;
    if (isAgents && config.currentCapacity)
        return model.agentsAt(*config.currentCapacity);
    if (!isAgents && config.agents.value_or(0) > 0)
        return config.agents;
    const std::optional<double> &asa = model.statistics().asaSeconds;
    return asa && *asa > 0.0 ? model.agentsExplaining(*asa) : std::nullopt;
}

QJsonValue toJson(const std::optional<ModelError> &error)
{
    if (!error)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("wape"), error->wape}, {QStringLiteral("bias"), error->bias},
        {QStringLiteral("predicted"), error->predicted}, {QStringLiteral("actual"), error->actual},
        {QStringLiteral("intervals"), error->intervals}};
}

QJsonValue timeJson(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

} // namespace

BackTest backTest(const QList<MetricRecord> &records, const CapacityConfig &config)
{
    const Halves parts = divided(cleanHistory(records, config));
    if (parts.earlier.intervals.empty() || parts.later.intervals.empty())
        return tooLittle(parts.days);
    CapacityConfig earlierConfig = config;
    earlierConfig.effectiveFromMs.reset();
    earlierConfig.volumeChange.reset();
    const CapacityModel model(statisticsOf(parts.earlier, earlierConfig), earlierConfig);
    const std::optional<int> agents = model.canPredict() ? agentsFor(model) : std::nullopt;
    if (!agents)
        return tooLittle(parts.days);
    BackTest test;
    test.agents = *agents;
    const bool isAgents = config.capacityMeaning == CapacityMeaning::Agents;
    test.agentsImplied = isAgents ? !config.currentCapacity : config.agents.value_or(0) == 0;
    test.fitFromMs = parts.earlier.intervals.front().startMs;
    test.testFromMs = parts.later.intervals.front().startMs;
    const CleanInterval &last = parts.later.intervals.back();
    test.testToMs = last.startMs + static_cast<qint64>(last.seconds * 1000.0);
    const SlotPredictions predictions(model, *agents);
    test.volume = volumeError(parts.later, predictions);
    const Overload overload = compare(parts.later, predictions, config, &test);
    if (overload.of < config.minCalls)
        return tooLittle(parts.days);
    test.enough = true;
    judge(overload, &test);
    return test;
}

QJsonObject toJson(const BackTest &test)
{
    QJsonObject object{{QStringLiteral("code"), test.code},
        {QStringLiteral("trusted"), test.trusted},
        {QStringLiteral("verdict"), test.verdict.english()}};
    if (!test.enough)
        return object;
    object.insert(QStringLiteral("agents"), test.agents);
    object.insert(QStringLiteral("agentsImplied"), test.agentsImplied);
    object.insert(QStringLiteral("fitFrom"), timeJson(test.fitFromMs));
    object.insert(QStringLiteral("testFrom"), timeJson(test.testFromMs));
    object.insert(QStringLiteral("testTo"), timeJson(test.testToMs));
    object.insert(QStringLiteral("volume"), toJson(test.volume));
    object.insert(QStringLiteral("wait"), toJson(test.wait));
    object.insert(QStringLiteral("abandonment"), toJson(test.abandonment));
    return object;
}

} // namespace queuesmith
