#include "wordparts.h"

#include <cmath>

namespace queuesmith {

Sentence wholeSentence(qint64 number) { return {QString::number(number)}; }

Sentence totalSentence(double mean, qint64 intervals)
{
    return wholeSentence(std::llround(mean * static_cast<double>(intervals)));
}

Sentence modelSentence(const Recommendation &recommendation)
{
    const int model = recommendation.modelCapacity.value_or(0);
    if (model > recommendation.config.capacityMax)
        return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "more than %1"),
            {wholeSentence(recommendation.config.capacityMax)}};
    return wholeSentence(model);
}

Sentence modelWithRange(const Recommendation &recommendation)
{
    if (!recommendation.range
        || recommendation.modelCapacity.value_or(0) > recommendation.config.capacityMax)
        return modelSentence(recommendation);
    return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 (between %2 and %3)"),
        {modelSentence(recommendation), wholeSentence(recommendation.range->first),
            wholeSentence(recommendation.range->second)}};
}

Sentence signedPercentSentence(double share)
{
    return share > 0.0 ? Sentence("+%1", {percentSentence(share)}) : percentSentence(share);
}

} // namespace queuesmith
