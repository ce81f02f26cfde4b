#pragma once

#include "readback.h"

namespace queuesmith {

class TenantClient;

/// Of the queues of a name, the first that is as declared, and its twins; else the first of all.
/// Without any it is `Absent`.
[[nodiscard]] Look lookAmong(const QJsonObject &definition, const QList<Queue> &queues);

/// Looks for the queue by its exact name. An incomplete list proves no absence, and twins count
/// only when they are still there at the end of the settle window. `tenant` must outlive the looks.
[[nodiscard]] LookFunction lookForQueue(
    TenantClient &tenant, const QString &name, const QJsonObject &definition);

} // namespace queuesmith
