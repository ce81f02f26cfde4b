#include "window/auditlog/auditwords.h"

#include <QCoreApplication>

#include <optional>

namespace queuesmith {

namespace {
struct AuditWordsTr {
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
        return AuditWordsTr::tr("Sign-in");
    case AuditAction::SignInFailed:
        return AuditWordsTr::tr("Sign-in failed");
    case AuditAction::ValidationRejected:
        return AuditWordsTr::tr("Validation rejected");
    case AuditAction::CapacityApproved:
        return AuditWordsTr::tr("Approval of capacity");
    case AuditAction::CapacityDeclined:
        return AuditWordsTr::tr("Refusal of capacity");
    case AuditAction::QueueProvisioned:
        return AuditWordsTr::tr("Provisioning of queue");
    case AuditAction::QueueUpdated:
        return AuditWordsTr::tr("Update of queue");
    case AuditAction::QueueDeleted:
        return AuditWordsTr::tr("Deletion of queue");
    case AuditAction::WfmExportCreated:
        return AuditWordsTr::tr("WFM export");
    case AuditAction::RunStarted:
        return AuditWordsTr::tr("Start of run");
    case AuditAction::RunFinished:
        return AuditWordsTr::tr("End of run");
    case AuditAction::AuditExported:
        return AuditWordsTr::tr("Export of audit log");
    case AuditAction::AuditVerified:
        return AuditWordsTr::tr("Verification of audit log");
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
        return AuditWordsTr::tr("Signed in");
    case AuditAction::CapacityApproved:
        return AuditWordsTr::tr("Capacity approved");
    case AuditAction::CapacityDeclined:
        return AuditWordsTr::tr("Capacity declined");
    case AuditAction::QueueProvisioned:
        return AuditWordsTr::tr("Queue provisioned");
    case AuditAction::QueueUpdated:
        return AuditWordsTr::tr("Queue updated");
    case AuditAction::QueueDeleted:
        return AuditWordsTr::tr("Queue deleted");
    case AuditAction::WfmExportCreated:
        return AuditWordsTr::tr("WFM export created");
    case AuditAction::RunStarted:
        return AuditWordsTr::tr("Run started");
    case AuditAction::RunFinished:
        return AuditWordsTr::tr("Run finished");
    case AuditAction::AuditExported:
        return AuditWordsTr::tr("Audit log exported");
    case AuditAction::AuditVerified:
        return AuditWordsTr::tr("Audit log verified");
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
        return AuditWordsTr::tr("intent");
    case AuditOutcome::Success:
        return AuditWordsTr::tr("success");
    case AuditOutcome::Rejected:
        return AuditWordsTr::tr("rejected");
    case AuditOutcome::Failure:
        return AuditWordsTr::tr("failure");
    case AuditOutcome::Unknown:
        return AuditWordsTr::tr("unknown");
    case AuditOutcome::Cancelled:
        return AuditWordsTr::tr("cancelled");
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
        return AuditWordsTr::tr("An outcome this version doesn't know.");
    switch (*known) {
    case AuditOutcome::Intent:
        return AuditWordsTr::tr(
            "Recorded before anything was sent. Another record has the outcome.");
    case AuditOutcome::Success:
        return AuditWordsTr::tr("Done, and confirmed.");
    case AuditOutcome::Rejected:
        return AuditWordsTr::tr("Rejected before it could take effect.");
    case AuditOutcome::Failure:
        return AuditWordsTr::tr("Attempted, and certainly not done.");
    case AuditOutcome::Unknown:
        return AuditWordsTr::tr("Sent, but it is not known whether it took effect. The tenant is "
                                "checked before anything is resent.");
    case AuditOutcome::Cancelled:
        return AuditWordsTr::tr("Cancelled by a person before it could take effect.");
    }
    return {};
}

} // namespace queuesmith
