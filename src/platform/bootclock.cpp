#include "platform/bootclock.h"

#include <ctime>

namespace queuesmith {

std::chrono::nanoseconds timeSinceBoot()
{
    // CLOCK_MONOTONIC stands still while a laptop sleeps.
    timespec now = {};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

} // namespace queuesmith
