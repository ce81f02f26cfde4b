#pragma once

#include "domain/result.h"

#include <QString>

namespace queuesmith {

class Database;
class RunRegistry;

/// What stands in an SQLite file's header, and makes it one of ours.
inline constexpr int kApplicationId = 0x51534d54; // "QSMT"
inline constexpr int kSchemaVersion = 3;

/// Tables, indices and triggers, and the log with its id, in a file that has nothing.
Status createSchema(Database &database, const QString &logId, const QString &createdAt);

/// Brings an older file up to kSchemaVersion. Does nothing in one that is up to date. Code
/// `audit_older_run` while a run of the older version works with the file.
Status migrate(Database &database, const RunRegistry &runs);

/// The tables, indices and triggers of the newest version, by name.
[[nodiscard]] QStringList schemaTables();
[[nodiscard]] QStringList schemaGuards();

} // namespace queuesmith
