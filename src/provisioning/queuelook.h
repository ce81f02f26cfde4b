#pragma once

#include "queue.h"
#include "readback.h"

#include <optional>

namespace queuesmith {

class TenantClient;

/// Looks for the queue by its exact name and puts it into `found`: of several, the one that is as
/// declared. An incomplete list proves no absence. `tenant` and `found` must outlive the looks.
[[nodiscard]] LookFunction lookForQueue(TenantClient &tenant, const QString &name,
    const QJsonObject &definition, std::optional<Queue> *found);

/// What a failed look means for the next one.
[[nodiscard]] Look lookThatFailed(const Error &error);

} // namespace queuesmith
