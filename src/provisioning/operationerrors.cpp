#include "operationerrors.h"

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
} // namespace

Error cancelledError(const QString &name)
{
    return errorOf(ErrorKind::Cancelled, "cancelled",
        QStringLiteral("Cancelled: “%1” was not created.").arg(name));
}

Error exportCancelledError(const QString &name)
{
    return errorOf(ErrorKind::Cancelled, "export_cancelled",
        QStringLiteral("Cancelled after “%1” was there: its event stream is still to be delivered. "
                       "Use wfm retry.")
            .arg(name));
}

Error notAppliedError(const QString &name, const QString &lastError)
{
    return errorOf(ErrorKind::Unavailable, "not_applied",
        QStringLiteral(
            "“%1” was not created: the tenant doesn't have it after the settle window. %2 "
            "Try again.")
            .arg(name, lastError));
}

Error declaredAbsentError(const QString &name)
{
    return errorOf(ErrorKind::Unavailable, "declared_absent",
        QStringLiteral(
            "“%1” was declared not to be there, by a person. Provisioning it may send it again.")
            .arg(name));
}

Error conflictError(const QString &name, const QString &queueId, const QString &fields)
{
    return errorOf(ErrorKind::Conflict, "conflict",
        QStringLiteral(
            "The tenant has a queue named “%1” already (id %2), and it differs in: %3. It was left "
            "as it is. Choose another name, or change that queue.")
            .arg(name, queueId, fields));
}

Error unknownError(const QString &name, const QString &why)
{
    Error error = errorOf(ErrorKind::UnknownEffect, "unknown",
        QStringLiteral(
            "It may have been created: %1 “%2” is kept in the journal. Look in the tenant's "
            "console; then run settle (or the same command again) when the tenant answers, "
            "or tell settle what you have seen (--absent, --present). Nothing is sent a "
            "second time before that.")
            .arg(why, name));
    error.what = QStringLiteral("The effect isn't known: ") + why;
    return error;
}

} // namespace queuesmith
