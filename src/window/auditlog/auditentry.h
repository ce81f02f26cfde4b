#pragma once

#include "records/records.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace queuesmith {

/// What a record says of the checks of a queue as it was read back.
enum class ComplianceWord {
    NotTold, ///< the record isn't about that
    Verified,
    Refuted,
    NotChecked,
};

/// One record as the table shows it. Holds no payload, so that 100,000 of them stay small.
struct AuditEntry {
    qint64 seq = 0;
    QDateTime at; ///< UTC
    QString action; ///< as in the record
    QString outcome; ///< as in the record
    QString queueName;
    QString queueId;
    QString actor;
    QString correlationId;
    QString reason;
    std::optional<qint64> attempts;
    std::optional<std::chrono::milliseconds> latency;
    ComplianceWord compliance = ComplianceWord::NotTold;
    bool readable = true; ///< false: the stored bytes are no JSON object
};

/// Pure.
[[nodiscard]] AuditEntry entryOf(const StoredRecord &record);

} // namespace queuesmith
