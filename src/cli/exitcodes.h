#pragma once

#include "domain/error.h"

namespace queuesmith {

struct ProvisionReport;

/// What scripts rely on; fixed by the command line's contract.
enum class ExitCode {
    Done = 0,
    Failed = 1,
    Usage = 2,
    Rejected = 3,
    NotAllowed = 4,
    Unfinished = 5, ///< finished with failures, or with an outcome that could not be settled
    Storage = 6, ///< the audit log
    Cancelled = 130,
};

[[nodiscard]] ExitCode exitCodeFor(const Error &error);
[[nodiscard]] ExitCode exitCodeFor(const ProvisionReport &report);

} // namespace queuesmith
