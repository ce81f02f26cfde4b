#pragma once

#include "result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

class QSqlError;

namespace queuesmith {

/// What was being done when SQLite failed: it decides what the failure means for a person.
enum class Purpose {
    Opening, ///< before the work: nothing was sent
    Claiming, ///< before the first request: nothing was sent
    Recording, ///< in the middle of it: the journal settles it later
    Reading,
};

/// One connection to an SQLite file. Used on the thread that opened it only.
class Database {
public:
    enum class Access {
        Write, ///< an existing file
        Create, ///< a new file
        Query, ///< a file that could be written, but this connection doesn't change any content
        ReadOnly, ///< a file that can't be written
        Immutable, ///< no lock and no file beside it; only right while nobody writes
    };

    Database() = default;
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Status open(const QString &file, Access access);
    void close();
    [[nodiscard]] bool isOpen() const { return m_connection.isOpen(); }
    [[nodiscard]] const QString &file() const { return m_file; }

    void setPurpose(Purpose purpose) { m_purpose = purpose; }

    /// Runs one statement. Rows are read forwards only; after the last one see ended().
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    /// The first column of the first row; invalid when there is none.
    Result<QVariant> value(const QString &sql, const QVariantList &values = {});
    /// Whether the rows ended because there were no more.
    Status ended(const QSqlQuery &query) const;

private:
    [[nodiscard]] Error error(const QSqlError &error) const;

    QString m_file;
    QString m_name;
    QSqlDatabase m_connection;
    Purpose m_purpose = Purpose::Reading;
};

/// Undone at the end of its scope unless it was committed.
class Transaction {
public:
    enum class Kind {
        Read, ///< one state of the file, while others may write
        Write, ///< alone from its first statement on
    };

    explicit Transaction(Database &database)
        : m_database(database)
    {
    }
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Status begin(Kind kind);
    Status commit();

private:
    Database &m_database;
    bool m_active = false;
};

/// SQLite's result code of an error that Database gave (e.g. 13 for a full disk); 0 for others.
[[nodiscard]] int sqliteCode(const Error &error);

/// The sentence for a failure of SQLite, and its kind and code. `what` is SQLite's own text.
[[nodiscard]] Error storageError(
    int sqliteCode, Purpose purpose, const QString &file, const Sentence &what);

/// What a failure in the midst of `purpose` means for the person.
[[nodiscard]] Sentence consequence(Purpose purpose);

} // namespace queuesmith
