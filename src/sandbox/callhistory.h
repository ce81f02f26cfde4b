#pragma once

#include "sandbox/callsimulation.h"

#include <QCache>
#include <QDateTime>
#include <QJsonArray>
#include <QSet>
#include <QString>

#include <chrono>

namespace queuesmith::sandbox {

struct HistoryQuery {
    QString queueId;
    QDateTime from; ///< UTC
    QDateTime to; ///< UTC
    std::chrono::minutes interval{24 * 60}; ///< divides a day
    QSet<QString> metrics;
};

/// Keeps the days that were simulated, up to some 50 MB, so that a query after the first is fast.
class SimulatedDays {
public:
    /// Valid until the next call.
    [[nodiscard]] const DayFigures &day(const CallProfile &profile, qint64 day);

private:
    static constexpr int kMostDays = 15'000;

    QCache<std::pair<quint64, qint64>, DayFigures> m_days{kMostDays};
};

/// The contract's metric records, oldest first: one for each interval from the one that `from` lies
/// in to the last that is over at `to`, without those that weren't recorded. One that had no call
/// has zeros, so that quiet can be told from a gap. Longer intervals are sums of quarters of an
/// hour.
[[nodiscard]] QJsonArray callHistory(
    const CallProfile &profile, const HistoryQuery &query, SimulatedDays *days);

} // namespace queuesmith::sandbox
