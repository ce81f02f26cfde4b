#pragma once

#include "domain/result.h"

#include <QString>

namespace queuesmith {

/// SQLite's primary result codes that mean something to us; part of its stable interface.
enum SqliteCode {
    kSqlitePermission = 3,
    kSqliteBusy = 5,
    kSqliteLocked = 6,
    kSqliteReadOnly = 8,
    kSqliteInputOutput = 10,
    kSqliteCorrupt = 11,
    kSqliteFull = 13,
    kSqliteCantOpen = 14,
    kSqliteMisuse = 21,
    kSqliteNotADatabase = 26, ///< nothing that SQLite knows, or its first page is damaged
};

/// How a failure of one kind of file is told.
struct FailureWords {
    const char *code; ///< the Error's code
    Words happened; ///< %1 is the file, %2 what SQLite says
    Words toDo = {}; ///< may say nothing
};

/// The same for all of its failures. Lives as long as the program.
struct FileWords {
    FailureWords full; ///< no room on the disk
    FailureWords locked; ///< by another program, for longer than was waited
    FailureWords damaged; ///< also no database at all
    FailureWords unwritable; ///< it or its folder can't be opened, made or written
    FailureWords other;
};

/// Kind Storage. `code` is SQLite's, primary or extended, `what` its own text. `meaning` is what
/// the failure means for the person; it may be empty. Any thread.
[[nodiscard]] Error fileError(int code, const Sentence &what, const QString &file,
    const FileWords &words, const Sentence &meaning = {});

/// The primary code of an error that fileError() gave; 0 for others.
[[nodiscard]] int sqliteCode(const Error &error);

} // namespace queuesmith
