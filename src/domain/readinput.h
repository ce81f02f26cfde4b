#pragma once

#include "sentence.h"

#include <QByteArray>
#include <QString>

namespace queuesmith {

/// What was read of a file that a person has named.
struct InputText {
    QByteArray text; ///< a byte more than was allowed shows that there is more
    Sentence why; ///< why it can't be read; empty when it was
};

enum class Pipes {
    Wait, ///< for what comes out of one; it may keep silent for 5 s at most
    Refuse, ///< and devices as well: for a thread that must not wait
};

/// Reads at most `most` bytes, and one more if there is more. Never waits for a pipe that nobody
/// writes into. Any thread.
[[nodiscard]] InputText readInput(const QString &name, qsizetype most, Pipes pipes);

} // namespace queuesmith
