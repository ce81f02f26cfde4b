#pragma once

#include <QString>

#include <optional>

namespace queuesmith {

/// What a name leads to, at the end of every link.
struct FileIdentity {
    enum class Kind { Regular, CharacterDevice, Other };

    Kind kind = Kind::Other;
    quint64 names = 1; ///< hard links
    quint64 device = 0;
    quint64 inode = 0; ///< of that device

    [[nodiscard]] bool isSameFileAs(const FileIdentity &other) const
    {
        return device == other.device && inode == other.inode;
    }
};

/// Nothing when nothing is there. Any thread.
[[nodiscard]] std::optional<FileIdentity> identityOf(const QString &file);

} // namespace queuesmith
