#include "runregistry.h"

#include "auditpayload.h"
#include "database.h"
#include "runlock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUuid>

#include <utility>

namespace queuesmith {

namespace {
const QString kSuffix = QStringLiteral(".lock");

Error noLock(const QString &folder)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.code = QStringLiteral("audit_unwritable");
    error.say(Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                           "The lock of this run can't be made in “%1”. Nothing was sent. "
                           "Make the folder writable, or choose another file for the "
                           "audit log."),
        {folder}));
    return error;
}
} // namespace

RunRegistry::RunRegistry(Database &database, QString folder)
    : m_database(database)
    , m_folder(std::move(folder))
    , m_own(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

RunRegistry::~RunRegistry() = default;

Status RunRegistry::enter(const QString &host, const QDateTime &now)
{
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun;
    m_lock = FileLock::onNewFile(lockFile(m_own));
    if (!m_lock)
        return noLock(m_folder);
    const auto added = m_database.run(QStringLiteral("INSERT INTO run VALUES(?, ?, ?, ?)"),
        {m_own, host, QCoreApplication::applicationPid(), timestampText(now)});
    if (!added)
        return added.error();
    if (Status swept = sweep(); !swept)
        return swept;
    return transaction.commit();
}

bool RunRegistry::isDead(const QString &run) const
{
    return run != m_own && !isLocked(lockFile(run));
}

Status RunRegistry::sweep()
{
    const QStringList locks =
        QDir(m_folder).entryList({QStringLiteral("*") + kSuffix}, QDir::Files);
    for (const QString &name : locks) {
        const QString run = name.chopped(kSuffix.size());
        if (!isDead(run))
            continue;
        // A run that ends in good order takes its lock away: this one may not have told its result.
        const auto noted = m_database.run(
            QStringLiteral(
                "UPDATE operation SET untold = 1 WHERE run_id = ? AND state = 'verified'"),
            {run});
        if (!noted)
            return noted.error();
        QFile::remove(m_folder + QLatin1Char('/') + name);
    }

    QStringList dead;
    auto query = m_database.run(QStringLiteral("SELECT id FROM run"));
    if (!query)
        return query.error();
    QSqlQuery rows = std::move(query).value();
    while (rows.next()) {
        if (isDead(rows.value(0).toString()))
            dead.append(rows.value(0).toString());
    }
    if (Status ended = m_database.ended(rows); !ended)
        return ended;
    for (const QString &run : std::as_const(dead)) {
        const auto removed = m_database.run(QStringLiteral("DELETE FROM run WHERE id = ?"), {run});
        if (!removed)
            return removed.error();
    }
    return Done{};
}

QString RunRegistry::lockFile(const QString &run) const
{
    return m_folder + QLatin1Char('/') + run + kSuffix;
}

} // namespace queuesmith
