#pragma once

#include "records/records.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace queuesmith {

/// The audit log's CSV: RFC 4180, CRLF, UTF-8 with BOM. Pure.

/// Text as a cell's content before quoting: `'` in front of what a spreadsheet would run.
[[nodiscard]] QString withoutFormula(const QString &text);

/// A cell's content, in quotes where RFC 4180 asks for it.
[[nodiscard]] QString csvCell(const QString &content);

/// The BOM and the names of the columns.
[[nodiscard]] QByteArray csvHeader();

/// One line with its end; empty when the payload is not a JSON object.
[[nodiscard]] std::optional<QByteArray> csvRow(const StoredRecord &record);

} // namespace queuesmith
