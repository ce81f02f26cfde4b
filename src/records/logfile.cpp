#include "records/logfile.h"

#include "platform/fileidentity.h"
#include "platform/filelock.h"
#include "platform/filesync.h"
#include "records/auditchain.h"
#include "records/auditpayload.h"
#include "records/logplace.h"
#include "records/logwords.h"
#include "records/schema.h"
#include "sqlite/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <cstdio>

namespace queuesmith {

namespace {
Error refused(const char *code, const Sentence &happened, const Sentence &toDo)
{
    return Error::of(ErrorKind::Storage, code,
        Sentence::row(
            {happened, Sentence::tr("Nothing was sent, and the file was left as it is."), toDo}));
}

Error damaged(const QString &file, const Sentence &what)
{
    return refused("audit_damaged", Sentence::tr("The audit log “%1” %2.", {file, what}),
        Sentence::tr("Keep it for examination, and choose another file for the audit log."));
}

Error foreign(const QString &file)
{
    return refused("audit_foreign",
        Sentence::tr(
            "The file “%1” is not an audit log of Queuesmith, or its beginning is damaged.",
            {file}),
        Sentence::tr("Choose another file for the audit log."));
}

Error newer(const QString &file, int version)
{
    return refused("audit_newer",
        Sentence::tr(
            "The audit log “%1” was made by a newer Queuesmith (format %2; this one knows %3).",
            {file, version, kSchemaVersion}),
        Sentence::tr("Install the newer version, or choose another file for the audit log."));
}

Error unusablePlace(const Sentence &happened)
{
    return refused("audit_unwritable", happened,
        Sentence::tr("Make the location writable, or choose another file for the audit log."));
}

/// Two names of one log have two lock folders, so that runs wouldn't know of each other.
Error linked(const QString &file, quint64 names)
{
    return refused("audit_linked",
        Sentence::tr(
            "The audit log “%1” has %2 names (hard links), so another run could work on it unseen.",
            {file, names}),
        Sentence::tr("Remove the other names, or make a copy of it and name that with --audit."));
}

Status checkLinks(const QString &file)
{
    const std::optional<FileIdentity> found = identityOf(file);
    if (found && found->names > 1)
        return linked(file, found->names);
    return Done{};
}

Status checkHeader(Database &database)
{
    const auto id = database.value(QStringLiteral("PRAGMA application_id"));
    if (!id)
        return id.error();
    if (id.value().toInt() != kApplicationId)
        return foreign(database.file());
    const auto version = database.value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    if (version.value().toInt() > kSchemaVersion)
        return newer(database.file(), version.value().toInt());
    return Done{};
}

Status checkSchema(Database &database, const QStringList &names)
{
    for (const QString &name : names) {
        const auto found =
            database.value(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = ?"), {name});
        if (!found)
            return found.error();
        if (!found.value().isValid())
            return damaged(database.file(), Sentence::tr("lacks its part “%1”", {name}));
    }
    return Done{};
}

Status checkLastRecord(Database &database)
{
    const auto logId = database.value(QStringLiteral("SELECT log_id FROM audit_log"));
    if (!logId)
        return logId.error();
    if (!logId.value().isValid())
        return damaged(database.file(), Sentence::tr("has no id"));
    QList<QVariantList> last; // newest first
    Status read = database.each(
        QStringLiteral("SELECT seq, payload, hash FROM audit ORDER BY seq DESC LIMIT 2"), {},
        [&last](const Statement &row) { last.append(row.values()); });
    if (!read || last.isEmpty())
        return read;
    const qint64 seq = last.at(0).at(0).toLongLong();
    const QByteArray previous =
        last.size() > 1 ? last.at(1).at(2).toByteArray() : genesisHash(logId.value().toString());
    if (chainHash(seq, previous, last.at(0).at(1).toByteArray()) != last.at(0).at(2).toByteArray())
        return damaged(database.file(),
            Sentence::tr("was changed or damaged: record %1 doesn't match its hash", {seq}));
    return Done{};
}

Status inspectContent(const QString &file, Inspection inspection, Database::Access access)
{
    Database database(logWords());
    database.setMeaning(consequence(Purpose::Opening));
    if (Status opened = database.open(file, access); !opened)
        return opened;
    if (Status header = checkHeader(database); !header)
        return header;
    const bool writing = inspection == Inspection::ForWriting;
    const QStringList names = writing ? schemaTables() + schemaGuards() : schemaTables();
    if (Status schema = checkSchema(database, names); !schema)
        return schema;
    return writing ? checkLastRecord(database) : Status(Done{});
}

Status inspectDatabase(const QString &file, Inspection inspection)
{
    // Without a write-ahead log the file alone is the whole truth, and reading it as immutable
    // leaves no trace beside it. With one, SQLite must read both.
    if (!hasPendingWrites(file)) {
        Status status = inspectContent(file, inspection, Database::Access::Immutable);
        if (status || !hasPendingWrites(file))
            return status;
        // Another process has begun to write meanwhile: the file alone may have looked torn.
    }
    return inspectContent(file, inspection, Database::Access::ReadOnly);
}

Status buildDatabase(const QString &file, const QString &createdAt)
{
    // SQLite would make it readable for others; what it puts beside the file takes its mode.
    QFile empty(file);
    if (!empty.open(QIODevice::WriteOnly | QIODevice::NewOnly,
            QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return unusablePlace(Sentence::tr("“%1” can't be created.", {file}));
    empty.close();

    Database database(logWords());
    database.setMeaning(consequence(Purpose::Opening));
    if (Status opened = database.open(file, Database::Access::Create); !opened)
        return opened;
    const QString logId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (Status made = createSchema(database, logId, createdAt); !made)
        return made;
    return database.run(QStringLiteral("PRAGMA journal_mode=WAL"));
}

/// Made whole under another name and then renamed, so that a crash or a full disk never leaves half
/// a log where the next start would look for one.
Status createDraft(const QString &file, const QString &draft, const QDateTime &now)
{
    QFile::remove(draft);
    Status built = buildDatabase(draft, timestampText(now));
    if (!built) {
        QFile::remove(draft);
        QFile::remove(draft + QStringLiteral("-journal"));
        QFile::remove(draft + QStringLiteral("-wal"));
        QFile::remove(draft + QStringLiteral("-shm"));
        return built;
    }
    if (std::rename(QFile::encodeName(draft).constData(), QFile::encodeName(file).constData()) != 0
        || !syncPath(QFileInfo(file).absolutePath()))
        return unusablePlace(Sentence::tr("“%1” can't be created.", {file}));
    return Done{};
}

bool hasLiveRun(const QString &runs)
{
    const QStringList locks = QDir(runs).entryList({QStringLiteral("*.lock")}, QDir::Files);
    return std::any_of(locks.cbegin(), locks.cend(),
        [&runs](const QString &name) { return isLocked(runs + QLatin1Char('/') + name); });
}

/// What that run has claimed stands in a journal that can't be read any more.
Error stillUsed(const QString &file)
{
    return Error::of(ErrorKind::Storage, "audit_gone",
        Sentence::tr(
            "The audit log “%1” was moved or removed, but another run still works with it. Nothing "
            "was sent. Wait until that run has ended and see what it says, then try again.",
            {file}));
}

Sentence wasSetAside(const QString &file, const QString &aside)
{
    return Sentence::tr("The audit log “%1” was moved or removed before its last records were in "
                        "it. What was left of it is kept as “%2-wal” and the like, and a new audit "
                        "log was begun. To read the old one with those records, move it to “%2”.",
        {file, aside});
}
} // namespace

bool hasPendingWrites(const QString &file)
{
    return QFileInfo(file + QStringLiteral("-wal")).size() > 0;
}

Result<LogFileState> inspectLogFile(const QString &file, Inspection inspection)
{
    const QFileInfo info(file);
    if (!info.exists())
        return LogFileState::Absent;
    if (!info.isFile())
        return unusablePlace(Sentence::tr("“%1” is not a file.", {file}));
    if (!info.isReadable())
        return unusablePlace(Sentence::tr("The audit log “%1” can't be read.", {file}));
    const bool writing = inspection == Inspection::ForWriting;
    if (writing && !(info.isWritable() && QFileInfo(info.absolutePath()).isWritable()))
        return unusablePlace(
            Sentence::tr("The audit log “%1” or its folder is read-only.", {file}));
    if (Status links = checkLinks(file); writing && !links)
        return links.error();
    if (info.size() == 0)
        return LogFileState::Empty;
    if (Status usable = inspectDatabase(file, inspection); !usable)
        return sqliteCode(usable.error()) == kSqliteNotADatabase ? foreign(file) : usable.error();
    return LogFileState::Ours;
}

Result<Sentence> createLogFile(const QString &file, const QString &runs, const QDateTime &now)
{
    const auto alone = FileLock::onFolder(runs, FileLock::Wait::Yes);
    if (!alone)
        return unusablePlace(Sentence::tr("The folder “%1” can't be used.", {runs}));
    if (QFileInfo(file).size() > 0)
        return Sentence();
    if (hasLiveRun(runs))
        return stillUsed(file);
    const SetAside aside = setAsideParts(file, now);
    if (!aside.stuck.isEmpty())
        return unusablePlace(Sentence::tr(
            "“%1” is left of an earlier audit log and can't be renamed.", {aside.stuck}));
    if (Status made = createDraft(file, runs + QStringLiteral("/new.sqlite"), now); !made)
        return made.error();
    return aside.name.isEmpty() ? Sentence() : wasSetAside(file, aside.name);
}

} // namespace queuesmith
