#pragma once

#include "records/auditrecord.h"
#include "window/appearance/status.h"

#include <QList>
#include <QString>

namespace queuesmith {

/// What the window says for the words of the audit log. A word that this version doesn't know, for
/// instance of a newer program, is shown as it stands in the record.

/// What was wanted, whatever came of it: `Provisioning of queue`.
[[nodiscard]] QString actionText(const QString &action);
/// What happened: `Queue provisioned` where it succeeded, else what was wanted.
[[nodiscard]] QString eventText(const QString &action, const QString &outcome);
[[nodiscard]] QString outcomeText(const QString &outcome); ///< without the shape
[[nodiscard]] StatusKind outcomeStatus(const QString &outcome);
/// What an outcome means, for a tool tip.
[[nodiscard]] QString outcomeMeaning(const QString &outcome);

} // namespace queuesmith
