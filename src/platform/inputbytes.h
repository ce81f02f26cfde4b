#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace queuesmith {

enum class Pipes {
    Wait, ///< for what comes out of one
    Refuse, ///< and devices as well: for a thread that must not wait
};

struct InputBytes {
    enum class End { Whole, NotRegular, Silent, Failed };

    QByteArray bytes; ///< all of it, or nothing
    End end = End::Whole;
    QString why = {}; ///< it failed, in the system's words
};

/// Reads at most `most` bytes, and one more if there is more. Never waits for a pipe that nobody
/// writes into, nor longer than `patience` for the next bytes of one. Any thread.
[[nodiscard]] InputBytes readInputBytes(
    const QString &name, qsizetype most, Pipes pipes, std::chrono::milliseconds patience);

} // namespace queuesmith
