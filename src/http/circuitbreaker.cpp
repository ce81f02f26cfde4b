#include "circuitbreaker.h"

#include <algorithm>

namespace queuesmith {

using std::chrono::milliseconds;

CircuitBreaker::State CircuitBreaker::state(milliseconds now) const
{
    if (!m_tripped)
        return State::Closed;
    return now < m_until ? State::Open : State::Probing;
}

milliseconds CircuitBreaker::remaining(milliseconds now) const
{
    return state(now) == State::Open ? m_until - now : milliseconds(0);
}

void CircuitBreaker::record(bool failed, milliseconds now)
{
    // Requests that were under way when it opened tell nothing new.
    if (m_tripped)
        return;
    m_outcomes.push_back({now, failed});
    while (m_outcomes.front().at + kWindow < now)
        m_outcomes.pop_front();
    const auto failures = std::count_if(m_outcomes.cbegin(), m_outcomes.cend(),
        [](const Outcome &outcome) { return outcome.failed; });
    const auto total = static_cast<std::ptrdiff_t>(m_outcomes.size());
    if (total >= kLeastOutcomes && failures * 2 >= total)
        open(now);
}

void CircuitBreaker::probeEnded(bool failed, milliseconds now)
{
    if (failed) {
        open(now);
        return;
    }
    m_tripped = false;
    m_nextOpen = kFirstOpen;
}

void CircuitBreaker::open(milliseconds now)
{
    m_tripped = true;
    m_until = now + m_nextOpen;
    m_nextOpen = std::min(m_nextOpen * 2, kLongestOpen);
    m_outcomes.clear();
}

} // namespace queuesmith
