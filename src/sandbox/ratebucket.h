#pragma once

#include <chrono>
#include <optional>

namespace queuesmith::sandbox {

/// A token bucket: holds one second's worth of requests and fills steadily.
class RateBucket {
public:
    explicit RateBucket(int perSecond); ///< 0: no limit

    /// Takes one request's place. Nothing when there was one, else how long until there is.
    [[nodiscard]] std::optional<std::chrono::milliseconds> take(std::chrono::milliseconds now);

private:
    double m_perSecond;
    double m_level;
    std::chrono::milliseconds m_last{0};
};

} // namespace queuesmith::sandbox
