#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

namespace queuesmith {

// Days in one style wherever they stand, in the order that the locale writes them: `2 Nov 2026`,
// `Nov 2, 2026`, `2. Nov 2026`. The month is a word, so that nobody takes it for the day. Pure.

[[nodiscard]] QString dayText(QDate date, const QLocale &locale = QLocale());
[[nodiscard]] QString dayWithoutYear(QDate date, const QLocale &locale = QLocale()); ///< `2 Nov`
/// `2 Nov 2026 14:05`, in the time zone that `at` is in.
[[nodiscard]] QString minuteText(const QDateTime &at, const QLocale &locale = QLocale());

} // namespace queuesmith
