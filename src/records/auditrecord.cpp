#include "records/auditrecord.h"

namespace queuesmith {

QList<AuditAction> allActions()
{
    return {AuditAction::SignedIn, AuditAction::SignInFailed, AuditAction::ValidationRejected,
        AuditAction::CapacityApproved, AuditAction::CapacityDeclined, AuditAction::QueueProvisioned,
        AuditAction::QueueUpdated, AuditAction::QueueDeleted, AuditAction::WfmExportCreated,
        AuditAction::RunStarted, AuditAction::RunFinished, AuditAction::AuditExported,
        AuditAction::AuditVerified};
}

QList<AuditOutcome> allOutcomes()
{
    return {AuditOutcome::Intent, AuditOutcome::Success, AuditOutcome::Rejected,
        AuditOutcome::Failure, AuditOutcome::Unknown, AuditOutcome::Cancelled};
}

QString word(AuditAction action)
{
    switch (action) {
    case AuditAction::SignedIn:
        return QStringLiteral("SIGNED_IN");
    case AuditAction::SignInFailed:
        return QStringLiteral("SIGN_IN_FAILED");
    case AuditAction::ValidationRejected:
        return QStringLiteral("VALIDATION_REJECTED");
    case AuditAction::CapacityApproved:
        return QStringLiteral("CAPACITY_APPROVED");
    case AuditAction::CapacityDeclined:
        return QStringLiteral("CAPACITY_DECLINED");
    case AuditAction::QueueProvisioned:
        return QStringLiteral("QUEUE_PROVISIONED");
    case AuditAction::QueueUpdated:
        return QStringLiteral("QUEUE_UPDATED");
    case AuditAction::QueueDeleted:
        return QStringLiteral("QUEUE_DELETED");
    case AuditAction::WfmExportCreated:
        return QStringLiteral("WFM_EXPORT_CREATED");
    case AuditAction::RunStarted:
        return QStringLiteral("RUN_STARTED");
    case AuditAction::RunFinished:
        return QStringLiteral("RUN_FINISHED");
    case AuditAction::AuditExported:
        return QStringLiteral("AUDIT_EXPORTED");
    case AuditAction::AuditVerified:
        break;
    }
    return QStringLiteral("AUDIT_VERIFIED");
}

QString word(AuditOutcome outcome)
{
    switch (outcome) {
    case AuditOutcome::Intent:
        return QStringLiteral("intent");
    case AuditOutcome::Success:
        return QStringLiteral("success");
    case AuditOutcome::Rejected:
        return QStringLiteral("rejected");
    case AuditOutcome::Failure:
        return QStringLiteral("failure");
    case AuditOutcome::Unknown:
        return QStringLiteral("unknown");
    case AuditOutcome::Cancelled:
        break;
    }
    return QStringLiteral("cancelled");
}

QString word(EventStreamSync sync)
{
    switch (sync) {
    case EventStreamSync::None:
        return QStringLiteral("none");
    case EventStreamSync::Pending:
        return QStringLiteral("pending");
    case EventStreamSync::Initiated:
        return QStringLiteral("initiated");
    case EventStreamSync::Active:
        return QStringLiteral("active");
    case EventStreamSync::Failed:
        break;
    }
    return QStringLiteral("failed");
}

AuditRecord masked(AuditRecord record, const KnownSecrets &secrets)
{
    record.reason = secrets.masked(record.reason);
    record.error = secrets.masked(record.error);
    if (record.validationProblems) {
        for (Problem &problem : *record.validationProblems)
            problem.message = secrets.masked(problem.message);
    }
    if (record.compliance) {
        for (ComplianceCheck &check : record.compliance->checks)
            check.detail = secrets.masked(check.detail);
    }
    record.before = secrets.masked(record.before);
    record.after = secrets.masked(record.after);
    return record;
}

} // namespace queuesmith
