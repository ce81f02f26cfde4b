#pragma once

#include <QString>

namespace queuesmith {

/// A text as a tool tip that shows it as it stands. Qt takes a tool tip that looks like HTML for
/// HTML, and texts of a tenant or a person may look like anything.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace queuesmith
