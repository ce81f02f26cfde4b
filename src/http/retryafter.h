#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace queuesmith {

/// Reads an HTTP date in each of the three forms of RFC 9110, 5.6.7: `Sun, 06 Nov 1994 08:49:37
/// GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` (a year more than 50 years ahead of `now` is in the past)
/// and `Sun Nov  6 08:49:37 1994`. Qt's own parser can't.
[[nodiscard]] std::optional<QDateTime> parseHttpDate(const QByteArray &text, const QDateTime &now);

/// The delay that a `Retry-After` asks for, counted from `now`: seconds or an HTTP date. Never
/// negative: a date in the past is 0. At most a year. Anything else (`-5`, `soon`, `1.5`) is
/// ignored. Of several, as of headers that were put together with commas, the longest counts.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseRetryAfter(
    const QByteArray &value, const QDateTime &now);

} // namespace queuesmith
