#include "records/auditstore.h"

#include "records/auditchain.h"
#include "records/auditpayload.h"
#include "sqlite/database.h"

#include <QJsonDocument>
#include <QUuid>

namespace queuesmith {

namespace {
QString insertSql()
{
    QString columns = QStringLiteral("seq, payload, hash");
    QString marks = QStringLiteral("?, ?, ?");
    for (const QString &column : searchColumns()) {
        columns += QStringLiteral(", ") + column;
        marks += QStringLiteral(", ?");
    }
    return QStringLiteral("INSERT INTO audit(%1) VALUES(%2)").arg(columns, marks);
}
} // namespace

Result<QString> AuditStore::logId()
{
    const auto id = m_database.value(QStringLiteral("SELECT log_id FROM audit_log"));
    if (!id)
        return id.error();
    return id.value().toString();
}

Result<ChainHead> AuditStore::head()
{
    const auto last =
        m_database.row(QStringLiteral("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"));
    if (!last)
        return last.error();
    if (!last.value().isEmpty())
        return ChainHead{last.value().at(0).toLongLong(), last.value().at(1).toByteArray()};
    const auto id = logId();
    if (!id)
        return id.error();
    return ChainHead{0, genesisHash(id.value())};
}

Result<qint64> AuditStore::append(
    const AuditRecord &record, const AuditIdentity &identity, const QDateTime &now)
{
    const auto last = head();
    if (!last)
        return last.error();
    RecordStamp stamp;
    stamp.seq = last.value().seq + 1;
    stamp.eventId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    stamp.at = now;
    stamp.identity = identity;
    const QByteArray payload = canonicalJson(auditPayload(record, stamp));
    // The columns are taken from the stored bytes, as verification does it.
    const QJsonObject stored = QJsonDocument::fromJson(payload).object();
    const QByteArray hash = chainHash(stamp.seq, last.value().hash, payload);
    const Status added =
        m_database.run(insertSql(), QVariantList{stamp.seq, payload, hash} + searchValues(stored));
    if (!added)
        return added.error();
    return stamp.seq;
}

} // namespace queuesmith
