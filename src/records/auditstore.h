#pragma once

#include "domain/result.h"
#include "records/auditrecord.h"

#include <QByteArray>

namespace queuesmith {

class Database;

/// The end of the chain: hash(seq), or hash(0) for a log without records.
struct ChainHead {
    qint64 seq = 0;
    QByteArray hash; ///< 32 bytes
};

/// The tables `audit` and `audit_log`.
class AuditStore {
public:
    explicit AuditStore(Database &database)
        : m_database(database)
    {
    }

    Result<QString> logId();
    Result<ChainHead> head();

    /// Inside the caller's writing transaction, so that no other process appends in between.
    Result<qint64> append(
        const AuditRecord &record, const AuditIdentity &identity, const QDateTime &now);

private:
    Database &m_database;
};

} // namespace queuesmith
