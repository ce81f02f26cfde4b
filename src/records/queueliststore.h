#pragma once

#include "domain/result.h"
#include "records/journal.h"

#include <QSet>
#include <QStringList>

#include <optional>

namespace queuesmith {

class Database;

/// The tables `queue_list` and `listed_before`: which queues a tenant had before an operation was
/// first sent. Writing functions run inside the caller's writing transaction.
class QueueListStore {
public:
    explicit QueueListStore(Database &database)
        : m_database(database)
    {
    }

    /// Keeps the ids, when there are any, for as long as the operation is open. A list that several
    /// operations begin with is kept once, and goes with the last of them.
    Status follow(const Operation &operation, const std::optional<QStringList> &queueIds);
    /// Empty when nothing was kept, or when it can't be read.
    Result<std::optional<QSet<QString>>> of(const QString &operationId);

private:
    Status keep(const QString &operationId, const QStringList &queueIds);
    Status drop(const QString &operationId);

    Database &m_database;
};

} // namespace queuesmith
