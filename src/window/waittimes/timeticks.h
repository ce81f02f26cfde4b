#pragma once

#include "window/waittimes/downsample.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <vector>

namespace queuesmith {

/// A mark of the time axis.
struct TimeTick {
    qint64 ms = 0; ///< UTC
    QString label; ///< in the zone's time: `09:00`, `Mon 3 Mar`, `March 2025`
    bool isMajor = false; ///< a midnight among hours, a first of the month among days
};

/// Marks at whole hours, days, weeks or months *of that zone*, at most `most` of them, so that a
/// day of 23 or 25 hours has its marks where its clock shows them. An hour that comes twice has
/// both. Pure.
[[nodiscard]] std::vector<TimeTick> timeTicks(
    ChartSpan span, const QTimeZone &zone, int most, const QLocale &locale);

/// `15 minutes`, `1 hour`, `1 day`. Pure.
[[nodiscard]] QString intervalLength(qint64 intervalMs);

/// An interval for a read-out: `Mon 3 Mar 2025, 09:00 to 09:30`; on a day that isn't 24 hours long
/// with the offset from UTC, so that an hour that comes twice is told apart. Pure.
[[nodiscard]] QString intervalText(
    qint64 startMs, qint64 intervalMs, const QTimeZone &zone, const QLocale &locale);

} // namespace queuesmith
