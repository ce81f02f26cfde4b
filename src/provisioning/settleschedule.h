#pragma once

#include <chrono>
#include <optional>

namespace queuesmith {

/// When an absent queue is looked for: at once, after 2, 10, 30 and 60 seconds, and at the end
/// of the window. Gives the next look after `elapsed`, measured from the beginning of the window;
/// empty when the look that has just been made was the last one.
[[nodiscard]] std::optional<std::chrono::milliseconds> nextLook(
    std::chrono::milliseconds elapsed, std::chrono::milliseconds window);

} // namespace queuesmith
