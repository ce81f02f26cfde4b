#pragma once

#include "capacity/recommendationwords.h"

namespace queuesmith {

// What the sentences of a recommendation are put together from.

/// How many there were in all, of the mean in each interval.
[[nodiscard]] Sentence totalSentence(double mean, qint64 intervals);
/// What the model asks for, which may be more than is allowed.
[[nodiscard]] Sentence modelSentence(const Recommendation &recommendation);
[[nodiscard]] Sentence modelWithRange(const Recommendation &recommendation);
/// Of a code whose words depend on more than numbers; empty for the others. There must be data.
[[nodiscard]] Sentence specialSentence(const QString &code, const Recommendation &recommendation);

} // namespace queuesmith
