#include "records/runregistry.h"

#include "platform/filelock.h"
#include "platform/processes.h"
#include "records/auditpayload.h"
#include "sqlite/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace queuesmith {

namespace {
const QString kSuffix = QStringLiteral(".lock");

Error ownLockGone(const QString &folder)
{
    return Error::of(ErrorKind::Storage, "audit_lock_gone",
        Sentence::tr("The lock of this run was removed from “%1”, so another run could take its "
                     "work over unseen. Nothing more was sent. Leave that folder alone and start "
                     "again: what is open is settled first.",
            {folder}));
}

Error unlocked(const QString &file, const QString &folder, qint64 process)
{
    return Error::of(ErrorKind::Storage, "audit_lock_gone",
        Sentence::tr("Process %1 still works with the audit log “%2”, but its lock was removed "
                     "from “%3”. Nothing was sent. Wait until that process has ended, or end it, "
                     "then try again: what it has left open is settled first. If you can't, name "
                     "another audit log with --audit; it doesn't know of that work.",
            {process, file, folder}));
}

Error noLock(const QString &folder)
{
    return Error::of(ErrorKind::Storage, "audit_unwritable",
        Sentence::tr("This run's lock can't be created in “%1”. Nothing was sent. Make the folder "
                     "writable, or choose another file for the audit log.",
            {folder}));
}
} // namespace

RunRegistry::RunRegistry(Database &database, QString folder)
    : m_database(database)
    , m_folder(std::move(folder))
    , m_own(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

RunRegistry::~RunRegistry()
{
    // A run in the file without a lock beside it is one whose lock was taken away, not one that has
    // ended. When this can't be written, its process is soon gone, which says the same.
    if (m_lock && m_database.isOpen()) {
        (void)m_database.run(QStringLiteral("PRAGMA busy_timeout=500"));
        (void)m_database.run(QStringLiteral("DELETE FROM run WHERE id = ?"), {m_own});
    }
}

Status RunRegistry::enter(const QString &host, const QDateTime &now)
{
    m_host = host;
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun;
    if (Status others = refuseUnlocked(); !others)
        return others;
    m_lock = FileLock::onNewFile(lockFile(m_own));
    if (!m_lock)
        return noLock(m_folder);
    const Status added = m_database.run(QStringLiteral("INSERT INTO run VALUES(?, ?, ?, ?)"),
        {m_own, host, QCoreApplication::applicationPid(), timestampText(now)});
    if (!added)
        return added;
    if (Status swept = sweep(); !swept)
        return swept;
    return transaction.commit();
}

Status RunRegistry::refuseUnlocked() const
{
    auto query = m_database.read(QStringLiteral(
        "SELECT DISTINCT run.id, run.pid FROM run JOIN operation ON operation.run_id = run.id "
        "WHERE operation.state IN ('planned', 'sent', 'unknown', 'created')"));
    if (!query)
        return query.error();
    Statement rows = std::move(query).value();
    while (rows.next()) {
        const QString run = rows.value(0).toString();
        if (!QFileInfo::exists(lockFile(run)) && !isDead(run))
            return unlocked(m_database.file(), m_folder, rows.value(1).toLongLong());
    }
    return rows.ended();
}

Status RunRegistry::stillLocked() const
{
    return m_lock && m_lock->isAtItsPlace() ? Status(Done{}) : Status(ownLockGone(m_folder));
}

bool RunRegistry::isDead(const QString &run) const
{
    if (run == m_own || isLocked(lockFile(run)))
        return false;
    if (QFileInfo::exists(lockFile(run)))
        return true;
    // No lock: it has ended in good order, or somebody has taken the lock away.
    const auto row = m_database.row(
        QStringLiteral("SELECT pid, started_at FROM run WHERE id = ? AND host = ?"), {run, m_host});
    if (!row)
        return false;
    return row.value().isEmpty()
        || !processLives(row.value().at(0).toLongLong(),
            QDateTime::fromString(row.value().at(1).toString(), Qt::ISODateWithMs));
}

bool RunRegistry::othersLive() const
{
    const QStringList runs = lockedRuns();
    return std::any_of(runs.cbegin(), runs.cend(),
        [this](const QString &run) { return run != m_own && !isDead(run); });
}

Status RunRegistry::sweep()
{
    for (const QString &run : lockedRuns()) {
        if (!isDead(run))
            continue;
        // A run that ends in good order takes its lock away: this one may not have told its result.
        const Status noted = m_database.run(
            QStringLiteral(
                "UPDATE operation SET unreported = 1 WHERE run_id = ? AND state = 'verified'"),
            {run});
        if (!noted)
            return noted;
        QFile::remove(lockFile(run));
    }

    QStringList dead;
    const Status looked =
        m_database.each(QStringLiteral("SELECT id FROM run"), {}, [&](const Statement &row) {
            if (isDead(row.value(0).toString()))
                dead.append(row.value(0).toString());
        });
    if (!looked)
        return looked;
    QList<QVariantList> rows;
    for (const QString &run : std::as_const(dead))
        rows.append(QVariantList{run});
    return m_database.runAll(QStringLiteral("DELETE FROM run WHERE id = ?"), rows);
}

QStringList RunRegistry::lockedRuns() const
{
    QStringList runs = QDir(m_folder).entryList({QStringLiteral("*") + kSuffix}, QDir::Files);
    for (QString &run : runs)
        run.chop(kSuffix.size());
    return runs;
}

QString RunRegistry::lockFile(const QString &run) const
{
    return m_folder + QLatin1Char('/') + run + kSuffix;
}

} // namespace queuesmith
