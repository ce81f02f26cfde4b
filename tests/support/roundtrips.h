#pragma once

namespace queuesmith {

/// Gives what shouldn't happen every chance to happen, without waiting for a time: sends bytes to
/// and fro over a loopback connection of its own, through the kernel and the event loop. Whatever
/// was on its way over loopback before has arrived when this returns. False when the loopback
/// fails.
[[nodiscard]] bool makeRoundTrips();

} // namespace queuesmith
