#include "http/retrypolicy.h"

#include <algorithm>

namespace queuesmith {

using std::chrono::milliseconds;

milliseconds jitter(milliseconds base, int retry, double random)
{
    // Beyond this many doublings every base has reached the cap.
    const int doublings = std::clamp(retry - 1, 0, 16);
    const milliseconds ceiling = std::min<milliseconds>(kLongestDelay, base * (1LL << doublings));
    return milliseconds(static_cast<qint64>(static_cast<double>(ceiling.count()) * random));
}

RetryDecision decideRetry(const RetrySituation &situation)
{
    RetryDecision decision;
    const milliseconds own = jitter(situation.throttled ? kThrottledBase : kTransientBase,
        situation.attemptsMade, situation.random);
    decision.demanded = situation.retryAfter.value_or(milliseconds(0));
    decision.delay = std::max(own, decision.demanded);
    decision.reason = situation.retryAfter && decision.demanded >= own ? WaitReason::RetryAfter
                                                                       : WaitReason::Backoff;
    // The deadline's clock stops during the demanded part.
    const milliseconds counted = decision.delay - decision.demanded;
    if (decision.demanded > kLongestRetryAfter)
        decision.giveUp = GiveUp::RetryAfterTooLong;
    else if (situation.attemptsMade >= situation.maxAttempts)
        decision.giveUp = GiveUp::Attempts;
    else if (counted >= situation.deadlineLeft)
        decision.giveUp = GiveUp::Deadline;
    else if (!situation.budgetLeft)
        decision.giveUp = GiveUp::Budget;
    return decision;
}

} // namespace queuesmith
