#pragma once

#include "domain/result.h"

#include <QString>

namespace queuesmith {

/// What `--log` takes, as rules for QLoggingCategory: Qt's rules, separated by commas or
/// semicolons, `queuesmith.http.debug=true`. Shorter: `queuesmith.` may be missing, `=true` too,
/// and `all` is every category. Kind Usage for a rule that names no category of ours; it lists
/// them.
[[nodiscard]] Result<QString> logRules(const QString &text);

} // namespace queuesmith
