#pragma once

#include <QString>

#include <memory>

namespace queuesmith {

/// An advisory lock on a file or folder (flock), given back when this goes or the process dies,
/// however it dies. It doesn't depend on process ids or host names, so neither a reused id nor
/// a new host name after a restart can make a dead run look alive.
class FileLock {
public:
    enum class Wait { No, Yes };

    /// Null when it can't be opened or, without waiting, when another holds it.
    static std::unique_ptr<FileLock> onFolder(const QString &folder, Wait wait);
    static std::unique_ptr<FileLock> onNewFile(const QString &file);

    /// Whether the file of onNewFile() still lies where others look for it.
    [[nodiscard]] bool isAtItsPlace() const;

    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

private:
    FileLock(int descriptor, QString ownFile);

    int m_descriptor;
    QString m_ownFile; ///< removed at the end; empty for a folder
};

/// Whether a process holds the lock on this file. True also when that can't be found out.
[[nodiscard]] bool isLocked(const QString &file);

} // namespace queuesmith
