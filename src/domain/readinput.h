#pragma once

#include "domain/sentence.h"
#include "platform/inputbytes.h"

#include <QByteArray>
#include <QString>

namespace queuesmith {

/// What was read of a file that a person has named.
struct InputText {
    QByteArray text; ///< a byte more than was allowed shows that there is more
    Sentence why; ///< why it can't be read; empty when it was
};

/// Reads at most `most` bytes, and one more if there is more. Never waits for a pipe that nobody
/// writes into, and 5 s at most for one that keeps silent. Any thread.
[[nodiscard]] InputText readInput(const QString &name, qsizetype most, Pipes pipes);

} // namespace queuesmith
