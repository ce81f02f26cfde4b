#pragma once

#include "domain/result.h"
#include "domain/strictjson.h"

#include <QByteArray>
#include <QString>

namespace queuesmith {

/// An input file that can't be read or parsed, kind InputFile.
[[nodiscard]] Error inputError(const QString &message);
/// The same, with its place: `FILE:LINE:COLUMN: what`.
[[nodiscard]] Error inputError(const QString &file, int line, int column, const QString &what);

/// The whole file, or all that comes out of a pipe, as readInput() has it; the error says when it
/// can't be read or has more than `most` bytes.
[[nodiscard]] Result<QByteArray> readInputFile(const QString &name, qsizetype most);

/// The file as strict JSON.
[[nodiscard]] Result<JsonParse> readJsonFile(const QString &name, qsizetype most);

} // namespace queuesmith
