#pragma once

#include "domain/queuedefinition.h"
#include "domain/result.h"

namespace queuesmith {

/// Reads a queue definition. An error of kind InputFile says `FILE:LINE:COLUMN: what`; wrong types
/// and values are problems of the definition.
[[nodiscard]] Result<ParsedDefinition> readDefinitionFile(const QString &file);

} // namespace queuesmith
