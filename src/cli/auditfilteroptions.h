#pragma once

#include "cli/commandline.h"
#include "domain/result.h"
#include "records/auditfilter.h"

namespace queuesmith {

/// Which records `audit list` and `audit export` were asked for. Kind Usage when an option has a
/// value that no record could ever match, or none at all.
[[nodiscard]] Result<AuditFilter> auditFilterOf(const CommandLine &line);

} // namespace queuesmith
