#pragma once

#include "domain/result.h"

#include <QDateTime>
#include <QStringList>

#include <memory>

namespace queuesmith {

class Database;
class FileLock;

/// Which runs of the program share the file, and which of them live. A run holds the lock on
/// `FILE.runs/RUNID.lock` as long as its process does; rows name the run that holds them.
class RunRegistry {
public:
    RunRegistry(Database &database, QString folder);
    ~RunRegistry();

    /// Writes this run into the file, on disk when it returns: so a full or read-only disk shows.
    /// Refused while a run that has open work lives without its lock: what it does can't be told.
    Status enter(const QString &host, const QDateTime &now);

    [[nodiscard]] const QString &own() const { return m_own; }
    [[nodiscard]] bool isDead(const QString &run) const;
    /// Whether other runs can see that this one lives.
    [[nodiscard]] Status stillLocked() const;

    /// Whether any other run works with the file.
    [[nodiscard]] bool othersLive() const;

    /// Forgets dead runs that hold nothing. Only inside a writing transaction: a run that
    /// begins makes its lock inside one too.
    Status sweep();

private:
    [[nodiscard]] Status refuseUnlocked() const;
    [[nodiscard]] QStringList lockedRuns() const; ///< that have a lock file, be it held or not
    [[nodiscard]] QString lockFile(const QString &run) const;

    Database &m_database;
    QString m_folder;
    QString m_host;
    QString m_own; ///< UUID
    std::unique_ptr<FileLock> m_lock;
};

} // namespace queuesmith
