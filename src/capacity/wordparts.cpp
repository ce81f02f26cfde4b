#include "capacity/wordparts.h"

#include <cmath>

namespace queuesmith {

Sentence totalSentence(double mean, qint64 intervals)
{
    return std::llround(mean * static_cast<double>(intervals));
}

Sentence modelSentence(const Recommendation &recommendation)
{
    const int model = recommendation.modelCapacity.value_or(0);
    if (model > recommendation.config.capacityMax)
        return Sentence::tr("more than %1", {recommendation.config.capacityMax});
    return model;
}

Sentence modelWithRange(const Recommendation &recommendation)
{
    if (!recommendation.range
        || recommendation.modelCapacity.value_or(0) > recommendation.config.capacityMax)
        return modelSentence(recommendation);
    return Sentence::tr("%1 (between %2 and %3)",
        {modelSentence(recommendation), recommendation.range->first, recommendation.range->second});
}

Sentence signedPercentSentence(double share)
{
    return share > 0.0 ? Sentence(Words("+%1"), {percentSentence(share)}) : percentSentence(share);
}

} // namespace queuesmith
