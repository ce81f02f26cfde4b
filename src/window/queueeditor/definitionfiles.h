#pragma once

#include "domain/queuedefinition.h"
#include "domain/result.h"

#include <QString>
#include <QStringList>

namespace queuesmith {

/// Reads a definition file with the strict reader. An error names file, line and column; what is
/// wrong with a readable definition is among its problems. Any thread.
[[nodiscard]] Result<ParsedDefinition> readDefinition(const QString &path);

/// Writes a definition file, at once or not at all. Any thread.
[[nodiscard]] Status writeDefinition(const QString &path, const QueueDefinition &definition);

/// The templates that come with the program, as paths for readDefinition().
[[nodiscard]] QStringList templatePaths();

} // namespace queuesmith
