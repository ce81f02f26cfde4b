#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

class QLocale;

namespace queuesmith {

/// When the tenant says that a queue was changed last, or created; UTC. Invalid when it doesn't
/// say.
[[nodiscard]] QDateTime lastChangeOf(const QJsonObject &queue);

/// `just now`, `5 minutes ago`, `3 days ago`; the local date from a month on; `–` when not known.
[[nodiscard]] QString lastChangeText(
    const QDateTime &utc, const QDateTime &utcNow, const QLocale &locale);

/// `2026-11-23 02:16:59 UTC`; empty when not known.
[[nodiscard]] QString exactTimeText(const QDateTime &utc);

} // namespace queuesmith
