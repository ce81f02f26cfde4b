#pragma once

#include <QDateTime>

namespace queuesmith {

/// Whether a process of this computer that ran under this id at `since` still does. A process that
/// began later has only got its id. True also when that can't be found out.
[[nodiscard]] bool processLives(qint64 process, const QDateTime &since);

} // namespace queuesmith
