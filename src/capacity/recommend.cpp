#include "capacity/recommend.h"

#include "capacity/policies.h"

namespace queuesmith {

Recommendation recommend(const QList<MetricRecord> &records, const CapacityConfig &config)
{
    switch (config.policy) {
    case Policy::Threshold:
        return thresholdPolicy(records, config);
    case Policy::ThresholdWeighted:
        return weightedThresholdPolicy(records, config);
    case Policy::Erlang:
    case Policy::Room:
        break;
    }
    return recommendFrom(CapacityModel(records, config));
}

Recommendation recommendFrom(const CapacityModel &model)
{
    return effectivePolicy(model.config()) == Policy::Room ? roomPolicy(model)
                                                           : erlangPolicy(model);
}

} // namespace queuesmith
