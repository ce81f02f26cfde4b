#pragma once

#include "window/appearance/status.h"
#include "window/auditlog/auditentry.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace queuesmith {

/// What the cells of the audit log's table say; `column` is an AuditModel::Column. Pure.

/// `now` is UTC.
[[nodiscard]] QString auditCellText(const AuditEntry &entry, int column, const QDateTime &now);
[[nodiscard]] QString auditCellMeaning(const AuditEntry &entry, int column); ///< in more words
[[nodiscard]] std::optional<StatusKind> auditCellStatus(const AuditEntry &entry, int column);
[[nodiscard]] QString auditHeading(int column);

} // namespace queuesmith
