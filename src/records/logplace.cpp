#include "records/logplace.h"

#include "platform/filesync.h"
#include "sqlite/database.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace queuesmith {

namespace {
const QStringList &partSuffixes()
{
    static const QStringList suffixes{
        QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")};
    return suffixes;
}

/// A name for what is kept of `file`: the file's, a word for why, and the time. Neither it nor a
/// part of it is there yet.
QString keptName(const QString &file, const QString &word, const QDateTime &now)
{
    const auto isTaken = [](const QString &name) {
        return QFileInfo::exists(name)
            || std::any_of(partSuffixes().cbegin(), partSuffixes().cend(),
                [&name](const QString &suffix) { return QFileInfo::exists(name + suffix); });
    };
    const QString base =
        QStringLiteral("%1.%2-%3").arg(file, word, now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"));
    QString name = base;
    for (int number = 2; isTaken(name); ++number)
        name = QStringLiteral("%1-%2").arg(base).arg(number);
    return name;
}

/// An empty file for its owner only: SQLite would make it readable for others.
bool madeEmpty(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate,
        QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

/// Whether all that the connection sees is on the disk under that name.
bool copied(Database &database, const QString &name)
{
    const QString draft = name + QStringLiteral(".part");
    const bool isWhole = madeEmpty(draft)
        && database.run(QStringLiteral("VACUUM INTO ?"), {draft}).ok() && syncPath(draft)
        && std::rename(QFile::encodeName(draft).constData(), QFile::encodeName(name).constData())
            == 0
        && syncPath(QFileInfo(name).absolutePath());
    if (!isWhole)
        QFile::remove(draft);
    return isWhole;
}
} // namespace

SetAside setAsideParts(const QString &file, const QDateTime &now)
{
    SetAside done;
    const QString name = keptName(file, QStringLiteral("aside"), now);
    for (const QString &suffix : partSuffixes()) {
        if (!QFileInfo::exists(file + suffix))
            continue;
        if (!QFile::rename(file + suffix, name + suffix)) {
            done.stuck = file + suffix;
            return done;
        }
        done.name = name;
    }
    return done;
}

std::optional<LogPlace::Part> LogPlace::partAt(const QString &file)
{
    const std::optional<FileIdentity> found = identityOf(file);
    return found ? std::optional(Part{file, *found}) : std::nullopt;
}

void LogPlace::note(const Database &database)
{
    m_parts.clear();
    m_rescued.clear();
    for (const char *suffix : {"", "-wal", "-shm"}) {
        if (const auto part = partAt(database.file() + QString::fromLatin1(suffix)))
            m_parts.push_back(*part);
    }
}

bool LogPlace::isHeld() const
{
    return std::all_of(m_parts.cbegin(), m_parts.cend(),
        [](const Part &part) { return partAt(part.file) == part; });
}

/// The write-ahead log of ours must not lie beneath another log, nor beneath the one that is saved.
void LogPlace::clearPlace(const QDateTime &now) const
{
    if (m_parts.empty() || partAt(m_parts.front().file) == m_parts.front())
        return;
    const bool isOurs = std::all_of(std::next(m_parts.cbegin()), m_parts.cend(),
        [](const Part &part) { return partAt(part.file) == part; });
    if (isOurs)
        (void)setAsideParts(m_parts.front().file, now);
}

Error LogPlace::lost(Database &database, const QDateTime &now, const Sentence &meaning)
{
    const QString &file = database.file();
    QString name = m_rescued;
    if (name.isEmpty())
        name = keptName(file, QStringLiteral("rescued"), now);
    const bool isRescued = copied(database, name);
    if (isRescued)
        m_rescued = name;
    clearPlace(now);

    const Sentence happened = Sentence::tr(
        "The audit log “%1” was moved, removed or replaced while it was in use.", {file});
    const Sentence kept = isRescued
        ? Sentence::tr("Its records, with those of this run, are in “%1”. To go on with them, move "
                       "that file to where the log was; then start again.",
            {name})
        : Sentence::tr("Its records could not be saved in another file there. If it was moved, "
                       "move it back together with the files beside it; then start again.");
    return Error::of(ErrorKind::Storage, "audit_gone", Sentence::row({happened, meaning, kept}));
}

QString resolvedFile(const QString &file)
{
    const QFileInfo info(file);
    if (info.exists())
        return info.canonicalFilePath();
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : QDir(folder).filePath(info.fileName());
}

} // namespace queuesmith
