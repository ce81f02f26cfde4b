#include "capacity/judgedrecommendation.h"

#include "capacity/recommend.h"
#include "capacity/waithistory.h"

#include <QDateTime>

#include <algorithm>

namespace queuesmith {

namespace {

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

QJsonObject evidenceOf(const Recommendation &recommendation, const QList<MetricRecord> &records)
{
    const WaitHistory history = cleanHistory(records, recommendation.config);
    QJsonValue from(QJsonValue::Null);
    QJsonValue to(QJsonValue::Null);
    if (!history.intervals.empty()) {
        const CleanInterval &last = history.intervals.back();
        from = isoTime(history.intervals.front().startMs);
        to = isoTime(last.startMs + static_cast<qint64>(last.seconds * 1000.0));
    }
    // The simple rule takes every record as it is, even one without a time.
    const qint64 used = recommendation.policy == Policy::Threshold
        ? records.size()
        : static_cast<qint64>(history.intervals.size());
    return {{QStringLiteral("from"), from}, {QStringLiteral("to"), to},
        {QStringLiteral("intervals"), used}};
}

} // namespace

bool treatMissingTimes(QList<MetricRecord> *records, const CapacityConfig &config)
{
    const bool someHaveTimes = std::any_of(records->cbegin(), records->cend(),
        [](const MetricRecord &record) { return record.startMs.has_value(); });
    if (someHaveTimes || records->isEmpty())
        return true;
    if (config.policy == Policy::ThresholdWeighted) {
        qint64 number = 0;
        for (MetricRecord &record : *records)
            record.startMs = number++; // told apart; the rule doesn't look at when
        return true;
    }
    return config.policy == Policy::Threshold;
}

JudgedRecommendation judgedRecommendation(
    const QList<MetricRecord> &records, const CapacityConfig &config)
{
    JudgedRecommendation judged;
    judged.recommendation = recommend(records, config);
    judged.evidence = evidenceOf(judged.recommendation, records);
    if (judged.recommendation.model)
        judged.backTest = backTest(records, config);
    return judged;
}

QJsonObject toJson(const JudgedRecommendation &judged)
{
    QJsonObject object = toJson(judged.recommendation);
    object.insert(QStringLiteral("evidence"), judged.evidence);
    if (judged.recommendation.model)
        object.insert(QStringLiteral("backTest"), toJson(judged.backTest));
    return object;
}

} // namespace queuesmith
