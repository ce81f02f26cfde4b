#include "wordparts.h"

#include <algorithm>
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

Sentence decimalSentence(double number)
{
    const qint64 tenths = std::llround(std::clamp(number, -1e15, 1e15) * 10.0);
    if (tenths % 10 == 0)
        return wholeSentence(tenths / 10);
    const QString sign = tenths < 0 ? QStringLiteral("-") : QString();
    return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1.%2"),
        {Sentence(sign + QString::number(std::abs(tenths) / 10)),
            wholeSentence(std::abs(tenths) % 10)}};
}

Sentence percentSentence(double share)
{
    return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1%"), {decimalSentence(100.0 * share)}};
}

Sentence signedPercentSentence(double share)
{
    return share > 0.0 ? Sentence("+%1", {percentSentence(share)}) : percentSentence(share);
}

Sentence secondsSentence(double seconds)
{
    constexpr double kFewSeconds = 10.0;
    return {QT_TRANSLATE_NOOP("queuesmith::Sentence", "%1 s"),
        {decimalSentence(seconds < kFewSeconds ? seconds : std::round(seconds))}};
}

} // namespace queuesmith
