#pragma once

#include <QString>

namespace queuesmith {

// Where a person's files are unless told otherwise; the same for every program.

/// A file or folder in the person's data folder of Queuesmith.
[[nodiscard]] QString userFile(const QString &name);

[[nodiscard]] QString usualAuditFile();

/// The audit log of the demo tenant, which is never mixed into that of real ones.
[[nodiscard]] QString demoAuditFile(const QString &auditFile);

/// The cache of wait-time history: may be deleted at any time.
[[nodiscard]] QString usualHistoryFile();

} // namespace queuesmith
