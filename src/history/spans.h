#pragma once

#include "cxone/historyquery.h"

#include <QList>

namespace queuesmith {

/// The same time, as spans in their order that neither overlap nor touch; empty ones are left out.
[[nodiscard]] QList<TimeSpan> merged(QList<TimeSpan> spans);

/// What of `wanted` no span covers, in its order. `covered` is as merged() gives it.
[[nodiscard]] QList<TimeSpan> missing(const TimeSpan &wanted, const QList<TimeSpan> &covered);

} // namespace queuesmith
