#pragma once

#include "domain/knownsecrets.h"
#include "domain/problem.h"
#include "domain/tenantid.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace queuesmith {

enum class AuditAction {
    SignedIn,
    SignInFailed,
    ValidationRejected,
    CapacityApproved,
    CapacityDeclined,
    QueueProvisioned,
    QueueUpdated,
    QueueDeleted,
    WfmExportCreated,
    RunStarted,
    RunFinished,
    AuditExported,
    AuditVerified,
};

enum class AuditOutcome { Intent, Success, Rejected, Failure, Unknown, Cancelled };

/// How far the event stream of a queue has come.
enum class EventStreamSync { None, Pending, Initiated, Active, Failed };

[[nodiscard]] QList<AuditAction> allActions();
[[nodiscard]] QList<AuditOutcome> allOutcomes();

[[nodiscard]] QString word(AuditAction action); ///< `QUEUE_PROVISIONED`
[[nodiscard]] QString word(AuditOutcome outcome); ///< `intent`
[[nodiscard]] QString word(EventStreamSync sync); ///< `none`

/// One check of `compliance_checks`. `ok` is empty when it could not be checked.
struct ComplianceCheck {
    QString check; ///< `licence`, `skills`, `read_back:capacity`, …
    std::optional<bool> ok;
    QString detail;

    friend bool operator==(const ComplianceCheck &, const ComplianceCheck &) = default;
};

struct Compliance {
    std::optional<bool> verified; ///< true: every check held; empty: one could not be checked
    QDateTime verifiedAt; ///< UTC
    QList<ComplianceCheck> checks;
};

/// Who acts, and against which tenant.
struct AuditIdentity {
    QString actor;
    QString host;
    TenantId tenant;
};

/// One step for the audit log. What isn't set here (schema, seq, event_id, timestamp, identity,
/// app_version) is filled in when it is appended. Members that are empty optionals are left out.
/// Sentences are English; no secrets and no response bodies.
struct AuditRecord {
    AuditAction action = AuditAction::QueueProvisioned;
    AuditOutcome outcome = AuditOutcome::Intent;
    QString queueId;
    QString queueName;
    QString correlationId; ///< UUID; an intent and its outcome share it
    QString reason;
    QString runId; ///< of a bulk run; left out when empty
    std::optional<int> attempts;
    std::optional<std::chrono::milliseconds> creationLatency;
    std::optional<bool> validationSuccess;
    std::optional<Problems> validationProblems;
    std::optional<EventStreamSync> eventStreamSync;
    QString exportId; ///< left out when empty
    std::optional<Compliance> compliance;
    std::optional<QJsonObject> evidence;
    std::optional<int> httpStatus;
    QString error; ///< left out when empty
    bool hasChange = false; ///< whether `before` and `after` are told
    QJsonValue before; ///< null for a creation
    QJsonValue after;
};

/// What a person or a tenant may have written in it, without any known secret. Not its evidence,
/// which is sealed and has figures only, and not what the queue is found by.
[[nodiscard]] AuditRecord masked(AuditRecord record, const KnownSecrets &secrets);

} // namespace queuesmith
