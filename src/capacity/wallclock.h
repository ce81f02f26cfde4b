#pragma once

#include "capacity/capacityconfig.h"

#include <QTimeZone>

#include <vector>

namespace queuesmith {

/// What the clock on the queue's wall shows at an instant. Asking QTimeZone takes microseconds, so
/// the answer is kept for the time between two changes of the clocks. Not for several threads at
/// once.
class WallClock {
public:
    explicit WallClock(const CapacityConfig &config);

    /// The wall clock's reading, counted as if it were UTC.
    [[nodiscard]] qint64 localMs(qint64 utcMs);

    /// The clocks were changed at `utcMs`, by which they read `afterMs` instead of `beforeMs`.
    struct Change {
        qint64 beforeMs = 0;
        qint64 afterMs = 0;
    };
    /// All changes between two instants, oldest first.
    [[nodiscard]] std::vector<Change> changesBetween(qint64 fromMs, qint64 toMs) const;

private:
    void look(qint64 utcMs);

    QTimeZone m_zone; ///< invalid: the offset never changes
    qint64 m_offsetMs = 0;
    qint64 m_fromMs = 0; ///< the offset holds from here …
    qint64 m_toMs = 0; ///< … to before here
};

} // namespace queuesmith
