#pragma once

#include "domain/result.h"
#include "records/journal.h"

#include <QDateTime>

#include <optional>

namespace queuesmith {

class Database;
class RunRegistry;

/// The table `export_task`. Writing functions run inside the caller's writing transaction.
class OutboxStore {
public:
    OutboxStore(Database &database, const RunRegistry &runs)
        : m_database(database)
        , m_runs(runs)
    {
    }

    /// Adds or changes it. Conflict, code `taken_over`, when another run holds it.
    Status put(const ExportTask &task, const QDateTime &now);
    /// Those not delivered that this run or a dead one holds, oldest first.
    Result<QList<ExportTask>> takeOver(const TenantId &tenant, const QDateTime &now);
    Result<QList<ExportTask>> list(const std::optional<TenantId> &tenant);

private:
    Database &m_database;
    const RunRegistry &m_runs;
};

} // namespace queuesmith
