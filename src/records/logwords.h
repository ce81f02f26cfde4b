#pragma once

#include "sqlite/fileerror.h"

namespace queuesmith {

/// What was being done when SQLite failed: it decides what the failure means for a person.
enum class Purpose {
    Opening, ///< before the work: nothing was sent
    Claiming, ///< before the first request: nothing was sent
    Recording, ///< in the middle of it: the journal settles it later
    Reading,
};

/// What a failure in the midst of `purpose` means for the person.
[[nodiscard]] Sentence consequence(Purpose purpose);

/// How the audit log's file tells its troubles.
[[nodiscard]] const FileWords &logWords();

} // namespace queuesmith
