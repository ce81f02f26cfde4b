#pragma once

#include "provisioning/approval.h"
#include "provisioning/preflight.h"
#include "records/auditrecord.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace queuesmith {

/// What the checks before the creation said about licence and skills.
[[nodiscard]] QList<ComplianceCheck> preflightCompliance(
    const QueueDefinition &definition, const TenantFacts &facts, const Problems &problems);

/// Whether there is what the connection demands: a reason, an approval of the capacity, or both.
/// What is empty isn't demanded.
[[nodiscard]] ComplianceCheck approvalCompliance(
    const std::optional<QString> &reason, const std::optional<ApprovalState> &approval);

/// Each declared field against what was read back. `theirs` is empty when nothing could be read
/// back; `why` says so.
[[nodiscard]] QList<ComplianceCheck> readBackCompliance(
    const QJsonObject &ours, const std::optional<QJsonObject> &theirs, const QString &why);

/// Errors of what the tenant has in the end, as checks that didn't hold.
[[nodiscard]] QList<ComplianceCheck> complianceOf(const Problems &readBackProblems);

/// True when every check held, false when one failed, empty when one could not be made.
[[nodiscard]] Compliance concludeCompliance(
    const QList<ComplianceCheck> &checks, const QDateTime &now);

} // namespace queuesmith
