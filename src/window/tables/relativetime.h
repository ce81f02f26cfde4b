#pragma once

#include <QDateTime>
#include <QString>

namespace queuesmith {

/// How long ago `at` was, for a table: `just now`, `5 min ago`, `3 h ago`, `2 d ago`, and from
/// 30 days on the day itself. Time that lies ahead is told by the day and the minute. Pure.
[[nodiscard]] QString relativeTime(const QDateTime &at, const QDateTime &now);

/// The exact instant, for a tool tip: `2026-11-22 14:03:07.123 UTC`, and the local time below it.
[[nodiscard]] QString exactTime(const QDateTime &at);

} // namespace queuesmith
