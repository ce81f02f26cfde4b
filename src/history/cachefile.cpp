#include "history/cachefile.h"

#include "platform/privatefiles.h"

#include <QFile>
#include <QFileInfo>

namespace queuesmith {

namespace {

constexpr Words kUnusable =
    Sentence::tr("The history cache “%1” can't be used (%2). The history is read from the tenant "
                 "each time; you may delete the file.");
constexpr FileWords kCacheWords{
    .full = {"cache_full",
        Sentence::tr("The disk is full, so the history cache “%1” was not used.")},
    .locked =
        {
            "cache_busy",
            Sentence::tr("Another program has locked the history cache “%1”, so it was not used."),
        },
    .damaged = {"cache_damaged", kUnusable},
    .unwritable = {"cache_unwritable", kUnusable},
    .other = {"cache_unusable", kUnusable},
};
/// A cache holds nobody up for long, and needn't survive a power cut.
constexpr DatabaseOptions kCacheOptions{.patience = std::chrono::seconds(1), .isDurable = false};

/// Whether only a new file helps.
bool isBeyondUse(const Error &error)
{
    const int code = sqliteCode(error);
    return code == kSqliteCorrupt || code == kSqliteNotADatabase;
}

} // namespace

CacheFile::CacheFile(QString file, int applicationId, int version, QStringList schema)
    : m_file(std::move(file))
    , m_applicationId(applicationId)
    , m_version(version)
    , m_schema(std::move(schema))
    , m_database(kCacheWords, kCacheOptions)
{
}

bool CacheFile::use(const std::function<Status(Database &)> &work)
{
    m_trouble = {};
    const Status ready = makeReady();
    const Status done = ready ? work(m_database) : ready;
    if (done)
        return true;
    m_trouble = wholeSentence(done.error());
    m_database.close();
    if (ready && isBeyondUse(done.error()))
        (void)putAside();
    return false;
}

Status CacheFile::makeReady()
{
    if (m_database.isOpen() && isStillThere())
        return Done{};
    Status usable = connectFile();
    // What was put aside makes room for a new file.
    if (!usable && isBeyondUse(usable.error()) && putAside())
        usable = connectFile();
    return usable;
}

Status CacheFile::connectFile()
{
    const QFileInfo info(m_file);
    if (!makePrivateFolder(info.absolutePath()))
        return fileError(0, Sentence::tr("its folder can't be created"), m_file, kCacheWords);
    // SQLite would make it as the umask says; what can't be made shows below.
    (void)makePrivateFile(m_file);
    if (Status opened = m_database.open(info.absoluteFilePath(), Database::Access::Create); !opened)
        return opened;
    m_opened = identityOf(m_file);
    return checkContent();
}

Status CacheFile::checkContent()
{
    const auto found = m_database.row(
        QStringLiteral("SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master) "
                       "FROM pragma_application_id, pragma_user_version"));
    if (!found)
        return found.error();
    if (found.value() == QVariantList{0, 0, 0})
        return makeTables();
    if (found.value().mid(0, 2) == QVariantList{m_applicationId, m_version})
        return Done{};
    return fileError(kSqliteNotADatabase,
        Sentence::tr("it was made by another program or another version"), m_file, kCacheWords);
}

Status CacheFile::makeTables()
{
    Status made = m_database.atomically([this] {
        const auto tables = m_database.value(QStringLiteral("SELECT count(*) FROM sqlite_master"));
        // Another process may have made them meanwhile.
        if (!tables || tables.value().toInt() > 0)
            return tables ? Status(Done{}) : Status(tables.error());
        return m_database.runAll(m_schema
            + QStringList{QStringLiteral("PRAGMA application_id=%1").arg(m_applicationId),
                QStringLiteral("PRAGMA user_version=%1").arg(m_version)});
    });
    m_opened = identityOf(m_file);
    return made;
}

bool CacheFile::putAside()
{
    m_database.close();
    if (!QFileInfo(m_file).isFile())
        return false;
    const QString aside = m_file + QStringLiteral(".aside");
    QFile::remove(aside);
    QFile::remove(m_file + QStringLiteral("-journal"));
    return QFile::rename(m_file, aside);
}

bool CacheFile::isStillThere() const
{
    const std::optional<FileIdentity> found = identityOf(m_file);
    return m_opened && found && found->isSameFileAs(*m_opened);
}

} // namespace queuesmith
