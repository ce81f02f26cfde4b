#pragma once

#include "platform/fileidentity.h"
#include "sqlite/database.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace queuesmith {

/// An SQLite file that nothing depends on: it may be deleted, damaged or locked at any time. What
/// vanished is made anew; what is damaged, foreign or of a newer version is put aside as
/// FILE.aside. Used on one thread.
class CacheFile {
public:
    /// `schema` makes the tables of `version` in a file that has nothing.
    CacheFile(QString file, int applicationId, int version, QStringList schema);

    /// Carries out one piece of work, when the file can be used. False when it couldn't be, or when
    /// the work failed: then trouble() says why, and a damaged file is put aside, so that the next
    /// piece of work finds a new one.
    bool use(const std::function<Status(Database &)> &work);

    /// Why the last work couldn't be done; empty when it could.
    [[nodiscard]] const Sentence &trouble() const { return m_trouble; }

private:
    Status makeReady();
    Status connectFile();
    Status checkContent();
    Status makeTables(); ///< in a file that has nothing
    bool putAside();
    [[nodiscard]] bool isStillThere() const;

    QString m_file;
    int m_applicationId;
    int m_version;
    QStringList m_schema;
    Database m_database;
    std::optional<FileIdentity> m_opened; ///< the file that is open
    Sentence m_trouble;
};

} // namespace queuesmith
