#pragma once

#include "sentence.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <optional>

namespace queuesmith {

/// An SQLite file that nothing depends on: it may be deleted, damaged or locked at any time. What
/// vanished is made anew; what is damaged, foreign or of a newer version is put aside as
/// FILE.aside. Used on one thread.
class CacheFile {
public:
    /// `schema` makes the tables of `version` in a file that has nothing.
    CacheFile(QString file, int applicationId, int version, QStringList schema);
    ~CacheFile();
    CacheFile(const CacheFile &) = delete;
    CacheFile &operator=(const CacheFile &) = delete;

    /// Before each piece of work: whether the file can be used now.
    bool ready();
    /// After a piece of work that failed: puts a damaged file aside, so that the next one finds a
    /// new one.
    void giveUp();

    /// One statement, or nothing when it failed.
    std::optional<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    /// The first column of the first row, 0 without rows; nothing when it failed.
    std::optional<qint64> number(const QString &sql, const QVariantList &values = {});
    /// Several rows by one statement, each a list of values for its places.
    bool runAll(const QString &sql, const QList<QVariantList> &rows);

    /// Why the last work couldn't be done; empty when it could.
    [[nodiscard]] const Sentence &trouble() const { return m_trouble; }

private:
    bool connectFile();
    /// Makes the tables in a file that has nothing.
    [[nodiscard]] bool isOurs();
    bool makeTables();
    bool putAside();
    void close();
    [[nodiscard]] bool isStillThere() const;
    void note(const QSqlQuery &query);
    void note(int code, const Sentence &what);

    QString m_file;
    int m_applicationId;
    int m_version;
    QStringList m_schema;
    QString m_name; ///< of the connection; empty when there is none
    QSqlDatabase m_connection;
    quint64 m_inode = 0;
    bool m_unusable = false; ///< damaged, foreign or of another version
    Sentence m_trouble;
};

} // namespace queuesmith
