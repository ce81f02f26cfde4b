#pragma once

#include "domain/queuedefinition.h"
#include "domain/result.h"

#include <QList>
#include <QString>

namespace queuesmith {

/// Writes a definition file that `queuesmithctl` and the editor read. An older file of that name is
/// replaced as a whole, or left as it was. Kind OutputFile.
[[nodiscard]] Status writeDefinition(const QueueDefinition &definition, const QString &file);

/// Writes a file for each into a folder, and gives how many. Names are those of
/// definitionFileName(), with a number behind one that is taken: nothing that is there is replaced.
/// Stops at the first that can't be written, of kind InputFile. Takes its time for many.
[[nodiscard]] Result<qsizetype> writeDefinitions(
    const QList<QueueDefinition> &definitions, const QString &folder);

/// A file name for a queue: its name without what a file system or a shell dislikes.
[[nodiscard]] QString definitionFileName(const QString &queueName);

} // namespace queuesmith
