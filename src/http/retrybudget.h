#pragma once

namespace queuesmith {

/// Bounds what all retries to one host may add to its load. When it is spent, failures aren't
/// repeated until successes have filled it again.
class RetryBudget {
public:
    static constexpr int kFull = 500;
    static constexpr int kTransientCost = 14;
    static constexpr int kThrottledCost = 5;

    [[nodiscard]] bool covers(bool throttled) const { return m_tokens >= cost(throttled); }
    /// Takes the price of one retry; call it only when covers() says so.
    void spend(bool throttled) { m_tokens -= cost(throttled); }
    void succeeded() { m_tokens = m_tokens < kFull ? m_tokens + 1 : kFull; }
    [[nodiscard]] int tokens() const { return m_tokens; }

private:
    static constexpr int cost(bool throttled)
    {
        return throttled ? kThrottledCost : kTransientCost;
    }

    int m_tokens = kFull;
};

} // namespace queuesmith
