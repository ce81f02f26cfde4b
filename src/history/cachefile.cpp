#include "cachefile.h"

#include "outputfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

#include <sys/stat.h>

namespace queuesmith {

namespace {

// SQLite's primary result codes; part of its stable interface.
enum SqliteResult { kBusy = 5, kLocked = 6, kCorrupt = 11, kFull = 13, kNotADatabase = 26 };

/// 0 when there is no such file.
quint64 inodeOf(const QString &file)
{
    struct stat status { };
    return ::stat(QFile::encodeName(file).constData(), &status) == 0 ? status.st_ino : 0;
}

Sentence sentenceFor(int code, const QString &file, const Sentence &what)
{
    switch (code & 0xff) {
    case kBusy:
    case kLocked:
        return Sentence::tr(
            "Another program has locked the history cache “%1”, so it was not used.", {file});
    case kFull:
        return Sentence::tr("The disk is full, so the history cache “%1” was not used.", {file});
    default:
        return Sentence::tr("The history cache “%1” can't be used (%2). The history is read from "
                            "the tenant each time; you may delete the file.",
            {file, what});
    }
}

} // namespace

CacheFile::CacheFile(QString file, int applicationId, int version, QStringList schema)
    : m_file(std::move(file))
    , m_applicationId(applicationId)
    , m_version(version)
    , m_schema(std::move(schema))
{
}

CacheFile::~CacheFile() { close(); }

bool CacheFile::ready()
{
    m_trouble = {};
    m_unusable = false;
    if (!m_name.isEmpty() && isStillThere())
        return true;
    const auto usable = [this] { return connectFile() && isOurs(); };
    // What was put aside makes room for a new file.
    if (usable() || (m_unusable && putAside() && usable())) {
        m_trouble = {};
        return true;
    }
    close();
    return false;
}

void CacheFile::giveUp()
{
    if (m_unusable)
        (void)putAside();
    else
        close();
}

bool CacheFile::connectFile()
{
    close();
    const QFileInfo info(m_file);
    if (!makePrivateFolder(info.absolutePath())) {
        note(0, Sentence::tr("its folder can't be created"));
        return false;
    }
    // SQLite would make it as the umask says; what can't be made shows below.
    (void)makePrivateFile(m_file);
    m_name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_connection.setDatabaseName(info.absoluteFilePath());
    m_connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=1000"));
    if (!m_connection.open()) {
        const QSqlError error = m_connection.lastError();
        note(error.nativeErrorCode().toInt(), error.databaseText());
        return false;
    }
    // SQLite makes the file when it is first written; a cache needn't survive a power cut.
    if (!run(QStringLiteral("PRAGMA synchronous=OFF")))
        return false;
    m_inode = inodeOf(m_file);
    return true;
}

bool CacheFile::isOurs()
{
    const auto tables = number(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    const auto application = number(QStringLiteral("PRAGMA application_id"));
    const auto version = number(QStringLiteral("PRAGMA user_version"));
    if (!tables || !application || !version)
        return false;
    if (*tables == 0 && *application == 0 && *version == 0)
        return makeTables();
    m_unusable = *application != m_applicationId || *version != m_version;
    return !m_unusable;
}

bool CacheFile::makeTables()
{
    if (!run(QStringLiteral("BEGIN IMMEDIATE")))
        return false;
    // Another process may have made them meanwhile.
    const auto tables = number(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    QStringList statements;
    if (tables == 0)
        statements = m_schema
            + QStringList{QStringLiteral("PRAGMA application_id=%1").arg(m_applicationId),
                QStringLiteral("PRAGMA user_version=%1").arg(m_version)};
    for (const QString &statement : statements) {
        if (!run(statement))
            return false;
    }
    if (!run(QStringLiteral("COMMIT")))
        return false;
    m_inode = inodeOf(m_file);
    return true;
}

bool CacheFile::putAside()
{
    close();
    if (!QFileInfo(m_file).isFile())
        return false;
    const QString aside = m_file + QStringLiteral(".aside");
    QFile::remove(aside);
    QFile::remove(m_file + QStringLiteral("-journal"));
    return QFile::rename(m_file, aside);
}

void CacheFile::close()
{
    if (m_name.isEmpty())
        return;
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
    m_name.clear();
}

bool CacheFile::isStillThere() const { return m_inode != 0 && inodeOf(m_file) == m_inode; }

std::optional<QSqlQuery> CacheFile::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    const bool prepared = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!prepared || !query.exec()) {
        note(query);
        return std::nullopt;
    }
    return query;
}

std::optional<qint64> CacheFile::number(const QString &sql, const QVariantList &values)
{
    std::optional<QSqlQuery> query = run(sql, values);
    if (!query)
        return std::nullopt;
    if (query->next())
        return query->value(0).toLongLong();
    if (!query->lastError().isValid())
        return 0;
    note(*query);
    return std::nullopt;
}

bool CacheFile::runAll(const QString &sql, const QList<QVariantList> &rows)
{
    QSqlQuery query(m_connection);
    if (!query.prepare(sql)) {
        note(query);
        return false;
    }
    for (const QVariantList &row : rows) {
        for (int i = 0; i < row.size(); ++i)
            query.bindValue(i, row.at(i));
        if (!query.exec()) {
            note(query);
            return false;
        }
    }
    return true;
}

void CacheFile::note(const QSqlQuery &query)
{
    const QSqlError error = query.lastError();
    note(error.nativeErrorCode().toInt(), error.databaseText());
}

void CacheFile::note(int code, const Sentence &what)
{
    m_unusable = (code & 0xff) == kCorrupt || (code & 0xff) == kNotADatabase;
    m_trouble = sentenceFor(code, m_file, what);
}

} // namespace queuesmith
