#pragma once

#include <QString>

namespace queuesmith {

/// Makes what is missing of a folder's path, for its owner only (0700), whatever the umask.
[[nodiscard]] bool makePrivateFolder(const QString &folder);

/// Takes a folder (0700) and the regular files in it (0600) away from everyone but their owner.
/// What isn't ours to change stays as it is.
void makePrivate(const QString &folder);

/// Makes an empty file and its folder for their owner only; a file that is there is made private.
/// False when it can't be done.
bool makePrivateFile(const QString &file);

} // namespace queuesmith
