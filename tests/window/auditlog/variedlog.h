#pragma once

#include "records/auditrecord.h"

#include <QList>

namespace queuesmith {

/// Records as a busy month leaves them: sign-ins, rejected checks, creations that went well, were
/// refused, stayed unknown or were cancelled, an update, exports. An intent and its end share an
/// id. The same for the same `count`.
[[nodiscard]] QList<AuditRecord> variedRecords(int count);

} // namespace queuesmith
