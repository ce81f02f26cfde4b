#include "http/pacer.h"

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {

using std::chrono::milliseconds;

constexpr double kMostConcurrency = 8;
constexpr double kLeastRate = 0.1;
// Near the refused rate: between these shares of it.
constexpr double kNearBelow = 0.85;
constexpr double kNearAbove = 1.25;
// Growth a second. Near the limit a refusal must be rare in time, since it may cost a pause, and at
// a low rate rarer still, to be rare among the requests.
constexpr double kFar = 1;
constexpr double kNear = 0.003;
constexpr double kNearForEachRequest = 0.0006;
// Timers have a grain of milliseconds; what they are late by is made good within this.
constexpr milliseconds kCatchUp{10};

} // namespace

std::optional<double> Pacer::rate() const
{
    return m_rate > 0 ? std::optional(m_rate) : std::nullopt;
}

milliseconds Pacer::delay(milliseconds now) const
{
    return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(m_nextStart - now));
}

double Pacer::grownRate(Seconds time) const
{
    const double quickly = m_rate * (1 + kFar * time.count());
    if (m_rate < m_refused * kNearBelow)
        return std::min(quickly, m_refused * kNearBelow);
    if (m_rate > m_refused * kNearAbove)
        return quickly;
    return m_rate * (1 + std::min(kNear, kNearForEachRequest * m_rate) * time.count());
}

double Pacer::takenLately(Seconds now) const
{
    return m_taken * std::exp((m_lastTaken - now).count());
}

int Pacer::started(milliseconds now)
{
    if (m_rate > 0) {
        // While there is nothing to send nothing is learnt either.
        m_rate = grownRate(std::clamp<Seconds>(now - m_lastStart, Seconds(0), Seconds(2 / m_rate)));
        m_lastStart = now;
        m_nextStart = std::max<Seconds>(m_nextStart, now - kCatchUp) + Seconds(1 / m_rate);
    }
    return m_period;
}

void Pacer::accepted(milliseconds now)
{
    m_taken = takenLately(now) + 1;
    m_lastTaken = now;
    // One more at once for each round of requests.
    m_concurrency = std::min(kMostConcurrency, m_concurrency + 1 / m_concurrency);
}

void Pacer::throttled(milliseconds now, int period, milliseconds resume)
{
    // Requests that were under way together are refused together: that is one event.
    if (period != m_period)
        return;
    ++m_period;
    m_concurrency = std::max(1.0, std::floor(m_concurrency / 2));
    m_refused = m_rate;
    if (m_rate > 0)
        m_rate = std::max(kLeastRate, m_rate / 2);
    else if (const double taken = takenLately(now); taken > 0.5)
        m_rate = taken;
    else // A host that took nothing tells no rate; then the back-off of each request must do.
        return;
    m_lastStart = std::max(now, resume);
    // After a pause that the host asked for there is nothing more to wait for.
    m_nextStart = m_lastStart + (resume > now ? Seconds(0) : Seconds(1 / m_rate));
}

} // namespace queuesmith
