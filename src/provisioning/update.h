#pragma once

#include "queueoperation.h"

namespace queuesmith {

/// The queue is read back by its id: as it was sent, it is changed; as it was before (the
/// operation's `base`), the update was not applied; anything else is someone else's change, and a
/// conflict. No export is made: the one of the creation tells changes too.
[[nodiscard]] const OperationRules &updateRules();

} // namespace queuesmith
