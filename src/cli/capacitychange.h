#pragma once

#include "records.h"

#include <optional>

namespace queuesmith {

/// When a queue's capacity was last changed, or the queue made with it, as the audit log knows it:
/// milliseconds since 1970. `records` are newest first.
[[nodiscard]] std::optional<qint64> lastCapacityChange(
    const QList<StoredRecord> &records, const QString &tenant, const QString &queueId);

} // namespace queuesmith
