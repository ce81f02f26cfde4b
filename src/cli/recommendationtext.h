#pragma once

#include "capacity/judgedrecommendation.h"

namespace queuesmith {

/// A recommendation for a person, in English as everything here.
[[nodiscard]] QString recommendationText(const JudgedRecommendation &judged);

} // namespace queuesmith
