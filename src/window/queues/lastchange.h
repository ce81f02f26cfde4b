#pragma once

#include <QDateTime>
#include <QJsonObject>

namespace queuesmith {

/// When the tenant says that a queue was changed last, or created; UTC. Invalid when it doesn't
/// say.
[[nodiscard]] QDateTime lastChangeOf(const QJsonObject &queue);

} // namespace queuesmith
