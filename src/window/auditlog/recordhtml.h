#pragma once

#include "records/records.h"
#include "window/auditlog/auditentry.h"

#include <QList>
#include <QPalette>
#include <QString>

namespace queuesmith {

/// One line of `before` and `after`.
struct RecordedChange {
    QString field; ///< JSON path, e.g. `overflow.overflowThreshold`
    QString before; ///< `–` when there was nothing
    QString after;

    friend bool operator==(const RecordedChange &, const RecordedChange &) = default;
};

/// The changed fields, objects taken apart, sorted by field. Pure.
[[nodiscard]] QList<RecordedChange> recordedChanges(
    const QJsonValue &before, const QJsonValue &after);

/// A record in readable form, for a QTextBrowser: every member, the change as a table, problems,
/// checks and evidence, and links (`record:17`) to the other records of its operation. Text of the
/// record is never taken for markup. Pure.
[[nodiscard]] QString recordHtml(
    const StoredRecord &record, const QList<AuditEntry> &related, const QPalette &palette);

/// The stored record, indented; as it stands when it is no JSON.
[[nodiscard]] QString recordJson(const StoredRecord &record);

} // namespace queuesmith
