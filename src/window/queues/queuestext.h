#pragma once

#include "domain/queue.h"

#include <QString>
#include <QStringList>

namespace queuesmith {

class QueuesModel;

/// Id and description.
[[nodiscard]] QString nameToolTip(const Queue &queue);

/// What the overflow means in agents.
[[nodiscard]] QString overflowToolTip(const QueueDefinition &definition);

/// The first names of a list that may be long.
[[nodiscard]] QString skillsToolTip(const QStringList &names);

/// Rows for a spreadsheet, with a header and the same cells in both forms. Numbers are plain, times
/// ISO 8601 in UTC, and a text that a spreadsheet would run as a formula is guarded.
struct SpreadsheetRows {
    QString tabSeparated;
    QString html;
};
[[nodiscard]] SpreadsheetRows spreadsheetRows(const QueuesModel &model, const QList<int> &rows);

} // namespace queuesmith
