#pragma once

#include "sqlite/fileerror.h"

#include <QString>
#include <QStringList>
#include <QVariantList>

#include <chrono>
#include <functional>
#include <memory>

class QSqlDatabase;
class QSqlError;
class QSqlQuery;

namespace queuesmith {

class Database;

/// A statement that was run, and the rows that it gives, read forwards once. Used on the thread of
/// its Database, which must stay open meanwhile.
class Statement {
public:
    /// To the next row, at first to the first one. False after the last one and on an error: then
    /// see ended().
    [[nodiscard]] bool next();
    /// Of the row at hand; columns count from 0.
    [[nodiscard]] QVariant value(int column) const;
    [[nodiscard]] QVariant value(const QString &column) const;
    [[nodiscard]] QVariantList values() const;
    /// Whether the rows ended because there were no more.
    Status ended() const;

private:
    friend class Database;

    Statement(const Database &database, const QString &sql);
    /// Once more with these values at the question marks.
    Status run(const QVariantList &values);

    const Database *m_database;
    std::shared_ptr<QSqlQuery> m_query;
};

struct DatabaseOptions {
    /// How long a call waits for what another program has locked.
    std::chrono::milliseconds patience{5000};
    /// What is committed is on the disk. Without it a power cut may cost the file.
    bool isDurable = true;
};

/// One connection to an SQLite file. Opened, used, closed and destroyed on one thread; calls wait
/// for the disk. Errors are of kind Storage, in the words of the kind of file, and name the file.
/// Rows that refer to others are checked, and REPLACE fires the triggers that refuse to delete.
class Database {
public:
    enum class Access {
        Write, ///< an existing file
        Create, ///< an existing file or a new one
        Query, ///< a file that could be written, but this connection doesn't change any content
        ReadOnly, ///< a file that can't be written
        Immutable, ///< no lock and no file beside it; only right while nobody writes
    };

    explicit Database(const FileWords &words, const DatabaseOptions &options = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Closes what was open before. After an error it is closed.
    Status open(const QString &file, Access access);
    /// Undoes what wasn't committed. No Statement may be left.
    void close();
    [[nodiscard]] bool isOpen() const { return m_connection != nullptr; }
    /// The file that was opened last.
    [[nodiscard]] const QString &file() const { return m_file; }

    /// What a failure means for the person from now on; said in every error.
    void setMeaning(const Sentence &meaning) { m_meaning = meaning; }

    /// Runs one statement, whose rows nobody wants. `values` stand at its question marks.
    Status run(const QString &sql, const QVariantList &values = {});
    /// The same for each of these lists of values, prepared once.
    Status runAll(const QString &sql, const QList<QVariantList> &rows);
    /// One statement after the other.
    Status runAll(const QStringList &statements);
    /// Runs it and gives how many rows it inserted, changed or removed.
    Result<int> change(const QString &sql, const QVariantList &values = {});

    /// The first column of the first row; invalid when there is none.
    Result<QVariant> value(const QString &sql, const QVariantList &values = {});
    /// The first row; empty when there is none.
    Result<QVariantList> row(const QString &sql, const QVariantList &values = {});
    /// Calls `take` for each row, which may run other statements.
    Status each(const QString &sql, const QVariantList &values,
        const std::function<void(const Statement &row)> &take);
    /// The rows one after the other, for whoever may stop early.
    Result<Statement> read(const QString &sql, const QVariantList &values = {});

    /// Carries out all of `work` or nothing of it, alone in the file from its beginning on.
    Status atomically(const std::function<Status()> &work);

private:
    friend class Statement;

    [[nodiscard]] Error failure(const QSqlError &error) const;

    const FileWords &m_words;
    DatabaseOptions m_options;
    QString m_file;
    Sentence m_meaning;
    std::unique_ptr<QSqlDatabase> m_connection; ///< null while closed
};

/// Undone at the end of its scope unless it was committed. On the thread of its Database, which
/// must outlive it. They don't nest.
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

} // namespace queuesmith
