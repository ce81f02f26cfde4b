#pragma once

#include "provisioning/capacityevidence.h"
#include "records/records.h"

#include <QDateTime>

#include <functional>
#include <optional>

namespace queuesmith {

/// One time that the capacity of a queue was changed, or given to it first, as it is on record.
struct CapacityChange {
    qint64 seq = 0; ///< of its record
    QDateTime at; ///< UTC; when it was confirmed
    QString actor;
    std::optional<qint64> from; ///< empty when the queue was created with it
    qint64 to = 0;
    /// What the approval rested on that it was made with: its promise is
    /// `predictedAtRecommended`. Empty when nobody had approved it, or it isn't as it was signed.
    std::optional<CapacityEvidence> approved;
};

/// Empty when the record tells of something else than a capacity that was changed.
[[nodiscard]] std::optional<CapacityChange> capacityChangeOf(const StoredRecord &record);

/// The newest change of a queue's capacity that this audit log knows of; an empty one when it knows
/// of none. `done` as with Records.
void findCapacityChange(Records &records, const TenantId &tenant, const QueueId &queue,
    QObject *context, std::function<void(const Result<std::optional<CapacityChange>> &)> done);

} // namespace queuesmith
