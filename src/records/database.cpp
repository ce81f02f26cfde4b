#include "database.h"

#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>
#include <QUrl>
#include <QUuid>

namespace queuesmith {

namespace {
// SQLite's primary result codes; part of its stable interface.
enum SqliteResult {
    kPerm = 3,
    kBusy = 5,
    kLocked = 6,
    kReadOnly = 8,
    kInputOutput = 10,
    kCorrupt = 11,
    kFull = 13,
    kCantOpen = 14,
    kNotADatabase = 26,
};

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

QStringList pragmas(Database::Access access)
{
    QStringList list{QStringLiteral("PRAGMA foreign_keys=ON"),
        QStringLiteral("PRAGMA synchronous=FULL"),
        // REPLACE must not get round the triggers that refuse to delete.
        QStringLiteral("PRAGMA recursive_triggers=ON")};
    if (access != Database::Access::Write && access != Database::Access::Create)
        list.append(QStringLiteral("PRAGMA query_only=ON"));
    return list;
}

Sentence happened(int code, const QString &file, const Sentence &what)
{
    switch (code & 0xff) {
    case kFull:
        return Sentence::tr("The disk is full: the audit log “%1” could not be written.", {file});
    case kBusy:
    case kLocked:
        return Sentence::tr("Another program has locked the audit log “%1”.", {file});
    case kCorrupt:
    case kNotADatabase:
        return Sentence::tr("The audit log “%1” is damaged (%2).", {file, what});
    case kReadOnly:
    case kPerm:
    case kCantOpen:
        return Sentence::tr("The audit log “%1” can't be opened for writing.", {file});
    default:
        return Sentence::tr("The audit log “%1” could not be read or written (%2).", {file, what});
    }
}

Sentence whatToDo(int code)
{
    switch (code & 0xff) {
    case kFull:
        return Sentence::tr("Free some space, then try again.");
    case kBusy:
    case kLocked:
        return Sentence::tr("Wait until that program has finished or close it, then try again.");
    case kCorrupt:
    case kNotADatabase:
        return Sentence::tr(
            "Keep the file as it is for examination, and choose another file for the audit log.");
    case kReadOnly:
    case kPerm:
    case kCantOpen:
        return Sentence::tr(
            "Make the file and its folder writable, or choose another file for the audit log.");
    default:
        return Sentence::tr("Check the disk, then try again.");
    }
}

QString word(int code)
{
    switch (code & 0xff) {
    case kFull:
        return QStringLiteral("audit_full");
    case kBusy:
    case kLocked:
        return QStringLiteral("audit_busy");
    case kCorrupt:
    case kNotADatabase:
        return QStringLiteral("audit_damaged");
    case kReadOnly:
    case kPerm:
    case kCantOpen:
        return QStringLiteral("audit_unwritable");
    default:
        return QStringLiteral("audit_unusable");
    }
}
} // namespace

Sentence consequence(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Opening:
    case Purpose::Claiming:
        return Sentence::tr("Nothing was sent.");
    case Purpose::Recording:
        return Sentence::tr(
            "This step was not recorded; work in progress is settled at the next start.");
    case Purpose::Reading:
        break;
    }
    return Sentence::tr("The file was not changed.");
}

Error storageError(int sqliteCode, Purpose purpose, const QString &file, const Sentence &what)
{
    Error error = Error::of(ErrorKind::Storage, word(sqliteCode),
        Sentence::row(
            {happened(sqliteCode, file, what), consequence(purpose), whatToDo(sqliteCode)}));
    error.detail = QStringLiteral("SQLite %1: %2").arg(sqliteCode).arg(what.english());
    return error;
}

int sqliteCode(const Error &error)
{
    static const QString prefix = QStringLiteral("SQLite ");
    if (!error.detail.startsWith(prefix))
        return 0;
    return error.detail.mid(prefix.size()).section(QLatin1Char(':'), 0, 0).toInt() & 0xff;
}

Database::~Database() { close(); }

Status Database::open(const QString &file, Access access)
{
    close();
    m_file = file;
    m_name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_connection.setDatabaseName(uri(file, access));
    m_connection.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"));
    if (!m_connection.open()) {
        Error failure = error(m_connection.lastError());
        close();
        return failure;
    }
    for (const QString &pragma : pragmas(access)) {
        if (const auto set = run(pragma); !set) {
            close();
            return set.error();
        }
    }
    return Done{};
}

void Database::close()
{
    if (m_name.isEmpty())
        return;
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
    m_name.clear();
}

Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return error(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return error(query.lastError());
    return query;
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values)
{
    auto query = run(sql, values);
    if (!query)
        return query.error();
    QSqlQuery rows = std::move(query).value();
    if (rows.next())
        return rows.value(0);
    if (Status end = ended(rows); !end)
        return end.error();
    return QVariant();
}

Status Database::ended(const QSqlQuery &query) const
{
    if (query.lastError().isValid())
        return error(query.lastError());
    return Done{};
}

Error Database::error(const QSqlError &error) const
{
    int code = error.nativeErrorCode().toInt();
    // Without room for its shared memory SQLite speaks of input and output, not of a full disk.
    if ((code & 0xff) == kInputOutput
        && QStorageInfo(QFileInfo(m_file).absolutePath()).bytesAvailable() < kLeastRoom)
        code = kFull;
    return storageError(code, m_purpose, m_file, error.databaseText());
}

Transaction::~Transaction()
{
    // SQLite has undone it already after some errors; then this is refused, which is fine.
    if (m_active)
        (void)m_database.run(QStringLiteral("ROLLBACK"));
}

Status Transaction::begin(Kind kind)
{
    const auto begun = m_database.run(
        kind == Kind::Write ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
    if (!begun)
        return begun.error();
    m_active = true;
    return Done{};
}

Status Transaction::commit()
{
    const auto committed = m_database.run(QStringLiteral("COMMIT"));
    if (!committed)
        return committed.error();
    m_active = false;
    return Done{};
}

} // namespace queuesmith
