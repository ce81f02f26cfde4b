#pragma once

#include "queuechange.h"
#include "queueoperation.h"

namespace queuesmith {

/// What changes a queue that exists: only what the person changed is replaced (changedBody()). A
/// queue that someone else has changed since it was read is left as it is: outcome `failed`, an
/// error of kind Conflict with the code `changed_meanwhile`, and the report's `theirs`. A change
/// that changes nothing is rejected with the code `nothing_changed`.
[[nodiscard]] QueueOperation updateOf(const QueueChange &change);

/// A weak tag never matches in If-Match (RFC 9110, 13.1.1), so it is as good as none.
[[nodiscard]] QByteArray usableTag(const QByteArray &etag);

/// The queue is read back by its id: as it was sent, it is changed; as it was before (the
/// operation's `base`), the update was not applied; anything else is someone else's change, and a
/// conflict. No export is made: the one of the creation tells changes too.
[[nodiscard]] const OperationRules &updateRules();

} // namespace queuesmith
