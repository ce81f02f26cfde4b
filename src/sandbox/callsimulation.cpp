#include "sandbox/callsimulation.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <queue>
#include <vector>

namespace queuesmith::sandbox {

namespace {

constexpr std::size_t kHoursOfDay = 24;
constexpr qint64 kWeek = 7;
constexpr qint64 kFourWeeks = 28;
constexpr double kForever = std::numeric_limits<double>::infinity();

// Share of the busiest hour's calls, by hour of the day and by weekday from Monday.
constexpr std::array<double, kHoursOfDay> kHours{0.02, 0.01, 0.01, 0.01, 0.01, 0.03, 0.12, 0.35,
    0.7, 0.95, 1.0, 0.96, 0.8, 0.78, 0.9, 0.92, 0.8, 0.6, 0.42, 0.3, 0.22, 0.15, 0.08, 0.04};
constexpr std::array<double, kWeek> kWeekdays{1.0, 0.92, 0.88, 0.86, 0.9, 0.42, 0.25};

// Staff follows the volume, but not wholly, so that busy hours are busier.
constexpr double kLeastStaff = 0.6;

constexpr std::size_t kOutageFrom = 8;
constexpr std::size_t kOutageUntil = 18;

/// Even chances that depend on nothing but where they begin (splitmix64).
class Chances {
public:
    Chances(quint64 key, qint64 at, quint64 purpose)
        : m_state(
            mixed(mixed(key + purpose * 0xD1B54A32D192ED03U) + static_cast<quint64>(at) * kStep))
    {
    }

    /// In [0, 1).
    double even()
    {
        m_state += kStep;
        return static_cast<double>(mixed(m_state) >> 11U) * 0x1.0p-53;
    }
    double exponential(double mean) { return -mean * std::log1p(-even()); }
    /// Mean 0, standard deviation 1, between -3.5 and 3.5 (a sum of twelve even ones).
    double swing()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += even();
        return std::clamp(sum, -3.5, 3.5);
    }

private:
    static constexpr quint64 kStep = 0x9E3779B97F4A7C15U;

    static quint64 mixed(quint64 x)
    {
        x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
        x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
        return x ^ (x >> 31U);
    }

    quint64 m_state;
};

enum Purpose : quint64 { kVolume = 1, kCalls, kGaps };

double weekdayShare(qint64 day)
{
    // 1970-01-01 was a Thursday.
    return kWeekdays.at(static_cast<std::size_t>((day % kWeek + kWeek + 3) % kWeek));
}

/// Share of the busiest hour's calls in a quarter: between the middles of two hours on a line.
double quarterShare(const CallProfile &profile, std::size_t quarter, qint64 day)
{
    if (profile.course == CallProfile::Course::Flat)
        return 1;
    const double at = (static_cast<double>(quarter) + 0.5) / 4 + kHoursOfDay - 0.5;
    const auto before = static_cast<std::size_t>(at);
    const double part = at - static_cast<double>(before);
    return std::lerp(kHours.at(before % kHoursOfDay), kHours.at((before + 1) % kHoursOfDay), part)
        * weekdayShare(day);
}

bool isOutage(const CallProfile &profile, std::size_t hour, qint64 day)
{
    constexpr qint64 kFirstTuesday = 12; // so that it is a working day
    return profile.trouble == CallProfile::Trouble::Outage && day % kFourWeeks == kFirstTuesday
        && hour >= kOutageFrom && hour < kOutageUntil;
}

int agentsAt(const CallProfile &profile, std::size_t hour, qint64 day)
{
    if (isOutage(profile, hour, day))
        return 0;
    if (profile.course == CallProfile::Course::Flat)
        return profile.agents;
    const double share = kLeastStaff + (1 - kLeastStaff) * kHours.at(hour) * weekdayShare(day);
    return std::max(1, static_cast<int>(std::lround(profile.agents * share)));
}

/// When an agent can take the next call, and goes home; seconds since midnight.
struct Agent {
    double freeAt = 0;
    double leaves = kForever;

    friend bool operator>(const Agent &a, const Agent &b) { return a.freeAt > b.freeAt; }
};

/// Everyone who works that day: who came first goes first, and the last ones stay till the end.
std::vector<Agent> shifts(const CallProfile &profile, qint64 day)
{
    std::vector<Agent> all;
    std::deque<std::size_t> onDuty;
    for (std::size_t hour = 0; hour < kHoursOfDay; ++hour) {
        const double now = static_cast<double>(hour) * 3600;
        const auto wanted = static_cast<std::size_t>(agentsAt(profile, hour, day));
        for (; onDuty.size() > wanted; onDuty.pop_front())
            all.at(onDuty.front()).leaves = now;
        for (; onDuty.size() < wanted; onDuty.push_back(all.size() - 1))
            all.push_back({now, kForever});
    }
    return all;
}

/// One line and its agents. Since calls are served in their order, what awaits one follows from
/// those before it, and the calls can be looked at one by one as they arrive.
class Line {
public:
    explicit Line(std::vector<Agent> agents)
        : m_agents({}, std::move(agents))
    {
    }

    /// How long someone who arrives then would have to wait; infinity when nobody comes any more.
    double waitAt(double time)
    {
        while (!m_agents.empty() && m_agents.top().leaves <= std::max(time, m_agents.top().freeAt))
            m_agents.pop();
        return m_agents.empty() ? kForever : std::max(0.0, m_agents.top().freeAt - time);
    }
    /// Gives the call to the agent that waitAt() spoke of.
    void serve(double start, double seconds)
    {
        Agent agent = m_agents.top();
        m_agents.pop();
        agent.freeAt = start + seconds;
        m_agents.push(agent);
    }

private:
    std::priority_queue<Agent, std::vector<Agent>, std::greater<>> m_agents;
};

void simulateCall(
    const CallProfile &profile, double time, Chances *chances, Line *line, QuarterFigures *figures)
{
    ++figures->offered;
    const double patience = chances->exponential(profile.patienceSeconds);
    const double handling = chances->exponential(profile.handleSeconds);
    const double wait = line->waitAt(time);
    if (patience < wait) {
        ++figures->abandoned;
        return;
    }
    line->serve(time + wait, handling);
    const auto waitMs = static_cast<quint32>(std::lround(wait * 1000));
    figures->waitMs += waitMs;
    figures->longestMs = std::max(figures->longestMs, waitMs);
    figures->handleMs += static_cast<quint64>(std::lround(handling * 1000));
}

/// Leaves stretches of one to six hours out, one or two a day, and every eleventh day or so wholly.
void makeGaps(const CallProfile &profile, qint64 day, DayFigures *figures)
{
    Chances chances(profile.key, day, kGaps);
    const auto lose = [figures](std::size_t from, std::size_t count) {
        for (std::size_t i = from; i < std::min(from + count, figures->size()); ++i)
            figures->at(i) = {0, 0, 0, 0, 0, false};
    };
    if (chances.even() < 1.0 / 11)
        lose(0, figures->size());
    const int stretches = chances.even() < 0.5 ? 1 : 2;
    for (int i = 0; i < stretches; ++i) {
        const auto from = static_cast<std::size_t>(chances.even() * kQuartersOfDay);
        lose(from, 4 + static_cast<std::size_t>(chances.even() * 20));
    }
}

} // namespace

DayFigures simulateDay(const CallProfile &profile, qint64 day)
{
    DayFigures figures{};
    const double volume =
        std::max(0.1, 1 + profile.swing * Chances(profile.key, day, kVolume).swing());
    Chances chances(profile.key, day, kCalls);
    Line line(shifts(profile, day));
    for (std::size_t quarter = 0; quarter < kQuartersOfDay; ++quarter) {
        const double rate =
            profile.callsPerHour * volume * quarterShare(profile, quarter, day) / 3600;
        if (rate <= 0)
            continue;
        const auto begin = static_cast<double>(quarter) * kQuarterSeconds;
        // Arrivals have no memory, so each quarter may begin anew with its own rate.
        double time = begin + chances.exponential(1 / rate);
        while (time < begin + kQuarterSeconds) {
            simulateCall(profile, time, &chances, &line, &figures.at(quarter));
            time += chances.exponential(1 / rate);
        }
    }
    if (profile.trouble == CallProfile::Trouble::Gaps)
        makeGaps(profile, day, &figures);
    return figures;
}

} // namespace queuesmith::sandbox
