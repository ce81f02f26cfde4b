#pragma once

#include "metricrecord.h"
#include "recommendation.h"

#include <QJsonObject>
#include <QList>

namespace queuesmith {

/// What a recommendation rests on: `{"from","to","intervals"}`, the intervals that were used, and
/// null for times that there aren't.
[[nodiscard]] QJsonObject evidenceOf(
    const Recommendation &recommendation, const QList<MetricRecord> &records);

/// The recommendation with the member `evidence`.
[[nodiscard]] QJsonObject recommendationJson(
    const Recommendation &recommendation, const QJsonObject &evidence);

/// The same for a person, in English as everything here.
[[nodiscard]] QString recommendationText(
    const Recommendation &recommendation, const QJsonObject &evidence);

} // namespace queuesmith
