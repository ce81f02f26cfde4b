#pragma once

#include "capacity/waithistory.h"

#include <map>
#include <optional>

namespace queuesmith {

/// Each local day's volume relative to the median of its weekday, so that a shorter week is no
/// change. Weekdays that usually have no calls are left out.
using DayIndexes = std::map<qint64, double>;
[[nodiscard]] DayIndexes dayIndexesOf(const WaitHistory &history);

/// Relative change of the last 14 days' volume against the days before, where it is beyond chance:
/// at least 5 % and 2.5 standard errors, with eight days on either side. Empty: it didn't move.
[[nodiscard]] std::optional<double> volumeMoveOf(const DayIndexes &days);

/// What a day's volume is multiplied with before it is planned for.
class VolumeLevels {
public:
    /// `change` is what a person expects of the coming weeks, against the last 14 days. Empty: the
    /// history is replayed as it is, since a trend that is only guessed spoils more than it saves.
    /// Earlier weeks are brought to the level of the last two only where the volume moved beyond
    /// chance: elsewhere that would take the days' own swing away.
    VolumeLevels(const DayIndexes &days, std::optional<double> change);

    [[nodiscard]] double factorOf(qint64 localDay) const;

private:
    double m_overall = 1.0;
    qint64 m_lastDay = 0;
    std::map<qint64, double> m_byWeekBack; ///< 0 is the last seven days; empty: all weeks alike
};

} // namespace queuesmith
