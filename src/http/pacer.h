#pragma once

#include <chrono>
#include <deque>
#include <optional>

namespace queuesmith {

/// Learns how many requests a host takes: how many at once, and how many a second. Without a limit
/// until the host first asks for fewer (429); then additive increase and multiplicative decrease.
/// Time is passed in, monotonic.
class Pacer {
public:
    static constexpr int kFirstConcurrency = 4;
    static constexpr int kLeastConcurrency = 1;
    static constexpr int kMostConcurrency = 8;

    [[nodiscard]] int concurrency() const { return static_cast<int>(m_concurrency); }
    /// Requests a second; nothing while no limit is known.
    [[nodiscard]] std::optional<double> rate() const { return m_rate; }
    /// How long the next request has to wait; 0: not at all.
    [[nodiscard]] std::chrono::milliseconds delay(std::chrono::milliseconds now) const;

    /// A request starts. Returns the number of the learning period that it belongs to.
    int started(std::chrono::milliseconds now);
    /// The host took a request.
    void accepted(std::chrono::milliseconds now);
    /// The host refused a request of that period for coming too fast.
    void throttled(std::chrono::milliseconds now, int period);

private:
    [[nodiscard]] double acceptedRate(std::chrono::milliseconds now) const;

    double m_concurrency = kFirstConcurrency;
    std::optional<double> m_rate;
    double m_growth = 0; ///< added to the rate for each request that is taken
    double m_nextStart = 0; ///< milliseconds
    int m_period = 0;
    std::chrono::milliseconds m_periodStart{0};
    std::deque<std::chrono::milliseconds> m_accepted; ///< within the last second
};

} // namespace queuesmith
