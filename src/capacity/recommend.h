#pragma once

#include "capacity/recommendation.h"
#include "domain/metricrecord.h"

#include <QList>

namespace queuesmith {

/// A recommended capacity from a queue's history: the same input always gives the same result. Bad
/// data gives a reason with a sentence, never a failure. The config is one that checkedConfig()
/// accepts. Takes tens of milliseconds for a year of half-hours, so it belongs on a worker thread.
[[nodiscard]] Recommendation recommend(
    const QList<MetricRecord> &records, const CapacityConfig &config);

/// The same for a policy that models, from what is already prepared.
class CapacityModel;
[[nodiscard]] Recommendation recommendFrom(const CapacityModel &model);

} // namespace queuesmith
