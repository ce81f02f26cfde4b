#include "recordsengine.h"

#include "auditpayload.h"
#include "auditquery.h"
#include "auditverifier.h"
#include "csvexport.h"
#include "logfile.h"
#include "schema.h"

#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

#include <utility>

namespace queuesmith {

namespace {
/// One name for the file whatever way leads to it, as all that share it share its lock folder.
QString resolved(const QString &file)
{
    const QFileInfo info(file);
    if (info.exists())
        return info.canonicalFilePath();
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : QDir(folder).filePath(info.fileName());
}

Error storage(const char *code, const QString &message)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.code = QString::fromLatin1(code);
    error.message = message;
    return error;
}

Error cantMake(const QString &folder)
{
    return storage("audit_unwritable",
        QStringLiteral("The folder “%1” for the audit log can't be made. Nothing was sent. Make "
                       "the place writable, or choose another file for the audit log.")
            .arg(folder));
}
} // namespace

RecordsEngine::RecordsEngine(QString file)
    : m_file(std::move(file))
    , m_audit(m_database)
{
}

Status RecordsEngine::open(const QDateTime &now)
{
    m_runs.reset();
    m_database.close();
    if (const Status prepared = prepareFile(now); !prepared)
        return prepared;
    m_database.setPurpose(Purpose::Opening);
    if (const Status opened = m_database.open(m_file, Database::Access::Write); !opened)
        return opened;
    auto runs = std::make_unique<RunRegistry>(m_database, runsFolder());
    Status ready = prepareConnection();
    if (ready)
        ready = runs->enter(QSysInfo::machineHostName(), now);
    if (!ready) {
        m_database.close();
        return ready;
    }
    m_runs = std::move(runs);
    return Done{};
}

Status RecordsEngine::prepareFile(const QDateTime &now)
{
    const QString folder = QFileInfo(m_file).absolutePath();
    if (!QDir().mkpath(folder))
        return cantMake(folder);
    m_file = resolved(m_file);
    const auto state = inspectLogFile(m_file, Inspection::ForWriting);
    if (!state)
        return state.error();
    if (!QDir().mkpath(runsFolder()))
        return cantMake(runsFolder());
    if (state.value() == LogFileState::Ours)
        return Done{};
    if (const Status made = createLogFile(m_file, runsFolder(), timestampText(now)); !made)
        return made;
    // It may be another process's file by now.
    const auto again = inspectLogFile(m_file, Inspection::ForWriting);
    return again ? Status(Done{}) : Status(again.error());
}

Status RecordsEngine::prepareConnection()
{
    if (const Status migrated = migrate(m_database); !migrated)
        return migrated;
    const auto mode = m_database.value(QStringLiteral("PRAGMA journal_mode=WAL"));
    return mode ? Status(Done{}) : Status(mode.error());
}

Status RecordsEngine::openReadOnly()
{
    m_runs.reset();
    m_database.close();
    m_file = resolved(m_file);
    const auto state = inspectLogFile(m_file, Inspection::ForReading);
    if (!state)
        return state.error();
    if (state.value() != LogFileState::Ours) {
        return storage("audit_missing",
            QStringLiteral("There is no audit log at “%1” yet, so there is nothing to read. "
                           "Check the name of the file.")
                .arg(m_file));
    }
    const QFileInfo info(m_file);
    // A connection that may write clears up SQLite's helper files when it is the last to close.
    Database::Access access = Database::Access::Query;
    if (!info.isWritable() || !QFileInfo(info.absolutePath()).isWritable()) {
        access =
            hasPendingWrites(m_file) ? Database::Access::ReadOnly : Database::Access::Immutable;
    }
    m_database.setPurpose(Purpose::Reading);
    return m_database.open(m_file, access);
}

Status RecordsEngine::claim(const Operation &operation, const QDateTime &now)
{
    if (const Status ready = writing(Purpose::Claiming); !ready)
        return ready;
    Transaction transaction(m_database);
    if (const Status begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun;
    if (const Status claimed = JournalStore(m_database, *m_runs).claim(operation, now); !claimed)
        return claimed;
    return transaction.commit();
}

Result<QList<qint64>> RecordsEngine::commit(
    const Change &change, const AuditIdentity &identity, const QDateTime &now)
{
    if (const Status ready = writing(Purpose::Recording); !ready)
        return ready.error();
    Transaction transaction(m_database);
    if (const Status begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun.error();
    if (change.operation) {
        const Status done = JournalStore(m_database, *m_runs).update(*change.operation, now);
        if (!done)
            return done.error();
    }
    if (change.exportTask) {
        const Status done = OutboxStore(m_database, *m_runs).put(*change.exportTask, now);
        if (!done)
            return done.error();
    }
    QList<qint64> numbers;
    for (const AuditRecord &record : change.records) {
        const auto number = m_audit.append(record, identity, now);
        if (!number)
            return number.error();
        numbers.append(number.value());
    }
    if (const Status committed = transaction.commit(); !committed)
        return committed.error();
    return numbers;
}

Result<OpenWork> RecordsEngine::takeOver(const QString &tenant, const QDateTime &now)
{
    if (const Status ready = writing(Purpose::Claiming); !ready)
        return ready.error();
    Transaction transaction(m_database);
    if (const Status begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun.error();
    auto operations = JournalStore(m_database, *m_runs).takeOver(tenant, now);
    if (!operations)
        return operations.error();
    auto exports = OutboxStore(m_database, *m_runs).takeOver(tenant, now);
    if (!exports)
        return exports.error();
    if (const Status swept = m_runs->sweep(); !swept)
        return swept.error();
    if (const Status committed = transaction.commit(); !committed)
        return committed.error();
    return OpenWork{operations.value().operations, exports.value(), operations.value().busy};
}

Result<QList<ExportTask>> RecordsEngine::listExports(const QString &tenant)
{
    if (const Status ready = reading(); !ready)
        return ready.error();
    if (m_runs)
        return OutboxStore(m_database, *m_runs).list(tenant);
    const RunRegistry nobody(m_database, runsFolder());
    return OutboxStore(m_database, nobody).list(tenant);
}

Result<QList<StoredRecord>> RecordsEngine::listRecords(const AuditFilter &filter)
{
    if (const Status ready = reading(); !ready)
        return ready.error();
    AuditQuery query(m_database, filter);
    if (const Status started = query.start(); !started)
        return started.error();
    QList<StoredRecord> records;
    while (query.next())
        records.append(query.record());
    if (const Status ended = query.ended(); !ended)
        return ended.error();
    return records;
}

Result<CsvExport> RecordsEngine::exportCsv(const AuditFilter &filter, const QString &file,
    const std::atomic_bool &cancelled, const Progress &progress)
{
    if (const Status ready = reading(); !ready)
        return ready.error();
    return writeCsvExport(m_database, filter, file, cancelled, progress);
}

Result<Verification> RecordsEngine::verify(
    const std::optional<ExpectedHead> &expected, const Progress &progress)
{
    if (const Status ready = reading(); !ready)
        return ready.error();
    return AuditVerifier(m_database, progress).verify(expected);
}

Status RecordsEngine::reading()
{
    if (!m_database.isOpen()) {
        return storage("audit_closed",
            QStringLiteral("The audit log isn't open, so it can't be read. Open it first."));
    }
    m_database.setPurpose(Purpose::Reading);
    return Done{};
}

Status RecordsEngine::writing(Purpose purpose)
{
    if (!m_runs) {
        return storage("audit_closed",
            QStringLiteral("The audit log isn't open for writing. %1 Open it first.")
                .arg(consequence(purpose)));
    }
    m_database.setPurpose(purpose);
    return Done{};
}

QString RecordsEngine::runsFolder() const { return m_file + QStringLiteral(".runs"); }

} // namespace queuesmith
