#pragma once

#include "http/httptypes.h"

namespace queuesmith {

inline constexpr std::chrono::milliseconds kLongestDelay{20'000};
inline constexpr std::chrono::milliseconds kTransientBase{500};
inline constexpr std::chrono::milliseconds kThrottledBase{1'000};
/// A longer Retry-After isn't waited for: the person decides.
inline constexpr std::chrono::milliseconds kLongestRetryAfter = std::chrono::minutes(60);

/// Full jitter: `random` in [0, 1) times min(20 s, base · 2^(retry-1)). `retry` counts from 1.
[[nodiscard]] std::chrono::milliseconds jitter(
    std::chrono::milliseconds base, int retry, double random);

/// What is known when an attempt failed in a way that may be repeated.
struct RetrySituation {
    int attemptsMade = 1;
    int maxAttempts = 5;
    std::chrono::milliseconds deadlineLeft{0};
    bool throttled = false;
    std::optional<std::chrono::milliseconds> retryAfter;
    bool budgetLeft = true; ///< of the host
    double random = 0; ///< in [0, 1)
};

enum class GiveUp { No, RetryAfterTooLong, Attempts, Deadline, Budget };

struct RetryDecision {
    GiveUp giveUp = GiveUp::No;
    std::chrono::milliseconds delay{0};
    std::chrono::milliseconds demanded{
        0}; ///< the part of it that is a Retry-After: not to be skipped
    WaitReason reason = WaitReason::Backoff;
};

[[nodiscard]] RetryDecision decideRetry(const RetrySituation &situation);

} // namespace queuesmith
