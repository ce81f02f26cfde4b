#pragma once

#include <chrono>
#include <deque>
#include <optional>

namespace queuesmith {

/// Learns how many requests a host takes: how many at once, and how many a second. Without a limit
/// until the host first asks for fewer (429). Concurrency: additive increase, halved on a 429.
/// Rate: it doubles each second until the next 429 shows roughly where the limit is, and from then
/// on follows the cubic curve that TCP uses (RFC 9438): quickly back to just below the rate that
/// was refused, a long time there, then faster and faster beyond. Time is passed in, monotonic.
class Pacer {
public:
    static constexpr int kFirstConcurrency = 4;
    static constexpr int kLeastConcurrency = 1;
    static constexpr int kMostConcurrency = 8;

    [[nodiscard]] int concurrency() const { return static_cast<int>(m_concurrency); }
    /// Requests a second; nothing while no limit is known.
    [[nodiscard]] std::optional<double> rate() const;
    /// How long the next request has to wait; 0: not at all.
    [[nodiscard]] std::chrono::milliseconds delay(std::chrono::milliseconds now) const;

    /// A request starts. Returns the number of the learning period that it belongs to.
    int started(std::chrono::milliseconds now);
    /// The host took a request.
    void accepted(std::chrono::milliseconds now);
    /// The host refused a request of that period for coming too fast; it wants nothing until
    /// `resume`.
    void throttled(std::chrono::milliseconds now, int period, std::chrono::milliseconds resume);

private:
    enum class Phase { Unlimited, Searching, Following };

    [[nodiscard]] double seenLimit(std::chrono::milliseconds now) const;
    void learn(double refused, double seen);

    double m_concurrency = kFirstConcurrency;
    Phase m_phase = Phase::Unlimited;
    double m_reference = 0; ///< requests a second: where the search began, or what was refused
    double m_plateau = 0; ///< milliseconds until the refused rate is reached again
    double m_active = 0; ///< milliseconds of this period in which there was something to send
    double m_lastStart = 0; ///< milliseconds
    double m_nextStart = 0; ///< milliseconds
    int m_period = 0;
    std::chrono::milliseconds m_lastRefusal{0};
    std::deque<std::chrono::milliseconds> m_accepted; ///< since then, or within the last second
};

} // namespace queuesmith
