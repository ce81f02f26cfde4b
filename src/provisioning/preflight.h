#pragma once

#include "domain/problem.h"
#include "domain/queue.h"

#include <optional>

namespace queuesmith {

/// What is known about a tenant when a definition is checked against it.
struct TenantFacts {
    /// Empty when the tenant can't tell; the sentence beside it says why.
    std::optional<Listing<Skill>> skills;
    Sentence skillsUnchecked;
    std::optional<Listing<Queue>> queues;
    Sentence queuesUnchecked;
    std::optional<qint64> licensedAgents;
};

/// Every check of a definition against a tenant, as a pure function. `ownId` is the queue's own id
/// for a change of an existing queue, and empty for a new one. The checks of the definition by
/// itself are parseDefinition()'s.
[[nodiscard]] Problems checkAgainstTenant(
    const QueueDefinition &definition, const TenantFacts &facts, const QueueId &ownId = {});

} // namespace queuesmith
