// How far a model was off, in words.

#include "capacity/backtest.h"
#include "capacity/wordparts.h"

#include <cmath>

namespace queuesmith {

namespace {

/// To which side the whole was off.
Sentence sideSentence(double bias)
{
    constexpr double kEven = 0.02; ///< less is no side
    if (std::abs(bias) < kEven)
        return Sentence::tr("about right");
    return {bias > 0.0 ? Sentence::tr("%1 too high") : Sentence::tr("%1 too low"),
        {percentSentence(std::abs(bias))}};
}

Sentence errorSentence(
    Words text, const ModelError &error, const Sentence &predicted, const Sentence &actual)
{
    return {text, {predicted, actual, sideSentence(error.bias), percentSentence(error.wape)}};
}

} // namespace

QList<Sentence> errorSentences(const BackTest &test)
{
    QList<Sentence> lines;
    if (const auto &volume = test.volume)
        lines.append(errorSentence(
            Sentence::tr(
                "Calls: %1 expected, %2 came (%3); a single interval was off by %4 on average."),
            *volume, totalSentence(volume->predicted, volume->intervals),
            totalSentence(volume->actual, volume->intervals)));
    if (const auto &wait = test.wait)
        lines.append(errorSentence(
            Sentence::tr(
                "Wait: %1 expected, %2 measured (%3); a single interval was off by %4 on average."),
            *wait, durationSentence(wait->predicted), durationSentence(wait->actual)));
    if (const auto &abandonment = test.abandonment)
        lines.append(errorSentence(Sentence::tr("Abandonment: %1 expected, %2 measured (%3); a "
                                                "single interval was off by %4 on average."),
            *abandonment, percentSentence(abandonment->predicted),
            percentSentence(abandonment->actual)));
    if (!lines.isEmpty())
        lines.append(Sentence::tr("Single intervals differ by chance, most of all with few calls, "
                                  "so the verdict rests on the whole. The confidence is another "
                                  "measure: how closely the history pins the number down."));
    return lines;
}

} // namespace queuesmith
