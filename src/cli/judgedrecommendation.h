#pragma once

#include "capacity/backtest.h"
#include "capacity/recommendation.h"
#include "domain/metricrecord.h"

#include <QJsonObject>
#include <QList>

namespace queuesmith {

/// What a recommendation rests on: `{"from","to","intervals"}`, the intervals that were used, and
/// null for times that there aren't.
[[nodiscard]] QJsonObject evidenceOf(
    const Recommendation &recommendation, const QList<MetricRecord> &records);

/// A recommendation with what it rests on, and how the model did on days that it hadn't seen.
struct JudgedRecommendation {
    Recommendation recommendation;
    BackTest backTest; ///< empty where no model was used
    QJsonObject evidence;
};

/// A recommendation from these records, with the back-test where a model was used.
[[nodiscard]] JudgedRecommendation judgedRecommendation(
    const QList<MetricRecord> &records, const CapacityConfig &config);

/// The recommendation with the members `evidence` and, where a model was used, `backTest`.
[[nodiscard]] QJsonObject toJson(const JudgedRecommendation &judged);

} // namespace queuesmith
