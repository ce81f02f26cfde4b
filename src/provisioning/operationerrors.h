#pragma once

#include "domain/error.h"
#include "domain/problem.h"

namespace queuesmith {

struct Operation;
struct Queue;

// How a creation or a change may end without its effect, in words for a person.

/// Why nothing was sent, in the words of the only finding when it isn't one of the definition.
[[nodiscard]] Error rejectedError(const Problems &problems);
/// The person stopped it before anything was sent that changes the tenant.
[[nodiscard]] Error cancelledUnsentError();
[[nodiscard]] Error cancelledError(const Operation &operation);
/// The queue is there; only its event stream wasn't sent any more.
[[nodiscard]] Error exportCancelledError(const QString &name);
/// Without effect for a whole settle window; `lastError` is what happened to the last attempt.
[[nodiscard]] Error notAppliedError(const Operation &operation, const Sentence &lastError);
[[nodiscard]] Error declaredAbsentError(const Operation &operation);
/// Another queue has the name; `fields` are those in which it differs.
[[nodiscard]] Error conflictError(
    const QString &name, const QString &queueId, const QString &fields);
/// Someone else changed the queue since it was read, and nothing of ours was applied. `fields` are
/// those that differ from what was read; empty when that isn't known.
[[nodiscard]] Error changedMeanwhileError(const QString &name, const QString &fields);
/// The same after an answer that got lost: our change may have been applied and changed again.
[[nodiscard]] Error changedAfterSendingError(const QString &name, const QString &fields);
/// The queue that was to be changed isn't there any more.
[[nodiscard]] Error queueGoneError(const QString &name);
/// `why` says why the tenant couldn't tell.
[[nodiscard]] Error unknownError(const Operation &operation, const Sentence &why);

/// The tenant has answered, and only the record of it has to wait: `storage` says why.
[[nodiscard]] Error auditPendingError(const Error &storage);
/// The tenant said that it made the queue, and doesn't show it.
[[nodiscard]] Error unseenError(const Operation &operation);
/// The tenant has a queue that may be the one that was sent, under another name.
[[nodiscard]] Error candidateError(const Operation &operation, const Queue &candidate);

} // namespace queuesmith
