#pragma once

#include "domain/sentence.h"

#include <chrono>
#include <vector>

namespace queuesmith {

/// A figure for a person, in one style wherever it stands: `9.5 %`, `10.9 s`, `2 min 6 s`. At most
/// one decimal, and none where it would be a zero; what isn't known (NaN) is a dash. A value: the
/// core makes an English sentence of it, the window a text with its locale's numbers. Pure.
struct Figure {
    Words words;
    std::vector<double> numbers; ///< what stands at its places
};

[[nodiscard]] Figure percentFigure(double share); ///< never 0 % or 100 % when it isn't that
[[nodiscard]] Figure durationFigure(double seconds); ///< `4.2 s`, `3 min 20 s`, `2 h 30 min`
/// As a duration, but less than a second in milliseconds: `420 ms`, `10.9 s`.
[[nodiscard]] Figure latencyFigure(std::chrono::milliseconds time);

[[nodiscard]] Sentence sentenceOf(const Figure &figure);
[[nodiscard]] Sentence decimalSentence(double number); ///< `41`, `4.2`, `5,012`
[[nodiscard]] Sentence percentSentence(double share);
[[nodiscard]] Sentence durationSentence(double seconds);
[[nodiscard]] Sentence latencySentence(std::chrono::milliseconds time);

} // namespace queuesmith
