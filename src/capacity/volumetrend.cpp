#include "capacity/volumetrend.h"

#include "capacity/median.h"

#include <array>
#include <cmath>

namespace queuesmith {

namespace {

constexpr qint64 kRecentDays = 14;
constexpr std::size_t kFewestDaysASide = 8;
constexpr double kLeastMove = 0.05;
constexpr double kStandardErrors = 2.5;

struct MeanError {
    double mean = 0;
    double squaredError = 0; ///< of the mean
};

MeanError meanErrorOf(const std::vector<double> &values)
{
    const auto count = static_cast<double>(values.size());
    double sum = 0.0;
    for (const double value : values)
        sum += value;
    MeanError result{sum / count, 0.0};
    double squares = 0.0;
    for (const double value : values)
        squares += (value - result.mean) * (value - result.mean);
    result.squaredError = squares / (count - 1.0) / count;
    return result;
}

int weekdayOf(qint64 localDay)
{
    CleanInterval day;
    day.localMs = localDay * kDayMs;
    return day.localWeekday();
}

/// Sum and number of the values of a week.
struct WeekSum {
    double sum = 0;
    double days = 0;
    [[nodiscard]] double mean() const { return days > 0.0 ? sum / days : 0.0; }
};

} // namespace

DayIndexes dayIndexesOf(const WaitHistory &history)
{
    DayIndexes days;
    for (const CleanInterval &interval : history.intervals)
        days[interval.localDay()] += interval.offered;
    std::array<std::vector<double>, 7> byWeekday;
    for (const auto &[day, volume] : days)
        byWeekday.at(static_cast<std::size_t>(weekdayOf(day))).push_back(volume);
    std::array<double, 7> usual{};
    for (std::size_t weekday = 0; weekday < byWeekday.size(); ++weekday) {
        if (!byWeekday.at(weekday).empty())
            usual.at(weekday) = medianOf(byWeekday.at(weekday));
    }
    for (auto day = days.begin(); day != days.end();) {
        const double median = usual.at(static_cast<std::size_t>(weekdayOf(day->first)));
        if (median > 0.0) {
            day->second /= median;
            ++day;
        } else {
            day = days.erase(day);
        }
    }
    return days;
}

std::optional<double> volumeMoveOf(const DayIndexes &days)
{
    if (days.empty())
        return {};
    std::vector<double> earlier;
    std::vector<double> recent;
    for (const auto &[day, index] : days)
        (days.crbegin()->first - day < kRecentDays ? recent : earlier).push_back(index);
    if (earlier.size() < kFewestDaysASide || recent.size() < kFewestDaysASide)
        return {};
    const MeanError before = meanErrorOf(earlier);
    const MeanError now = meanErrorOf(recent);
    if (before.mean <= 0.0)
        return {};
    const double change = now.mean / before.mean - 1.0;
    const double error = std::sqrt(before.squaredError + now.squaredError);
    const bool isBeyondChance = std::abs(change) >= kLeastMove
        && std::abs(now.mean - before.mean) > kStandardErrors * error;
    return isBeyondChance ? std::optional(change) : std::nullopt;
}

VolumeLevels::VolumeLevels(const DayIndexes &days, std::optional<double> change)
{
    if (!change)
        return;
    m_overall = 1.0 + *change;
    if (!volumeMoveOf(days))
        return;
    m_lastDay = days.crbegin()->first;
    std::map<qint64, WeekSum> weeks;
    WeekSum recent;
    for (const auto &[day, index] : days) {
        WeekSum &week = weeks[(m_lastDay - day) / 7];
        week.sum += index;
        week.days += 1.0;
        if (m_lastDay - day < kRecentDays) {
            recent.sum += index;
            recent.days += 1.0;
        }
    }
    for (const auto &[back, week] : weeks)
        m_byWeekBack.emplace(back, week.mean() > 0.0 ? recent.mean() / week.mean() : 1.0);
}

double VolumeLevels::factorOf(qint64 localDay) const
{
    // A day after the last one that counts belongs to no week.
    const auto week =
        localDay > m_lastDay ? m_byWeekBack.cend() : m_byWeekBack.find((m_lastDay - localDay) / 7);
    return week == m_byWeekBack.cend() ? m_overall : m_overall * week->second;
}

} // namespace queuesmith
