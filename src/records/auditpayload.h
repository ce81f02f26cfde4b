#pragma once

#include "records/auditrecord.h"

#include <QJsonObject>
#include <QStringList>
#include <QVariantList>

namespace queuesmith {

/// What appending adds to a record.
struct RecordStamp {
    qint64 seq = 0;
    QString eventId; ///< UUID
    QDateTime at; ///< UTC
    AuditIdentity identity;
};

/// `2026-11-22T14:03:07.123Z`: sorts as text in the order of time.
[[nodiscard]] QString timestampText(const QDateTime &at);

/// The members of a record as the contract names them.
[[nodiscard]] QJsonObject auditPayload(const AuditRecord &record, const RecordStamp &stamp);

/// The text members that the table `audit` repeats in columns of the same names, for searching.
[[nodiscard]] const QStringList &searchColumns();

/// Their values in a payload, in the order of searchColumns().
[[nodiscard]] QVariantList searchValues(const QJsonObject &payload);

} // namespace queuesmith
