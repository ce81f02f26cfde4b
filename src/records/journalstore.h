#pragma once

#include "journal.h"
#include "result.h"

#include <QDateTime>

namespace queuesmith {

class Database;
class RunRegistry;

/// The table `operation`. Writing functions run inside the caller's writing transaction.
class JournalStore {
public:
    struct TakenOver {
        QList<Operation> operations; ///< oldest first
        QList<Operation> untold; ///< finished, by a run that died before it could say so
        int busy = 0;
    };

    JournalStore(Database &database, const RunRegistry &runs)
        : m_database(database)
        , m_runs(runs)
    {
    }

    /// Conflict, code `in_progress`, when the tenant and name have an open operation.
    Status claim(const Operation &operation, const QDateTime &now);
    /// Conflict, code `taken_over`, when this run doesn't hold it.
    Status update(const Operation &operation, const QDateTime &now);
    Result<TakenOver> takeOver(const QString &tenant, const QDateTime &now);
    /// Held by no run any more, when it is finished: so nobody's death makes it news again.
    Status markReported(const QString &operationId);

private:
    Status takeUntold(const QString &tenant, TakenOver *taken);

    Database &m_database;
    const RunRegistry &m_runs;
};

/// This run doesn't hold the row that it wants to change.
[[nodiscard]] Error notHeld(const QString &queueName);

/// Text for a column that is NOT NULL: a null QString would be stored as NULL.
[[nodiscard]] QString notNull(const QString &text);

} // namespace queuesmith
