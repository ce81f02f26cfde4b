#pragma once

#include "recommendation.h"

#include <QString>

namespace queuesmith {

/// `10 → 12`, `keep 10`, or that nothing can be recommended.
[[nodiscard]] QString changeText(const Recommendation &recommendation);

/// A recommendation for a person: what to do, how sure that is, and a sentence for each reason and
/// warning. Several lines, English.
[[nodiscard]] QString recommendationText(const Recommendation &recommendation);

} // namespace queuesmith
