#pragma once

#include "window/waittimes/waitseries.h"

namespace queuesmith {

/// Histories for the tests of the charts. Deterministic.

/// `count` intervals from `startMs` on, all figures known, with a day's rise and fall.
[[nodiscard]] WaitSeries plainSeries(int count, qint64 intervalMs = 900'000,
    qint64 startMs = 1'740'960'000'000, const QTimeZone &zone = QTimeZone::utc());

} // namespace queuesmith
