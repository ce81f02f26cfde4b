#pragma once

#include "result.h"
#include "strictjson.h"

namespace queuesmith {

/// Reads a file of strict JSON; the result has no error. Kind InputFile says `FILE:LINE:COLUMN:
/// what`.
[[nodiscard]] Result<JsonParse> readJsonFile(const QString &name);

/// An error of kind InputFile about what an input file holds.
[[nodiscard]] Error inputError(const QString &message);

} // namespace queuesmith
