#pragma once

#include "cli/csvtable.h"

namespace queuesmith {

/// Evaluates a model for every row of a table. `model` is `erlang-b`, `erlang-c`, `erlang-a`,
/// `mmnk` or `staffing`; the input columns are found by their names in any order, others are
/// ignored. The result is CSV: `id` (the row's number without such a column) and the model's
/// results, with 17 significant digits. Kind InputFile, with line and column, for a column that is
/// missing or a value that isn't one.
[[nodiscard]] Result<QString> evaluateVectors(
    const QString &model, const CsvTable &table, const QString &file);

} // namespace queuesmith
