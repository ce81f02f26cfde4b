#pragma once

#include "capacity/loadslots.h"

#include <optional>
#include <utility>

namespace queuesmith {

/// What a cleaned history says about the queue. Waits are seconds of answered calls.
struct HistoryStatistics {
    CleaningNotes notes;
    qint64 intervals = 0; ///< that can be used
    double calls = 0; ///< offered
    double handled = 0;
    qint64 days = 0; ///< local days with an interval
    double abandons = 0; ///< where they are known
    double abandonRate = 0;
    std::optional<double> ahtSeconds;
    bool coarse = false; ///< some interval is longer than an hour

    // Only since the present capacity began to count
    qint64 observedDays = 0;
    std::optional<double> observedAbandonRate;
    std::optional<double> asaSeconds;
    std::optional<std::pair<double, double>> asaInterval; ///< from three days on

    std::optional<double>
        patienceSeconds; ///< given, or from at least minAbandonsForPatience hang-ups
    ModelChoice model = ModelChoice::ErlangC; ///< that can be used
    LoadSlots load;
};

/// The mean wait's interval takes one batch a day, as for a ratio of two sums (W. G. Cochran,
/// "Sampling techniques", 6.3): intervals of one day aren't independent. Patience is the time that
/// all callers waited by the number who gave up, the maximum likelihood estimate for exponential
/// patience with answered calls as censored, between 10 s and an hour.
[[nodiscard]] HistoryStatistics statisticsOf(
    const WaitHistory &history, const CapacityConfig &config);

} // namespace queuesmith
