#pragma once

#include "queuedefinition.h"
#include "result.h"

#include <QString>

namespace queuesmith {

/// Writes a definition file that `queuesmithctl` and the editor read. An older file of that name is
/// replaced as a whole, or left as it was. Kind InputFile.
[[nodiscard]] Status writeDefinition(const QueueDefinition &definition, const QString &file);

/// A file name for a queue: its name without what a file system or a shell dislikes.
[[nodiscard]] QString definitionFileName(const QString &queueName);

} // namespace queuesmith
