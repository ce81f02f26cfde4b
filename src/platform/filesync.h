#pragma once

#include <QString>

namespace queuesmith {

// Whether what was written is on the disk, and not only on its way there. Any thread.

[[nodiscard]] bool syncOpenFile(int handle);
/// A file, or a folder with the names in it.
[[nodiscard]] bool syncPath(const QString &path);

} // namespace queuesmith
