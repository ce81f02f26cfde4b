#pragma once

#include <QHash>

namespace queuesmith {

/// Bytes that were taken from this process's connections to servers at `port`, as the kernel
/// counts them, by descriptor. What still waits in the kernel doesn't count.
[[nodiscard]] QHash<int, qint64> bytesTakenFrom(quint16 port);

/// Ends a connection to a server at `port`, and drops what waits in the kernel too, which closing
/// for reading doesn't. Nothing happens when the descriptor is another one by now.
void cutOffConnection(int descriptor, quint16 port);

} // namespace queuesmith
