#pragma once

#include "auditrecord.h"
#include "status.h"

#include <QList>
#include <QString>

namespace queuesmith {

/// What the window says for the words of the audit log. A word that this version doesn't know, for
/// instance of a newer program, is shown as it stands in the record.

[[nodiscard]] QList<AuditAction> allActions();
[[nodiscard]] QList<AuditOutcome> allOutcomes();

[[nodiscard]] QString actionText(const QString &action); ///< `Queue provisioned`
[[nodiscard]] QString outcomeText(const QString &outcome); ///< without the shape
[[nodiscard]] StatusKind outcomeStatus(const QString &outcome);
/// What an outcome means, for a tool tip.
[[nodiscard]] QString outcomeMeaning(const QString &outcome);

} // namespace queuesmith
