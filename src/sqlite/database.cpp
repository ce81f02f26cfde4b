#include "sqlite/database.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QStorageInfo>
#include <QUrl>
#include <QUuid>

namespace queuesmith {

namespace {
constexpr qint64 kLeastRoom = 65'536;

QString uri(const QString &file, Database::Access access)
{
    QString text = QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded());
    switch (access) {
    case Database::Access::Write:
    case Database::Access::Query:
        return text + QStringLiteral("?mode=rw");
    case Database::Access::Create:
        return text + QStringLiteral("?mode=rwc");
    case Database::Access::ReadOnly:
        return text + QStringLiteral("?mode=ro");
    case Database::Access::Immutable:
        break;
    }
    return text + QStringLiteral("?mode=ro&immutable=1");
}

QStringList pragmas(Database::Access access, const DatabaseOptions &options)
{
    QStringList list{QStringLiteral("PRAGMA foreign_keys=ON"),
        options.isDurable ? QStringLiteral("PRAGMA synchronous=FULL")
                          : QStringLiteral("PRAGMA synchronous=OFF"),
        // REPLACE must not get round the triggers that refuse to delete.
        QStringLiteral("PRAGMA recursive_triggers=ON")};
    if (access != Database::Access::Write && access != Database::Access::Create)
        list.append(QStringLiteral("PRAGMA query_only=ON"));
    return list;
}
} // namespace

Statement::Statement(const Database &database, const QString &sql)
    : m_database(&database)
{
    if (!database.isOpen())
        return;
    m_query = std::make_shared<QSqlQuery>(*database.m_connection);
    m_query->setForwardOnly(true);
    m_query->prepare(sql); // run() tells what failed
}

Status Statement::run(const QVariantList &values)
{
    if (!m_query)
        return m_database->failure(QSqlError({}, QStringLiteral("the file isn't open"),
            QSqlError::ConnectionError, QString::number(kSqliteMisuse)));
    if (Status ready = ended(); !ready)
        return ready;
    for (int place = 0; place < values.size(); ++place)
        m_query->bindValue(place, values.at(place));
    return m_query->exec() ? Status(Done{}) : ended();
}

bool Statement::next() { return m_query->next(); }

QVariant Statement::value(int column) const { return m_query->value(column); }

QVariant Statement::value(const QString &column) const { return m_query->value(column); }

QVariantList Statement::values() const
{
    QVariantList values;
    for (int column = 0; column < m_query->record().count(); ++column)
        values.append(m_query->value(column));
    return values;
}

Status Statement::ended() const
{
    const QSqlError error = m_query->lastError();
    return error.isValid() ? Status(m_database->failure(error)) : Status(Done{});
}

Database::Database(const FileWords &words, const DatabaseOptions &options)
    : m_words(words)
    , m_options(options)
{
}

Database::~Database() { close(); }

Status Database::open(const QString &file, Access access)
{
    close();
    m_file = file;
    m_connection = std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(
        QStringLiteral("QSQLITE"), QUuid::createUuid().toString(QUuid::WithoutBraces)));
    m_connection->setDatabaseName(uri(file, access));
    m_connection->setConnectOptions(
        QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(m_options.patience.count()));
    Status opened = m_connection->open() ? Status(Done{}) : failure(m_connection->lastError());
    for (const QString &pragma : pragmas(access, m_options)) {
        if (opened)
            opened = run(pragma);
    }
    if (!opened)
        close();
    return opened;
}

void Database::close()
{
    if (!m_connection)
        return;
    const QString name = m_connection->connectionName();
    m_connection->close();
    m_connection.reset();
    QSqlDatabase::removeDatabase(name);
}

Status Database::run(const QString &sql, const QVariantList &values)
{
    return runAll(sql, {values});
}

Status Database::runAll(const QString &sql, const QList<QVariantList> &rows)
{
    Statement statement(*this, sql);
    Status done = Done{};
    for (auto values = rows.cbegin(); done && values != rows.cend(); ++values)
        done = statement.run(*values);
    return done;
}

Status Database::runAll(const QStringList &statements)
{
    Status done = Done{};
    for (auto sql = statements.cbegin(); done && sql != statements.cend(); ++sql)
        done = run(*sql);
    return done;
}

Result<int> Database::change(const QString &sql, const QVariantList &values)
{
    const auto done = read(sql, values);
    if (!done)
        return done.error();
    return done.value().m_query->numRowsAffected();
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values)
{
    const auto first = row(sql, values);
    if (!first)
        return first.error();
    return first.value().value(0);
}

Result<QVariantList> Database::row(const QString &sql, const QVariantList &values)
{
    Statement statement(*this, sql);
    Status done = statement.run(values);
    if (done && statement.next())
        return statement.values();
    if (done)
        done = statement.ended();
    return done ? Result<QVariantList>(QVariantList()) : done.error();
}

Status Database::each(const QString &sql, const QVariantList &values,
    const std::function<void(const Statement &row)> &take)
{
    Statement statement(*this, sql);
    if (Status done = statement.run(values); !done)
        return done;
    while (statement.next())
        take(statement);
    return statement.ended();
}

Result<Statement> Database::read(const QString &sql, const QVariantList &values)
{
    Statement statement(*this, sql);
    if (Status done = statement.run(values); !done)
        return done.error();
    return statement;
}

Status Database::atomically(const std::function<Status()> &work)
{
    Transaction transaction(*this);
    Status done = transaction.begin(Transaction::Kind::Write);
    if (done)
        done = work();
    return done ? transaction.commit() : done;
}

Error Database::failure(const QSqlError &error) const
{
    int code = error.nativeErrorCode().toInt();
    // Without room for its shared memory SQLite speaks of input and output, not of a full disk.
    if ((code & 0xff) == kSqliteInputOutput
        && QStorageInfo(QFileInfo(m_file).absolutePath()).bytesAvailable() < kLeastRoom)
        code = kSqliteFull;
    return fileError(code, error.databaseText(), m_file, m_words, m_meaning);
}

Transaction::~Transaction()
{
    // SQLite has undone it already after some errors; then this is refused, which is fine.
    if (m_active)
        (void)m_database.run(QStringLiteral("ROLLBACK"));
}

Status Transaction::begin(Kind kind)
{
    const Status begun = m_database.run(
        kind == Kind::Write ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
    m_active = begun.ok();
    return begun;
}

Status Transaction::commit()
{
    const Status committed = m_database.run(QStringLiteral("COMMIT"));
    m_active = m_active && !committed;
    return committed;
}

} // namespace queuesmith
