#pragma once

#include "domain/metricrecord.h"

#include <QList>

#include <algorithm>
#include <cmath>

namespace queuesmith {

/// A queue's made-up history: half-hours from 8 to 18 o'clock UTC on every day, busier at noon.
struct MadeUpQueue {
    qint64 startMs = 1'740'960'000'000; ///< 2025-03-03T00:00:00Z, a Monday
    int days = 28;
    double callsAtNoon = 60; ///< in a half-hour
    double handleSeconds = 180;

    /// `wait(day, callsPerSecond)` gives the mean wait in seconds and the share that hangs up.
    template <typename Wait> [[nodiscard]] QList<MetricRecord> records(const Wait &wait) const
    {
        QList<MetricRecord> all;
        for (int day = 0; day < days; ++day) {
            for (int halfHour = 16; halfHour < 36; ++halfHour) {
                const double shape = 1.0 - std::abs(halfHour - 25.5) / 20.0;
                MetricRecord record;
                record.startMs = startMs + (day * 48LL + halfHour) * 1'800'000;
                record.seconds = 1800;
                record.offered = std::round(callsAtNoon * shape);
                const auto [seconds, abandonRate] = wait(day, *record.offered / 1800.0);
                record.handled = *record.offered * (1.0 - abandonRate);
                record.abandonRate = abandonRate;
                record.waitSumMs = seconds * 1000.0 * *record.handled;
                record.handleSumMs = handleSeconds * 1000.0 * *record.handled;
                all.append(record);
            }
        }
        return all;
    }
};

} // namespace queuesmith
