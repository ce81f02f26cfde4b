#pragma once

#include "cxone/tenantclient.h"
#include "domain/result.h"

#include <functional>

namespace queuesmith {

/// The queue with that id, or else the one with exactly that name. Kind Conflict, code `ambiguous`,
/// when several have the name; NotFound when none has; BadAnswer when the tenant's list is
/// incomplete. `done` is called once from the event loop, unless `context` died before.
void findQueue(TenantClient &tenant, const QString &idOrName, QObject *context,
    std::function<void(const Result<Queue> &)> done);

/// The tenant's list of queues lacks some, and why.
[[nodiscard]] Error incompleteList(const Sentence &why);

} // namespace queuesmith
