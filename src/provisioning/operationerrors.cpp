#include "operationerrors.h"

#include "journal.h"

namespace queuesmith {

namespace {
Error errorOf(ErrorKind kind, const char *code, const QString &message)
{
    Error error;
    error.kind = kind;
    error.code = QString::fromLatin1(code);
    error.message = message;
    return error;
}

bool isUpdate(const Operation &operation) { return operation.kind == OperationKind::Update; }
} // namespace

Error cancelledError(const Operation &operation)
{
    const QString text = isUpdate(operation) ? QStringLiteral("Cancelled: “%1” was not changed.")
                                             : QStringLiteral("Cancelled: “%1” was not created.");
    return errorOf(ErrorKind::Cancelled, "cancelled", text.arg(operation.queueName));
}

Error exportCancelledError(const QString &name)
{
    return errorOf(ErrorKind::Cancelled, "export_cancelled",
        QStringLiteral("Cancelled after “%1” was there: its event stream is still to be delivered. "
                       "Use wfm retry.")
            .arg(name));
}

Error notAppliedError(const Operation &operation, const QString &lastError)
{
    const QString text = isUpdate(operation)
        ? QStringLiteral("“%1” was not changed: it is as it was after the settle window. %2 "
                         "Try again.")
        : QStringLiteral(
            "“%1” was not created: the tenant doesn't have it after the settle window. %2 "
            "Try again.");
    return errorOf(ErrorKind::Unavailable, "not_applied", text.arg(operation.queueName, lastError));
}

Error declaredAbsentError(const Operation &operation)
{
    const QString text = isUpdate(operation)
        ? QStringLiteral("“%1” was declared not to be changed, by a person. Changing it may send "
                         "the change again.")
        : QStringLiteral(
            "“%1” was declared not to be there, by a person. Provisioning it may send it again.");
    return errorOf(ErrorKind::Unavailable, "declared_absent", text.arg(operation.queueName));
}

Error conflictError(const QString &name, const QString &queueId, const QString &fields)
{
    return errorOf(ErrorKind::Conflict, "conflict",
        QStringLiteral(
            "The tenant has a queue named “%1” already (id %2), and it differs in: %3. It was left "
            "as it is. Choose another name, or change that queue.")
            .arg(name, queueId, fields));
}

Error changedMeanwhileError(const QString &name, const QString &fields)
{
    const QString told = fields.isEmpty() ? QString() : QString(QStringLiteral(": ") % fields);
    Error error = errorOf(ErrorKind::Conflict, "changed_meanwhile",
        QStringLiteral("Someone else changed “%1” since it was read%2. Your change was not "
                       "applied. Look at both, then change the queue as it is now.")
            .arg(name, told));
    error.what = QStringLiteral("Someone else changed the queue since it was read.");
    return error;
}

Error changedAfterSendingError(const QString &name, const QString &fields)
{
    const QString told = fields.isEmpty() ? QString() : QString(QStringLiteral(": ") % fields);
    Error error = errorOf(ErrorKind::Conflict, "changed_meanwhile",
        QStringLiteral("“%1” is neither as it was nor as you wanted it%2. Someone else is at work "
                       "on it, and whether your change was applied in between isn't known. Look "
                       "at both, then change the queue as it is now.")
            .arg(name, told));
    error.what = QStringLiteral("The queue is neither as it was nor as it was sent.");
    return error;
}

Error queueGoneError(const QString &name)
{
    return errorOf(ErrorKind::NotFound, "queue_gone",
        QStringLiteral("The tenant doesn't have “%1” any more, so there is nothing to change. "
                       "Read the list of queues again.")
            .arg(name));
}

Error unknownError(const Operation &operation, const QString &why)
{
    const QString text = isUpdate(operation)
        ? QStringLiteral("It may have been changed: %1 The change of “%2” is kept in the journal. "
                         "Look in the tenant's console; then settle it, or change the queue again, "
                         "when the tenant answers. Nothing is sent a second time before that.")
        : QStringLiteral(
            "It may have been created: %1 “%2” is kept in the journal. Look in the tenant's "
            "console; then run settle (or the same command again) when the tenant answers, "
            "or tell settle what you have seen (--absent, --present). Nothing is sent a "
            "second time before that.");
    Error error = errorOf(ErrorKind::UnknownEffect, "unknown", text.arg(why, operation.queueName));
    error.what = QStringLiteral("The effect isn't known: ") + why;
    return error;
}

} // namespace queuesmith
