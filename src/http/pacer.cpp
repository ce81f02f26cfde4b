#include "pacer.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kMeasured{1'000};
constexpr double kLeastRate = 0.1;
// A decrease aims a little below what the host was seen to take, but never by more than half:
// right after a burst little was taken for reasons of time alone.
constexpr double kDecrease = 0.9;
constexpr double kMostDecrease = 0.5;
// The rate grows by this part of itself in a second: fast while the limit is hardly known, and
// then so slowly that a 429 stays rare.
constexpr double kFirstGrowth = 1.0;
constexpr double kGrowthFactor = 0.3;
constexpr double kLeastGrowth = 0.005;
// Timers have a grain of milliseconds; what they are late by is made good within this.
constexpr double kCatchUp = 10.0;

double inMilliseconds(milliseconds time) { return static_cast<double>(time.count()); }

} // namespace

milliseconds Pacer::delay(milliseconds now) const
{
    if (!m_rate)
        return milliseconds(0);
    const double wait = m_nextStart - inMilliseconds(now);
    return milliseconds(std::max<qint64>(0, static_cast<qint64>(std::ceil(wait))));
}

int Pacer::started(milliseconds now)
{
    if (m_rate)
        m_nextStart = std::max(m_nextStart, inMilliseconds(now) - kCatchUp) + 1000.0 / *m_rate;
    return m_period;
}

double Pacer::acceptedRate(milliseconds now) const
{
    const auto since = std::max(m_periodStart, now - kMeasured);
    const auto count = std::count_if(
        m_accepted.cbegin(), m_accepted.cend(), [since](milliseconds at) { return at >= since; });
    return static_cast<double>(count) * 1000.0 / inMilliseconds(kMeasured);
}

void Pacer::accepted(milliseconds now)
{
    m_accepted.push_back(now);
    while (m_accepted.front() + kMeasured < now)
        m_accepted.pop_front();
    // One more at once for each round of requests.
    m_concurrency = std::min<double>(kMostConcurrency, m_concurrency + 1.0 / m_concurrency);
    if (m_rate)
        *m_rate += m_growth;
}

void Pacer::throttled(milliseconds now, int period)
{
    // Requests that were under way together are refused together: that is one event.
    if (period != m_period)
        return;
    m_concurrency = std::max<double>(kLeastConcurrency, std::floor(m_concurrency / 2));
    const double measured = acceptedRate(now);
    if (m_rate) {
        const double ceiling = *m_rate * kDecrease;
        m_rate = std::clamp(measured * kDecrease, *m_rate * kMostDecrease, ceiling);
        m_growth = std::max(kLeastGrowth, m_growth * kGrowthFactor);
    } else {
        m_rate = measured;
        m_growth = kFirstGrowth;
    }
    m_rate = std::max(kLeastRate, *m_rate);
    m_nextStart = inMilliseconds(now) + 1000.0 / *m_rate;
    m_periodStart = now;
    ++m_period;
}

} // namespace queuesmith
