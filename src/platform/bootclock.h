#pragma once

#include <chrono>

namespace queuesmith {

/// How long the computer has been up, the time that it slept included. Any thread.
[[nodiscard]] std::chrono::nanoseconds timeSinceBoot();

} // namespace queuesmith
