#pragma once

#include <QtGlobal>

#include <array>

namespace queuesmith::sandbox {

inline constexpr qint64 kQuarterSeconds = 900;
inline constexpr qint64 kDaySeconds = 86'400;
inline constexpr std::size_t kQuartersOfDay = 96;

/// What a queue's history follows from.
struct CallProfile {
    enum class Course {
        Office, ///< calls follow the hour and the weekday (UTC), and agents follow them in part
        Flat, ///< the same at every hour of every day, for checks of a model
    };
    enum class Trouble {
        None,
        Outage, ///< on one day of every four weeks nobody answers from 8 to 18 o'clock
        Gaps, ///< stretches of hours, and now and then whole days, weren't recorded
    };

    quint64 key = 0; ///< the queue's own randomness
    double callsPerHour = 60; ///< in the busiest hour of the week, on a day like any other
    double handleSeconds = 300; ///< mean of an exponential handling time
    double patienceSeconds = 240; ///< mean of an exponential patience
    int agents = 8; ///< on duty in the busiest hour of the week
    double swing = 0; ///< standard deviation of a day's volume, as a share of it
    Course course = Course::Office;
    Trouble trouble = Trouble::None;
};

/// The calls that came in within a quarter of an hour, whenever they were answered.
struct QuarterFigures {
    quint32 offered = 0;
    quint32 abandoned = 0;
    quint32 longestMs = 0; ///< wait of an answered call
    quint64 waitMs = 0; ///< waits of the answered calls together
    quint64 handleMs = 0;
    bool recorded = true; ///< false in a gap

    friend bool operator==(const QuarterFigures &, const QuarterFigures &) = default;
};

using DayFigures = std::array<QuarterFigures, kQuartersOfDay>;

/// Simulates a day, counted from 1970-01-01 in UTC, call by call: Poisson arrivals, one line that
/// is served in its order, agents who come and go by the hour and finish their last call, callers
/// who hang up when their patience is over. That is the system of Erlang's A formula wherever rate
/// and staff stay the same. A day begins with nobody waiting, so each can be had by itself; the
/// same profile always gives the same day.
[[nodiscard]] DayFigures simulateDay(const CallProfile &profile, qint64 day);

} // namespace queuesmith::sandbox
