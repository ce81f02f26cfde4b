#include "records/recordsengine.h"

#include "platform/privatefiles.h"
#include "records/auditpayload.h"
#include "records/auditquery.h"
#include "records/auditverifier.h"
#include "records/csvexport.h"
#include "records/logfile.h"
#include "records/logwords.h"
#include "records/queueliststore.h"
#include "records/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QUuid>

#include <filesystem>
#include <system_error>
#include <utility>

namespace queuesmith {

namespace {
/// What a run may write, with its write-ahead log; less is refused before anything is sent.
constexpr quint64 kRoomForARun = 524'288;

Error cantMake(const QString &folder)
{
    return Error::of(ErrorKind::Storage, "audit_unwritable",
        Sentence::tr("The folder “%1” for the audit log can't be created. Nothing was sent. Make "
                     "the location writable, or choose another file for the audit log.",
            {folder}));
}

Status checkRoom(const QString &folder, const QString &file)
{
    std::error_code unknown;
    const auto disk = std::filesystem::space(QFile::encodeName(folder).toStdString(), unknown);
    if (unknown || disk.capacity == 0 || disk.available >= kRoomForARun)
        return Done{};
    return fileError(kSqliteFull, Sentence::tr("too little room on the disk"), file, logWords(),
        consequence(Purpose::Opening));
}

Sentence nothingMoreSent() { return Sentence::tr("Nothing more was sent."); }

bool leadsToARequest(const Change &change)
{
    const bool sends = change.operation && change.operation->state == OperationState::Sent;
    const bool exports = change.exportTask && change.exportTask->state == ExportState::Sent;
    return sends || exports;
}

/// Adds a row of each kind and undoes it. Damage on the way to where rows are added shows here,
/// before anything is sent; not one byte is written.
Status rehearse(
    Database &database, const RunRegistry &runs, AuditStore &audit, const QDateTime &now)
{
    Transaction transaction(database);
    if (Status begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun;
    Operation operation;
    operation.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    operation.queueName = operation.id;
    if (Status claimed = JournalStore(database, runs).claim(operation, now); !claimed)
        return claimed;
    if (Status noted = JournalStore(database, runs).reportLater(operation.id); !noted)
        return noted;
    if (Status kept = QueueListStore(database).follow(operation, QStringList{operation.id}); !kept)
        return kept;
    ExportTask task;
    task.id = operation.id;
    task.operationId = operation.id;
    if (Status put = OutboxStore(database, runs).put(task, now); !put)
        return put;
    AuditRecord record;
    record.correlationId = operation.id;
    const auto appended = audit.append(record, {}, now);
    return appended ? Status(Done{}) : Status(appended.error());
}
} // namespace

RecordsEngine::RecordsEngine(QString file)
    : m_file(std::move(file))
    , m_database(logWords())
    , m_audit(m_database)
{
}

Status RecordsEngine::open(const QDateTime &now)
{
    m_runs.reset();
    m_database.close();
    m_notice = {};
    if (Status prepared = prepareFile(now); !prepared)
        return prepared;
    m_database.setMeaning(consequence(Purpose::Opening));
    if (Status opened = m_database.open(m_file, Database::Access::Write); !opened)
        return opened;
    auto runs = std::make_unique<RunRegistry>(m_database, runsFolder());
    Status ready = prepareConnection(*runs);
    if (ready)
        ready = rehearse(m_database, *runs, m_audit, now);
    if (ready)
        ready = runs->enter(QSysInfo::machineHostName(), now);
    if (!ready) {
        m_database.close();
        return ready;
    }
    m_place.note(m_database);
    m_runs = std::move(runs);
    return Done{};
}

Status RecordsEngine::prepareFile(const QDateTime &now)
{
    const QString folder = QFileInfo(m_file).absolutePath();
    if (!makePrivateFolder(folder))
        return cantMake(folder);
    m_file = resolvedFile(m_file);
    const auto state = inspectLogFile(m_file, Inspection::ForWriting);
    if (!state)
        return state.error();
    if (Status room = checkRoom(folder, m_file); !room)
        return room;
    if (!makePrivateFolder(runsFolder()))
        return cantMake(runsFolder());
    makePrivate(runsFolder()); // an older version followed the umask
    if (state.value() == LogFileState::Ours)
        return Done{};
    const auto made = createLogFile(m_file, runsFolder(), now);
    if (!made)
        return made.error();
    m_notice = made.value();
    // It may be another process's file by now.
    const auto again = inspectLogFile(m_file, Inspection::ForWriting);
    return again ? Status(Done{}) : Status(again.error());
}

Status RecordsEngine::prepareConnection(const RunRegistry &runs)
{
    if (Status migrated = migrate(m_database, runs); !migrated)
        return migrated;
    const auto mode = m_database.value(QStringLiteral("PRAGMA journal_mode=WAL"));
    return mode ? Status(Done{}) : Status(mode.error());
}

Status RecordsEngine::openReadOnly()
{
    m_runs.reset();
    m_database.close();
    m_file = resolvedFile(m_file);
    const auto state = inspectLogFile(m_file, Inspection::ForReading);
    if (!state)
        return state.error();
    if (state.value() != LogFileState::Ours) {
        return Error::of(ErrorKind::Storage, "audit_missing",
            Sentence::tr("There is no audit log at “%1” yet, so there is nothing to read. Check "
                         "the name of the file.",
                {m_file}));
    }
    const QFileInfo info(m_file);
    // A connection that may write clears up SQLite's helper files when it is the last to close.
    Database::Access access = Database::Access::Query;
    if (!info.isWritable() || !QFileInfo(info.absolutePath()).isWritable()) {
        access =
            hasPendingWrites(m_file) ? Database::Access::ReadOnly : Database::Access::Immutable;
    }
    m_database.setMeaning(consequence(Purpose::Reading));
    return m_database.open(m_file, access);
}

Status RecordsEngine::claim(const Operation &operation, const QDateTime &now)
{
    if (Status ready = writing(Purpose::Claiming); !ready)
        return ready;
    const Status claimed = m_database.atomically(
        [&] { return JournalStore(m_database, *m_runs).claim(operation, now); });
    return claimed ? stillHolding(now, consequence(Purpose::Claiming)) : claimed;
}

Result<QList<qint64>> RecordsEngine::commit(
    const Change &change, const AuditIdentity &identity, const QDateTime &now)
{
    if (Status ready = writing(Purpose::Recording); !ready)
        return ready.error();
    // An end may still be put on record; what leads to a request must be safe from other runs.
    if (Status locked = m_runs->stillLocked(); leadsToARequest(change) && !locked)
        return locked.error();
    QList<qint64> numbers;
    const Status written =
        m_database.atomically([&] { return write(change, identity, now, &numbers); });
    if (!written)
        return written.error();
    if (Status held = stillHolding(now, leadsToARequest(change) ? nothingMoreSent() : Sentence());
        !held)
        return held.error();
    return numbers;
}

Status RecordsEngine::write(const Change &change, const AuditIdentity &identity,
    const QDateTime &now, QList<qint64> *numbers)
{
    Status done = Done{};
    if (change.operation) {
        done = JournalStore(m_database, *m_runs).update(*change.operation, now);
        if (done)
            done = QueueListStore(m_database).follow(*change.operation, change.listedBefore);
    }
    if (done && change.exportTask)
        done = OutboxStore(m_database, *m_runs).put(*change.exportTask, now);
    if (!done)
        return done;
    for (const AuditRecord &record : change.records) {
        const auto number = m_audit.append(record, identity, now);
        if (!number)
            return number.error();
        numbers->append(number.value());
    }
    return done;
}

Result<OpenWork> RecordsEngine::takeOver(const TenantId &tenant, const QDateTime &now)
{
    if (Status ready = writing(Purpose::Claiming); !ready)
        return ready.error();
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun.error();
    auto operations = JournalStore(m_database, *m_runs).takeOver(tenant, now);
    if (!operations)
        return operations.error();
    auto exports = OutboxStore(m_database, *m_runs).takeOver(tenant, now);
    if (!exports)
        return exports.error();
    if (Status swept = m_runs->sweep(); !swept)
        return swept.error();
    if (Status committed = transaction.commit(); !committed)
        return committed.error();
    if (Status held = stillHolding(now, consequence(Purpose::Claiming)); !held)
        return held.error();
    JournalStore::TakenOver taken = std::move(operations).value();
    return OpenWork{taken.operations, taken.unreported, exports.value(), taken.busy};
}

Status RecordsEngine::markReported(const QString &operationId)
{
    if (Status ready = writing(Purpose::Recording); !ready)
        return ready;
    return m_database.atomically(
        [&] { return JournalStore(m_database, *m_runs).markReported(operationId); });
}

Result<KnownQueues> RecordsEngine::knownQueues(const Operation &operation)
{
    if (Status ready = reading(); !ready)
        return ready.error();
    const RunRegistry nobody(m_database, runsFolder());
    KnownQueues known;
    if (Status told = JournalStore(m_database, nobody).addOthers(operation, &known); !told)
        return told.error();
    auto before = QueueListStore(m_database).of(operation.id);
    if (!before)
        return before.error();
    known.listedBefore = std::move(before).value();
    return known;
}

Status RecordsEngine::reportLater(const QString &operationId)
{
    if (Status ready = writing(Purpose::Recording); !ready)
        return ready;
    return m_database.atomically(
        [&] { return JournalStore(m_database, *m_runs).reportLater(operationId); });
}

Result<QList<ExportTask>> RecordsEngine::listExports(const std::optional<TenantId> &tenant)
{
    if (Status ready = reading(); !ready)
        return ready.error();
    const RunRegistry nobody(m_database, runsFolder());
    return OutboxStore(m_database, nobody).list(tenant);
}

Result<QList<StoredRecord>> RecordsEngine::listRecords(
    const AuditFilter &filter, const std::atomic_bool &cancelled)
{
    if (Status ready = reading(); !ready)
        return ready.error();
    AuditQuery query(m_database, filter);
    if (Status started = query.start(); !started)
        return started.error();
    QList<StoredRecord> records;
    while (query.next(cancelled))
        records.append(query.record());
    if (Status ended = query.ended(); !ended)
        return ended.error();
    return records;
}

Result<AuditSummary> RecordsEngine::summarize(
    const AuditFilter &filter, const std::atomic_bool &cancelled)
{
    if (Status ready = reading(); !ready)
        return ready.error();
    AuditQuery query(m_database, filter);
    if (Status started = query.start(); !started)
        return started.error();
    AuditSummarizer summarizer;
    while (query.next(cancelled))
        summarizer.add(query.action(), query.outcome(), query.record().payload);
    if (Status ended = query.ended(); !ended)
        return ended.error();
    return summarizer.summary();
}

Result<CsvExport> RecordsEngine::exportCsv(const AuditFilter &filter, const QString &file,
    const std::atomic_bool &cancelled, const Progress &progress)
{
    if (Status ready = reading(); !ready)
        return ready.error();
    return writeCsvExport(m_database, filter, file, cancelled, progress);
}

Result<Verification> RecordsEngine::verify(const std::optional<ExpectedHead> &expected,
    const std::atomic_bool &cancelled, const Progress &progress)
{
    if (Status ready = reading(); !ready)
        return ready.error();
    return AuditVerifier(m_database, cancelled, progress).verify(expected);
}

Status RecordsEngine::reading()
{
    if (!m_database.isOpen()) {
        return Error::of(ErrorKind::Storage, "audit_closed",
            Sentence::tr("The audit log is not open, so it can't be read. Open it first."));
    }
    m_database.setMeaning(consequence(Purpose::Reading));
    return Done{};
}

Status RecordsEngine::writing(Purpose purpose)
{
    if (!m_runs) {
        return Error::of(ErrorKind::Storage, "audit_closed",
            Sentence::tr("The audit log is not open for writing. %1 Open it first.",
                {consequence(purpose)}));
    }
    m_database.setMeaning(consequence(purpose));
    return purpose == Purpose::Claiming ? m_runs->stillLocked() : Status(Done{});
}

/// Whether what was just written stands where the next run looks for it.
Status RecordsEngine::stillHolding(const QDateTime &now, const Sentence &otherwise)
{
    return m_place.isHeld() ? Status(Done{}) : Status(m_place.lost(m_database, now, otherwise));
}

QString RecordsEngine::runsFolder() const { return m_file + QStringLiteral(".runs"); }

} // namespace queuesmith
