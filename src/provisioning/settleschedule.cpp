#include "provisioning/settleschedule.h"

#include <array>

namespace queuesmith {

std::optional<std::chrono::milliseconds> nextLook(
    std::chrono::milliseconds elapsed, std::chrono::milliseconds window)
{
    using namespace std::chrono_literals;
    constexpr std::array<std::chrono::milliseconds, 4> kLooks{2s, 10s, 30s, 60s};
    if (elapsed >= window)
        return std::nullopt;
    for (const std::chrono::milliseconds look : kLooks) {
        if (look > elapsed && look < window)
            return look;
    }
    return window;
}

} // namespace queuesmith
