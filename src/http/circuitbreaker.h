#pragma once

#include <chrono>
#include <deque>

namespace queuesmith {

/// Stops sending to a host that fails: half of at least 10 outcomes within 30 s failed → open for
/// 30 s, doubling to 300 s. Then one probe decides. Time is passed in, monotonic.
class CircuitBreaker {
public:
    static constexpr std::chrono::milliseconds kWindow{30'000};
    static constexpr std::chrono::milliseconds kFirstOpen{30'000};
    static constexpr std::chrono::milliseconds kLongestOpen{300'000};
    static constexpr int kLeastOutcomes = 10;

    enum class State {
        Closed,
        Open,
        Probing, ///< the open time is over: one request may go, the others wait for its outcome
    };

    [[nodiscard]] State state(std::chrono::milliseconds now) const;
    /// How long it stays open; 0 unless it is.
    [[nodiscard]] std::chrono::milliseconds remaining(std::chrono::milliseconds now) const;

    void record(bool failed, std::chrono::milliseconds now);
    void probeEnded(bool failed, std::chrono::milliseconds now);

private:
    struct Outcome {
        std::chrono::milliseconds at;
        bool failed;
    };

    void open(std::chrono::milliseconds now);

    std::deque<Outcome> m_outcomes;
    bool m_tripped = false;
    std::chrono::milliseconds m_until{0};
    std::chrono::milliseconds m_nextOpen = kFirstOpen;
};

} // namespace queuesmith
