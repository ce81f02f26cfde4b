#pragma once

#include "cxone/connection.h"

#include <QColor>
#include <QString>

namespace queuesmith {

/// `PRODUCTION`, `TEST`, `DEMO`.
[[nodiscard]] QString environmentText(Environment environment);

/// The environment's own colour; it carries white text at 4.5:1 or more.
[[nodiscard]] QColor environmentColor(Environment environment);

/// Environment and lock, e.g. `PRODUCTION · locked`.
[[nodiscard]] QString marksOf(const Connection &connection);

} // namespace queuesmith
