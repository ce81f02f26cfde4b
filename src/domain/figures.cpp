#include "domain/figures.h"

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {

qint64 tenthsOf(double number) { return std::llround(std::clamp(number, -1e15, 1e15) * 10.0); }

double toTenths(double number) { return static_cast<double>(tenthsOf(number)) / 10.0; }

Figure unknownFigure() { return {Words("–"), {}}; }

/// Two units, the smaller one left out where it is zero.
Figure inUnits(qint64 whole, qint64 large, Words both, Words alone)
{
    const qint64 count = whole / large;
    const auto first = static_cast<double>(count);
    if (whole % large == 0)
        return {alone, {first}};
    return {both, {first, static_cast<double>(whole % large)}};
}

/// `12,345`; each language has its own mark.
Sentence inThousands(qint64 number)
{
    constexpr qint64 kThousand = 1'000;
    if (number < kThousand)
        return number;
    return Sentence::tr("%1,%2",
        {inThousands(number / kThousand),
            QString::number(number % kThousand).rightJustified(3, u'0')});
}

} // namespace

Figure percentFigure(double share)
{
    if (std::isnan(share))
        return unknownFigure();
    constexpr double kLeast = 0.1;
    constexpr double kMost = 99.9;
    const double percent = toTenths(100.0 * share);
    if (share > 0 && percent < kLeast)
        return {Sentence::tr("< %1 %"), {kLeast}};
    if (share < 1 && percent > kMost)
        return {Sentence::tr("> %1 %"), {kMost}};
    return {Sentence::tr("%1 %"), {percent}};
}

Figure durationFigure(double seconds)
{
    constexpr double kMinute = 60;
    constexpr double kHour = 3'600;
    constexpr double kBeyondAll = 1e9; // no duration, but a figure that the tenant gave
    if (std::isnan(seconds))
        return unknownFigure();
    const double shown = toTenths(seconds);
    if (shown < kMinute || shown > kBeyondAll)
        return {Sentence::tr("%1 s"), {shown}};
    if (std::round(seconds) < kHour)
        return inUnits(
            std::llround(seconds), 60, Sentence::tr("%1 min %2 s"), Sentence::tr("%1 min"));
    return inUnits(
        std::llround(seconds / kMinute), 60, Sentence::tr("%1 h %2 min"), Sentence::tr("%1 h"));
}

Figure latencyFigure(std::chrono::milliseconds time)
{
    const auto count = static_cast<double>(time.count());
    if (time < std::chrono::seconds(1))
        return {Sentence::tr("%1 ms"), {count}};
    return durationFigure(count / 1000.0);
}

Sentence sentenceOf(const Figure &figure)
{
    std::vector<Sentence> parts(figure.numbers.size());
    std::transform(figure.numbers.cbegin(), figure.numbers.cend(), parts.begin(), decimalSentence);
    return {figure.words, parts};
}

Sentence decimalSentence(double number)
{
    const qint64 tenths = tenthsOf(number);
    const Sentence whole = inThousands(std::abs(tenths) / 10);
    const Sentence signedWhole = tenths < 0 ? Sentence(Words("-%1"), {whole}) : whole;
    if (tenths % 10 == 0)
        return signedWhole;
    return {Sentence::tr("%1.%2"), {signedWhole, QString::number(std::abs(tenths) % 10)}};
}

Sentence percentSentence(double share) { return sentenceOf(percentFigure(share)); }

Sentence durationSentence(double seconds) { return sentenceOf(durationFigure(seconds)); }

Sentence latencySentence(std::chrono::milliseconds time) { return sentenceOf(latencyFigure(time)); }

} // namespace queuesmith
