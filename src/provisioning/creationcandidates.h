#pragma once

#include "domain/queue.h"
#include "records/journal.h"

namespace queuesmith {

/// Queues that the operation may have made although none has its exact name: a tenant may trim a
/// name, change its case or compose its letters. None of them is there by another operation of the
/// journal, or was listed before the first send. Such a queue has
///   - a name that equals ours once both are folded (foldedName()), whatever its fields are; or
///   - a name that no operation of the journal asks for, and all other fields as ours.
/// When nothing is known of the time before, the name alone decides.
[[nodiscard]] QList<Queue> creationCandidates(
    const Operation &operation, const QList<Queue> &listed, const KnownQueues &known);

} // namespace queuesmith
