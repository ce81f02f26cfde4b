#pragma once

#include "error.h"

namespace queuesmith {

// How a creation may end without its queue, in words for a person.

[[nodiscard]] Error cancelledError(const QString &name);
/// The queue is there; only its event stream wasn't sent any more.
[[nodiscard]] Error exportCancelledError(const QString &name);
/// Absent for a whole settle window; `lastError` is what happened to the last attempt.
[[nodiscard]] Error notAppliedError(const QString &name, const QString &lastError);
[[nodiscard]] Error declaredAbsentError(const QString &name);
/// Another queue has the name; `fields` are those in which it differs.
[[nodiscard]] Error conflictError(
    const QString &name, const QString &queueId, const QString &fields);
/// `why` says why the tenant couldn't tell.
[[nodiscard]] Error unknownError(const QString &name, const QString &why);

} // namespace queuesmith
