#include "cli/exitcodes.h"

#include "provisioning/provisionreport.h"

namespace queuesmith {

ExitCode exitCodeFor(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Usage:
    case ErrorKind::InputFile:
        return ExitCode::Usage;
    case ErrorKind::Validation:
        return ExitCode::Rejected;
    case ErrorKind::NotAllowed:
        return ExitCode::NotAllowed;
    case ErrorKind::UnknownEffect:
        return ExitCode::Unfinished;
    case ErrorKind::Storage:
        return ExitCode::Storage;
    case ErrorKind::Cancelled:
        return ExitCode::Cancelled;
    default:
        return ExitCode::Failed;
    }
}

ExitCode exitCodeFor(const ProvisionReport &report)
{
    if (report.error && report.error->kind == ErrorKind::Storage)
        return ExitCode::Storage;
    switch (report.outcome) {
    case ProvisionOutcome::Created:
    case ProvisionOutcome::Adopted:
    case ProvisionOutcome::Updated:
        return report.isComplete() ? ExitCode::Done : ExitCode::Unfinished;
    case ProvisionOutcome::Rejected:
        return ExitCode::Rejected;
    case ProvisionOutcome::Failed:
        return report.error && report.error->kind == ErrorKind::NotAllowed ? ExitCode::NotAllowed
                                                                           : ExitCode::Failed;
    case ProvisionOutcome::Cancelled:
        return ExitCode::Cancelled;
    case ProvisionOutcome::Unknown:
        break;
    }
    return ExitCode::Unfinished;
}

} // namespace queuesmith
