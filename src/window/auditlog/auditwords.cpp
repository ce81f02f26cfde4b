#include "auditwords.h"

#include <QCoreApplication>

#include <optional>

namespace queuesmith {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(AuditWords)
};

template <typename T> std::optional<T> find(const QList<T> &all, const QString &text)
{
    for (const T value : all) {
        if (word(value) == text)
            return value;
    }
    return {};
}
} // namespace

QString actionText(const QString &action)
{
    const auto known = find(allActions(), action);
    if (!known)
        return action;
    switch (*known) {
    case AuditAction::SignedIn:
        return Words::tr("Sign-in");
    case AuditAction::SignInFailed:
        return Words::tr("Sign-in failed");
    case AuditAction::ValidationRejected:
        return Words::tr("Validation rejected");
    case AuditAction::CapacityApproved:
        return Words::tr("Approval of capacity");
    case AuditAction::CapacityDeclined:
        return Words::tr("Refusal of capacity");
    case AuditAction::QueueProvisioned:
        return Words::tr("Provisioning of queue");
    case AuditAction::QueueUpdated:
        return Words::tr("Update of queue");
    case AuditAction::QueueDeleted:
        return Words::tr("Deletion of queue");
    case AuditAction::WfmExportCreated:
        return Words::tr("WFM export");
    case AuditAction::RunStarted:
        return Words::tr("Start of run");
    case AuditAction::RunFinished:
        return Words::tr("End of run");
    case AuditAction::AuditExported:
        return Words::tr("Export of audit log");
    case AuditAction::AuditVerified:
        return Words::tr("Verification of audit log");
    }
    return action;
}

QString eventText(const QString &action, const QString &outcome)
{
    const auto known = find(allActions(), action);
    if (!known || outcome != word(AuditOutcome::Success))
        return actionText(action);
    switch (*known) {
    case AuditAction::SignedIn:
        return Words::tr("Signed in");
    case AuditAction::CapacityApproved:
        return Words::tr("Capacity approved");
    case AuditAction::CapacityDeclined:
        return Words::tr("Capacity declined");
    case AuditAction::QueueProvisioned:
        return Words::tr("Queue provisioned");
    case AuditAction::QueueUpdated:
        return Words::tr("Queue updated");
    case AuditAction::QueueDeleted:
        return Words::tr("Queue deleted");
    case AuditAction::WfmExportCreated:
        return Words::tr("WFM export created");
    case AuditAction::RunStarted:
        return Words::tr("Run started");
    case AuditAction::RunFinished:
        return Words::tr("Run finished");
    case AuditAction::AuditExported:
        return Words::tr("Audit log exported");
    case AuditAction::AuditVerified:
        return Words::tr("Audit log verified");
    case AuditAction::SignInFailed:
    case AuditAction::ValidationRejected:
        break;
    }
    return actionText(action);
}

QString outcomeText(const QString &outcome)
{
    const auto known = find(allOutcomes(), outcome);
    if (!known)
        return outcome;
    switch (*known) {
    case AuditOutcome::Intent:
        return Words::tr("intent");
    case AuditOutcome::Success:
        return Words::tr("success");
    case AuditOutcome::Rejected:
        return Words::tr("rejected");
    case AuditOutcome::Failure:
        return Words::tr("failure");
    case AuditOutcome::Unknown:
        return Words::tr("unknown");
    case AuditOutcome::Cancelled:
        return Words::tr("cancelled");
    }
    return outcome;
}

StatusKind outcomeStatus(const QString &outcome)
{
    switch (find(allOutcomes(), outcome).value_or(AuditOutcome::Unknown)) {
    case AuditOutcome::Intent:
        return StatusKind::Waiting;
    case AuditOutcome::Success:
        return StatusKind::Ok;
    case AuditOutcome::Rejected:
        return StatusKind::Warning;
    case AuditOutcome::Failure:
        return StatusKind::Error;
    case AuditOutcome::Unknown:
        return StatusKind::Unknown;
    case AuditOutcome::Cancelled:
        return StatusKind::Info;
    }
    return StatusKind::Unknown;
}

QString outcomeMeaning(const QString &outcome)
{
    const auto known = find(allOutcomes(), outcome);
    if (!known)
        return Words::tr("An outcome that this version doesn't know.");
    switch (*known) {
    case AuditOutcome::Intent:
        return Words::tr("Recorded before anything was sent. Another record tells how it ended.");
    case AuditOutcome::Success:
        return Words::tr("Done, and confirmed.");
    case AuditOutcome::Rejected:
        return Words::tr("Refused before it could take effect.");
    case AuditOutcome::Failure:
        return Words::tr("Tried, and certainly not done.");
    case AuditOutcome::Unknown:
        return Words::tr("Sent, but it isn't known whether it took effect. It is looked into "
                         "before anything is sent again.");
    case AuditOutcome::Cancelled:
        return Words::tr("Cancelled by a person before it could take effect.");
    }
    return {};
}

} // namespace queuesmith
