#pragma once

#include "domain/sentence.h"

#include <QSaveFile>
#include <QString>

namespace queuesmith {

/// Files that are written whole or not at all. Only a regular file is ever replaced: a device, a
/// pipe or a folder at that place is refused and stays as it is.

enum class FileAccess {
    OwnerOnly, ///< 0600, whatever the umask
    AsUmask, ///< as the person's umask says, or the file that is replaced; writable for the owner
             ///< only
};

/// Opens the file for writing, to be committed by the caller. Says why it can't be; empty when it
/// is open. Any thread.
[[nodiscard]] Sentence openOutput(QSaveFile &file, FileAccess access);

/// Writes the whole file. Says why it could not be written, and then an older file is as it was;
/// empty when it is there. Any thread.
[[nodiscard]] Sentence writeOutput(
    const QString &file, const QByteArray &content, FileAccess access);

} // namespace queuesmith
