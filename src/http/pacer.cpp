#include "pacer.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kMeasured{1'000};
constexpr double kLeastRate = 0.1;
constexpr double kDoubling = 1'000;
constexpr double kDecrease = 0.88;
constexpr double kFirstPlateau = 2'000;
constexpr double kLongestPlateau = 25'000;
constexpr double kFirstPlateauRequests = 12;
constexpr double kPlateauRequests = 100;
// Timers have a grain of milliseconds; what they are late by is made good within this.
constexpr double kCatchUp = 10;

double inMilliseconds(milliseconds time) { return static_cast<double>(time.count()); }

} // namespace

std::optional<double> Pacer::rate() const
{
    switch (m_phase) {
    case Phase::Unlimited:
        break;
    case Phase::Searching:
        return m_reference * std::exp2(m_active / kDoubling);
    case Phase::Following:
        return m_reference * (1 + (1 - kDecrease) * std::pow(m_active / m_plateau - 1, 3));
    }
    return std::nullopt;
}

milliseconds Pacer::delay(milliseconds now) const
{
    if (m_phase == Phase::Unlimited)
        return milliseconds(0);
    const double wait = m_nextStart - inMilliseconds(now);
    return milliseconds(std::max<qint64>(0, static_cast<qint64>(std::ceil(wait))));
}

int Pacer::started(milliseconds now)
{
    if (const auto perSecond = rate()) {
        const double at = inMilliseconds(now);
        const double interval = 1000.0 / *perSecond;
        // While there is nothing to send nothing is learnt either.
        m_active += std::clamp(at - m_lastStart, 0.0, 2 * interval);
        m_lastStart = at;
        m_nextStart = std::max(m_nextStart, at - kCatchUp) + interval;
    }
    return m_period;
}

double Pacer::seenLimit(milliseconds now) const
{
    // At each refusal the host's allowance was used up, so what it took from one to the next is
    // what it allows, or less when some of it went unused.
    const milliseconds span = m_phase == Phase::Unlimited ? kMeasured : now - m_lastRefusal;
    if (span < kMeasured)
        return 0;
    return static_cast<double>(m_accepted.size()) * 1000.0 / inMilliseconds(span);
}

void Pacer::learn(double refused, double seen)
{
    // At a low rate a 429 must be rarer in time, to stay rare among the requests.
    const double shortest = std::max(kFirstPlateau, kFirstPlateauRequests * 1000 / refused);
    const double longest = std::max(kLongestPlateau, kPlateauRequests * 1000 / refused);
    // The refused rate is above the limit, but the less so the longer it was searched for.
    double closeness = 0.6;
    if (m_phase == Phase::Searching) {
        m_plateau = shortest;
    } else {
        closeness = m_plateau < 4 * shortest ? 0.85 : 0.97;
        m_plateau = std::min(longest, m_plateau * 2);
    }
    m_reference = std::clamp(seen, refused * closeness, refused);
    m_phase = Phase::Following;
}

void Pacer::accepted(milliseconds now)
{
    m_accepted.push_back(now);
    while (m_phase == Phase::Unlimited && m_accepted.front() + kMeasured < now)
        m_accepted.pop_front();
    // One more at once for each round of requests.
    m_concurrency = std::min<double>(kMostConcurrency, m_concurrency + 1.0 / m_concurrency);
}

void Pacer::throttled(milliseconds now, int period, milliseconds resume)
{
    // Requests that were under way together are refused together: that is one event.
    if (period != m_period)
        return;
    m_concurrency = std::max<double>(kLeastConcurrency, std::floor(m_concurrency / 2));
    const double seen = seenLimit(now);
    if (const auto refused = rate()) {
        learn(*refused, seen);
    } else {
        // A host that took nothing yet tells no rate; then the back-off of each request must do.
        m_reference = seen;
        m_phase = seen > 0 ? Phase::Searching : Phase::Unlimited;
    }
    m_reference = std::max(kLeastRate, m_reference);
    m_accepted.clear();
    m_lastRefusal = now;
    m_active = 0;
    m_lastStart = inMilliseconds(std::max(now, resume));
    // After a pause that the host asked for there is nothing more to wait for.
    m_nextStart = resume > now ? m_lastStart : m_lastStart + 1000.0 / rate().value_or(kLeastRate);
    ++m_period;
}

} // namespace queuesmith
