#pragma once

#include "records/records.h"

#include <atomic>
#include <functional>

namespace queuesmith {

class Database;

/// Writes the CSV and its manifest from one state of the log, each to a temporary file that is
/// synced and then renamed: an error, a crash or `cancelled` leaves the old files.
Result<CsvExport> writeCsvExport(Database &database, const AuditFilter &filter, const QString &file,
    const std::atomic_bool &cancelled, const std::function<void(qint64, qint64)> &progress);

} // namespace queuesmith
