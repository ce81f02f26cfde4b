#pragma once

#include <algorithm>
#include <chrono>
#include <deque>

namespace queuesmith {

/// Stops sending to a host that fails: half of at least 10 outcomes within 30 s failed → open for
/// 30 s, doubling to 300 s. Then one probe decides. Time is passed in, monotonic.
class CircuitBreaker {
public:
    using Time = std::chrono::milliseconds;

    /// How long it stays open; 0 unless it is.
    [[nodiscard]] Time remaining(Time now) const { return std::max(Time(0), m_until - now); }
    /// The open time is over: one request may go, the others wait for its outcome.
    [[nodiscard]] bool isProbing(Time now) const { return isTripped() && now >= m_until; }

    void record(bool failed, Time now)
    {
        // Requests that were under way when it opened tell nothing new.
        if (isTripped())
            return;
        m_outcomes.push_back({now, failed});
        std::erase_if(m_outcomes, [now](const Outcome &old) { return old.at + kWindow < now; });
        const auto failures = std::count_if(m_outcomes.cbegin(), m_outcomes.cend(),
            [](const Outcome &outcome) { return outcome.failed; });
        const auto total = static_cast<std::ptrdiff_t>(m_outcomes.size());
        if (total >= kLeastOutcomes && failures * 2 >= total)
            open(now);
    }
    void probeEnded(bool failed, Time now)
    {
        if (failed)
            open(now);
        else
            *this = {};
    }

private:
    static constexpr Time kWindow{30'000};
    static constexpr Time kFirstOpen{30'000};
    static constexpr Time kLongestOpen{300'000};
    static constexpr int kLeastOutcomes = 10;

    struct Outcome {
        Time at;
        bool failed;
    };

    [[nodiscard]] bool isTripped() const { return m_open > Time(0); }
    void open(Time now)
    {
        m_open = isTripped() ? std::min(m_open * 2, kLongestOpen) : kFirstOpen;
        m_until = now + m_open;
    }

    std::deque<Outcome> m_outcomes; ///< until it trips
    Time m_open{0}; ///< how long the last time; 0: closed
    Time m_until{0};
};

} // namespace queuesmith
