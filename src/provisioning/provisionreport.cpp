#include "provisioning/provisionreport.h"

namespace queuesmith {

QString word(ProvisionOutcome outcome)
{
    switch (outcome) {
    case ProvisionOutcome::Created:
        return QStringLiteral("created");
    case ProvisionOutcome::Adopted:
        return QStringLiteral("adopted");
    case ProvisionOutcome::Updated:
        return QStringLiteral("updated");
    case ProvisionOutcome::Rejected:
        return QStringLiteral("rejected");
    case ProvisionOutcome::Failed:
        return QStringLiteral("failed");
    case ProvisionOutcome::Cancelled:
        return QStringLiteral("cancelled");
    case ProvisionOutcome::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

bool ProvisionReport::isComplete() const
{
    const bool applied = outcome == ProvisionOutcome::Created
        || outcome == ProvisionOutcome::Adopted || outcome == ProvisionOutcome::Updated;
    const bool delivered = exportStatus != word(EventStreamSync::Pending);
    return applied && delivered && !error && !hasErrors(problems)
        && compliance.verified.value_or(true);
}

} // namespace queuesmith
