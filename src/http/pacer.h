#pragma once

#include <chrono>
#include <optional>

namespace queuesmith {

/// Learns how many requests a host takes: how many at once, and how many a second. Both grow while
/// it takes what it is sent, and are halved when it asks for fewer (429); until then the rate has
/// no limit. The rate grows quickly where it is far from the one that was last refused, and slowly
/// near it, so that refusals are rare. Time is passed in, monotonic.
class Pacer {
public:
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
    using Seconds = std::chrono::duration<double>;

    [[nodiscard]] double grownRate(Seconds time) const;
    [[nodiscard]] double takenLately(Seconds now) const;

    double m_concurrency = 4;
    double m_rate = 0; ///< requests a second; 0: no limit is known
    double m_refused = 0; ///< the rate that was last refused; 0: none yet
    double m_taken = 0; ///< requests that the host took; those of a second ago have faded
    Seconds m_lastTaken{0};
    Seconds m_lastStart{0};
    Seconds m_nextStart{0};
    int m_period = 0;
};

} // namespace queuesmith
