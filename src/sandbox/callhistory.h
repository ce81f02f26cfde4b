#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QSet>
#include <QString>

#include <chrono>

namespace queuesmith::sandbox {

/// What a queue's made-up history follows from.
struct CallProfile {
    quint64 key = 0; ///< the queue's own randomness
    double agents = 10; ///< on duty in a normal hour
    double handleSeconds = 300; ///< mean handling time of a call
    double load = 0.8; ///< busy share of the agents in the busiest hour of the week
};

struct HistoryQuery {
    QString queueId;
    QDateTime from; ///< UTC
    QDateTime to; ///< UTC
    std::chrono::minutes interval{24 * 60}; ///< divides a day
    QSet<QString> metrics;
};

/// The contract's metric records, oldest first: one for each interval from the one that `from` lies
/// in to the last that is over at `to`, without those that had no call. A simple history, worked
/// out from hour, weekday and chance for each quarter of an hour; the same profile always gives
/// the same figures for the same instant. Longer intervals are sums of quarters.
[[nodiscard]] QJsonArray callHistory(const CallProfile &profile, const HistoryQuery &query);

} // namespace queuesmith::sandbox
