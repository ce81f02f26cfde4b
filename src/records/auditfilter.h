#pragma once

#include "domain/tenantid.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace queuesmith {

/// Which records of the audit log are meant. What isn't set lets every record through.
struct AuditFilter {
    std::optional<QDateTime> since; ///< inclusive
    std::optional<QDateTime> until; ///< exclusive
    QString actor; ///< exact; empty: any. So for the rest.
    QString queue; ///< a queue's id or name
    std::optional<TenantId> tenant;
    QString action;
    QStringList actions; ///< any of these; empty: any
    QString outcome;
    QString text; ///< anywhere in the record, without regard to case
    QString correlation; ///< the records of one operation
    int limit = 0; ///< newest n; 0: all
    qint64 beforeSeq =
        0; ///< only older records than this one, for the next page; 0: from the newest
    qint64 afterSeq = 0; ///< only newer records than this one

    friend bool operator==(const AuditFilter &, const AuditFilter &) = default;
};

} // namespace queuesmith
