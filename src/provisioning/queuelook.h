#pragma once

#include "queue.h"
#include "readback.h"

#include <QStringList>

#include <optional>

namespace queuesmith {

class TenantClient;

/// The queue of a name that an operation may have made, and its twins.
struct QueueMatch {
    Queue queue;
    QStringList twins; ///< ids of further queues that are as declared
};

/// Of the queues of a name, the first that is as declared; else the first of all.
[[nodiscard]] std::optional<QueueMatch> matchOf(
    const QJsonObject &definition, const QList<Queue> &queues);

/// Looks for the queue by its exact name and puts it into `match`. An incomplete list proves no
/// absence, and twins count only when they are still there at the end of the settle window.
/// `tenant` and `match` must outlive the looks.
[[nodiscard]] LookFunction lookForQueue(TenantClient &tenant, const QString &name,
    const QJsonObject &definition, std::optional<QueueMatch> *match);

/// What a failed look means for the next one.
[[nodiscard]] Look lookThatFailed(const Error &error);

} // namespace queuesmith
