#pragma once

#include "records/auditfilter.h"

#include <QDate>
#include <QString>

#include <optional>

namespace queuesmith {

/// Sets the filter's time to whole days of the computer's time zone, both included. Days in the
/// wrong order are swapped. Pure.
void setDays(AuditFilter *filter, std::optional<QDate> from, std::optional<QDate> to);

/// What the filter's time means in UTC, for a tool tip.
[[nodiscard]] QString periodText(const AuditFilter &filter);

} // namespace queuesmith
