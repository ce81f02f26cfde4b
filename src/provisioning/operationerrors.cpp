#include "provisioning/operationerrors.h"

#include "domain/queue.h"
#include "records/journal.h"

namespace queuesmith {

namespace {

bool isUpdate(const Operation &operation) { return operation.kind == OperationKind::Update; }

} // namespace

Error rejectedError(const Problems &problems)
{
    Error error = Error::of(ErrorKind::Validation, "rejected",
        Sentence::tr("The definition has errors, so nothing was sent. Fix them and try again."));
    QList<Problem> errors = problems;
    errors.removeIf([](const Problem &problem) { return problem.severity != Severity::Error; });
    const bool isOther = errors.size() == 1
        && (errors.first() == problems::nothingChanged()
            || errors.first() == problems::reasonMissing()
            || errors.first().code == QLatin1StringView("capacity_not_approved"));
    if (isOther) {
        error.code = errors.first().code;
        error.say(wholeSentence(errors.first()));
    }
    return error;
}

Error cancelledUnsentError()
{
    return Error::of(ErrorKind::Cancelled, "cancelled",
        Sentence::tr("Cancelled before anything was sent that would change the tenant."));
}

Error cancelledError(const Operation &operation)
{
    const Words source = isUpdate(operation) ? Sentence::tr("Cancelled: “%1” was not changed.")
                                             : Sentence::tr("Cancelled: “%1” was not created.");
    return Error::of(ErrorKind::Cancelled, "cancelled", {source, {operation.queueName}});
}

Error exportCancelledError(const QString &name)
{
    return Error::of(ErrorKind::Cancelled, "export_cancelled",
        Sentence::tr("Cancelled after “%1” was created. Its event stream has not been delivered "
                     "yet; retry the export.",
            {name}));
}

Error notAppliedError(const Operation &operation, const Sentence &lastError)
{
    const Words source = isUpdate(operation)
        ? Sentence::tr("“%1” was not changed: it is as it was after the settle window.")
        : Sentence::tr("“%1” was not created: the tenant doesn't have it after the settle window.");
    return Error::of(ErrorKind::Unavailable, "not_applied",
        Sentence::row(
            {Sentence(source, {operation.queueName}), lastError, Sentence::tr("Try again.")}));
}

Error declaredAbsentError(const Operation &operation)
{
    const Words source = isUpdate(operation)
        ? Sentence::tr(
            "A person declared that “%1” was not changed. Changing it may send the change again.")
        : Sentence::tr(
            "A person declared that “%1” is not there. Provisioning it may send it again.");
    return Error::of(ErrorKind::Unavailable, "declared_absent", {source, {operation.queueName}});
}

Error conflictError(const QString &name, const QString &queueId, const QString &fields)
{
    return Error::of(ErrorKind::Conflict, "conflict",
        Sentence::tr("The tenant already has a queue named “%1” (id %2), which differs in: %3. It "
                     "was left as it is. Choose another name, or change that queue.",
            {name, queueId, fields}));
}

Error changedMeanwhileError(const QString &name, const QString &fields)
{
    const Sentence happened = fields.isEmpty()
        ? Sentence::tr("Someone else has changed “%1” since it was read.", {name})
        : Sentence::tr("Someone else has changed “%1” since it was read: %2.", {name, fields});
    return Error::of(ErrorKind::Conflict, "changed_meanwhile",
        Sentence::row({happened,
            Sentence::tr("Your change was not applied. Compare both versions, then change the "
                         "queue as it is now.")}),
        Sentence::tr("Someone else has changed the queue since it was read."));
}

Error changedAfterSendingError(const QString &name, const QString &fields)
{
    const Sentence happened = fields.isEmpty()
        ? Sentence::tr("“%1” is neither as it was nor as you wanted it.", {name})
        : Sentence::tr("“%1” is neither as it was nor as you wanted it: %2.", {name, fields});
    return Error::of(ErrorKind::Conflict, "changed_meanwhile",
        Sentence::row({happened,
            Sentence::tr(
                "Someone else is working on it, and it is not known whether your change was "
                "applied in between. Compare both versions, then change the queue as it is now.")}),
        Sentence::tr("The queue is neither as it was nor as it was sent."));
}

Error queueGoneError(const QString &name)
{
    return Error::of(ErrorKind::NotFound, "queue_gone",
        Sentence::tr("The tenant no longer has “%1”, so there is nothing to change. Reload the "
                     "list of queues.",
            {name}));
}

Error unknownError(const Operation &operation, const Sentence &why)
{
    const Words source = isUpdate(operation)
        ? Sentence::tr("It may have been changed: %1 The change of “%2” is kept in the journal. "
                       "Look in the tenant's console; once the tenant answers, settle it, or "
                       "change the queue again. Nothing is resent before that.")
        : Sentence::tr(
            "It may have been created: %1 “%2” is kept in the journal. Look in the tenant's "
            "console; once the tenant answers, run settle (or the same command again), or tell "
            "settle what you have seen (--absent, --present). Nothing is resent before that.");
    return Error::of(ErrorKind::UnknownEffect, "unknown", {source, {why, operation.queueName}},
        Sentence::tr("The effect is not known: %1", {why}));
}

Error auditPendingError(const Error &storage)
{
    Error error = storage;
    error.kind = ErrorKind::Storage;
    error.code = QStringLiteral("audit_pending");
    // Says by itself what has become of the records, or of the run.
    if (storage.code == QLatin1StringView("audit_gone")
        || storage.code == QLatin1StringView("audit_lock_gone"))
        return error;
    error.say(Sentence::tr("The audit log could not be written after the tenant had answered. The "
                           "outcome is known but not recorded; the next start settles it. %1",
        {wholeSentence(storage)}));
    return error;
}

Error unseenError(const Operation &operation)
{
    return Error::of(ErrorKind::UnknownEffect, "unknown",
        Sentence::tr("The tenant answered that it created “%1” (id %2), but neither shows nor "
                     "lists that queue. “%1” is kept in the journal. Look in the tenant's console; "
                     "then run settle, or tell settle what you have seen (--absent, --present). "
                     "Nothing is sent a second time before that.",
            {operation.queueName, operation.queueId}),
        Sentence::tr(
            "The tenant answered that it created the queue as %1, but neither shows nor lists it.",
            {operation.queueId}));
}

Error candidateError(const Operation &operation, const Queue &candidate)
{
    return Error::of(ErrorKind::UnknownEffect, "unknown",
        Sentence::tr("“%1” may have been created under another name: the tenant has a queue “%2” "
                     "(id %3) that wasn't there before. Look at it in the tenant's console. If it "
                     "is the one, run settle with --present \"%1=%3\"; if it isn't, with --absent "
                     "\"%1\". Nothing is sent a second time before that.",
            {operation.queueName, candidate.definition.name, candidate.id.value}),
        Sentence::tr("The queue may have been created under another name: %1 wasn't there before.",
            {candidate.id.value}));
}

} // namespace queuesmith
