#pragma once

#include "domain/result.h"
#include "records/journal.h"
#include "records/schema.h"

#include <QDateTime>
#include <QVariantList>

namespace queuesmith {

class Database;
class RunRegistry;

/// The table `operation`. Writing functions run inside the caller's writing transaction.
class JournalStore {
public:
    struct TakenOver {
        QList<Operation> operations; ///< oldest first
        QList<Operation> unreported; ///< finished, by a run that died before it could say so
        int busy = 0;
    };

    JournalStore(Database &database, const RunRegistry &runs)
        : m_database(database)
        , m_runs(runs)
    {
    }

    /// Conflict, code `in_progress`, when origin and name have an open operation, of any client.
    Status claim(const Operation &operation, const QDateTime &now);
    /// Conflict, code `taken_over`, when this run doesn't hold it.
    Status update(const Operation &operation, const QDateTime &now);
    /// What other operations of its tenant made, and asked for.
    Status addOthers(const Operation &operation, KnownQueues *known);
    Result<TakenOver> takeOver(const TenantId &tenant, const QDateTime &now);
    /// Held by no run any more, when it is finished: so nobody's death makes it news again.
    Status markReported(const QString &operationId);
    /// A finished operation is still to be told.
    Status reportLater(const QString &id);

private:
    Status takeUnreported(const TenantId &tenant, TakenOver *taken);

    Database &m_database;
    const RunRegistry &m_runs;
};

/// The rows that belong to a tenant, as a condition and its values. A row that an older version
/// wrote has no tenant id: it belongs to the client at that origin. In a file of `version` 1, which
/// is only ever read, no row names a client either.
struct OwnRows {
    QString condition;
    QVariantList values;
};
[[nodiscard]] OwnRows ownRows(const TenantId &tenant, int version = kSchemaVersion);

/// This run doesn't hold the row that it wants to change.
[[nodiscard]] Error notHeld(const QString &queueName);

/// Text for a column that is NOT NULL: a null QString would be stored as NULL.
[[nodiscard]] QString notNull(const QString &text);

} // namespace queuesmith
