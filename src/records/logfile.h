#pragma once

#include "domain/result.h"

#include <QDateTime>
#include <QString>

namespace queuesmith {

/// The audit log as a file: looked at before anything touches it, and made in one step.

enum class LogFileState {
    Absent,
    Empty, ///< no byte in it: may be taken over as a new one
    Ours,
};

enum class Inspection {
    ForReading, ///< header and tables
    ForWriting, ///< also the triggers and the last record, so that a damaged log isn't continued
};

/// Changes no byte of the file. An error for what can't be used, in kind Storage.
Result<LogFileState> inspectLogFile(const QString &file, Inspection inspection);

/// Whether the file's write-ahead log holds something.
[[nodiscard]] bool hasPendingWrites(const QString &file);

/// Makes the file, whole or not at all, where there is none or an empty one. When another process
/// does so at the same time, that one's file stands. `runs` is the folder of the run locks. What an
/// earlier log of that name has left beside it is set aside first, and what is given says so; it is
/// empty otherwise.
Result<Sentence> createLogFile(const QString &file, const QString &runs, const QDateTime &now);

} // namespace queuesmith
