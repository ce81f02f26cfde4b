#pragma once

#include "capacity/backtest.h"
#include "capacity/recommendation.h"
#include "domain/metricrecord.h"

#include <QJsonObject>
#include <QList>

namespace queuesmith {

/// Without any time there are no slots to model; only the simple rules, which look at sums, apply.
/// Makes the weighted one work. False: the config's policy has nothing to go by.
bool treatMissingTimes(QList<MetricRecord> *records, const CapacityConfig &config);

/// A recommendation with what it rests on, and how the model did on days that it hadn't seen.
struct JudgedRecommendation {
    Recommendation recommendation;
    BackTest backTest; ///< empty where no model was used
    /// What it rests on: `{"from","to","intervals"}`, the intervals that were used, and null for
    /// times that there aren't.
    QJsonObject evidence;
};

/// A recommendation from these records, with the back-test where a model was used.
[[nodiscard]] JudgedRecommendation judgedRecommendation(
    const QList<MetricRecord> &records, const CapacityConfig &config);

/// The recommendation with the members `evidence` and, where a model was used, `backTest`.
[[nodiscard]] QJsonObject toJson(const JudgedRecommendation &judged);

} // namespace queuesmith
