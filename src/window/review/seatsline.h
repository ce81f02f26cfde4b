#pragma once

#include "domain/queue.h"

#include <QList>
#include <QString>

#include <optional>

namespace queuesmith {

/// Seats before and after: what all queues of the tenant declare now, what they will declare, and
/// the seats that are licensed. One agent may serve several queues, so the sum may be the larger.
struct SeatsBeforeAndAfter {
    qint64 before = 0;
    qint64 after = 0;
    std::optional<qint64> licensed;
};

[[nodiscard]] SeatsBeforeAndAfter seatsBeforeAndAfter(const QList<Queue> &queues,
    const std::optional<Queue> &base, int capacity, std::optional<qint64> licensed);

[[nodiscard]] QString seatsLine(const SeatsBeforeAndAfter &seats);

} // namespace queuesmith
