#pragma once

#include "domain/result.h"
#include "records/auditfilter.h"
#include "records/auditrecord.h"
#include "records/auditsummary.h"
#include "records/journal.h"

#include <QByteArray>
#include <QObject>
#include <QSet>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace queuesmith {

class Clock;

/// A record as it is stored.
struct StoredRecord {
    qint64 seq = 0;
    QByteArray payload; ///< the canonical bytes
    QByteArray hash; ///< 32 bytes
};

struct Verification {
    bool ok = false;
    qint64 records = 0;
    qint64 firstBad = 0; ///< 0: none
    qint64 openIntents = 0; ///< intents without a final outcome
    QByteArray head; ///< 32 bytes
    QString what; ///< a sentence when not ok
    Sentence said = {}; ///< what `what` was made from
};

/// A head that was noted elsewhere before.
struct ExpectedHead {
    QByteArray hash;
    qint64 seq = 0;
};

struct CsvExport {
    qint64 rows = 0;
    QString file;
};

/// One step of the work: journal row, outbox row and records, all or nothing.
struct Change {
    std::optional<Operation> operation;
    std::optional<ExportTask> exportTask;
    QList<AuditRecord> records;
    /// Ids of the tenant's queues before the operation's first send; kept while it is open.
    std::optional<QStringList> listedBefore = {};
};

/// What a crash, or a tenant that didn't answer, left to be settled.
struct OpenWork {
    QList<Operation> operations; ///< taken over by this run
    QList<Operation> unreported; ///< finished and on record; their run died before it said so
    QList<ExportTask> exports; ///< not delivered, taken over by this run
    int busy = 0; ///< operations that another live process holds
};

/// Journal, outbox and audit log in one SQLite file, on a thread of its own. Every function returns
/// at once; `done` is called exactly once on the caller's thread, from the event loop, unless
/// `context` (needed) or this object died before. Calls are carried out in their order. Errors have
/// kind Storage unless said, with the code `audit_full`, `audit_busy`, `audit_damaged`,
/// `audit_foreign`, `audit_newer`, `audit_older_run`, `audit_unwritable`, `audit_missing`,
/// `audit_closed`, `audit_gone`, `audit_linked`, `audit_lock_gone` or `audit_unusable`. Several
/// processes may share the file; `FILE.runs` beside it holds their locks.
class Records final : public QObject {
    Q_OBJECT

public:
    template <typename T> using Done = std::function<void(T)>;

    /// `clock` stamps the records and is read on the caller's thread only; it must outlive this.
    Records(QString file, Clock &clock, QObject *parent = nullptr);
    ~Records() override; ///< waits for what was submitted

    /// Opens the file, or makes it with its folder. A file that is corrupt, foreign, newer than
    /// this program or not writable gives an error and is left exactly as it was.
    void open(QObject *context, Done<Status> done);
    /// For reading only: works on a file that can't be written, and on a log that was tampered
    /// with, so that verify() can say where. Code `audit_missing` when there is none.
    void openReadOnly(QObject *context, Done<Status> done);

    void setIdentity(const AuditIdentity &identity);
    /// What no record may hold, whoever wrote it; none until it is set. May learn more later.
    void setSecrets(std::shared_ptr<const KnownSecrets> secrets);

    /// Commits `operation` as Planned, held by this run. Kind Conflict, code `in_progress`, when an
    /// open operation of that origin and name, of whatever client, is held by a live run, or is
    /// left by a dead one and not yet settled.
    void claim(const Operation &operation, QObject *context, Done<Status> done);

    /// One transaction, on disk when `done` is called. Gives the sequence numbers of the records.
    /// Code `audit_gone`: it is on disk, but not at the log's place; the error says where.
    /// The operation must have been claimed, and both rows must be held by this run: else kind
    /// Conflict, code `taken_over`.
    void commit(const Change &change, QObject *context, Done<Result<QList<qint64>>> done);

    /// Open operations and undelivered exports of the tenant whose run has died, or is this one and
    /// has nobody at work on them. What is given, and what was claimed, is leased to the caller
    /// until release(): several jobs of one run never work on the same.
    void takeOver(const TenantId &tenant, QObject *context, Done<Result<OpenWork>> done);

    /// The person has seen how this operation ended: should this run die, no later one says it
    /// again.
    void markReported(const QString &operationId, QObject *context, Done<Status> done);

    /// What tells the queue that the operation may have made from all others of its tenant.
    void knownQueues(const Operation &operation, QObject *context, Done<Result<KnownQueues>> done);

    /// Nobody of this run works any longer on the operation or export of that id.
    void release(const QString &id);

    /// What takeOver() gave as finished could not be told after all: a later run tells it.
    void reportLater(const QString &operationId, QObject *context, Done<Status> done);

    /// Exports of the tenant, newest first; of all tenants when empty.
    void listExports(const std::optional<TenantId> &tenant, QObject *context,
        Done<Result<QList<ExportTask>>> done);

    /// Newest first.
    void listRecords(
        const AuditFilter &filter, QObject *context, Done<Result<QList<StoredRecord>>> done);

    /// A shared flag that ends a call early. Once it is set, the answer is an error of kind
    /// Cancelled, even if the work was done by then: so a stale answer never passes for a new one.
    using CancelFlag = std::shared_ptr<std::atomic_bool>;
    void listRecords(const AuditFilter &filter, CancelFlag cancelled, QObject *context,
        Done<Result<QList<StoredRecord>>> done);

    /// Figures over what the filter lets through.
    void summarize(const AuditFilter &filter, CancelFlag cancelled, QObject *context,
        Done<Result<AuditSummary>> done);

    /// CSV and its manifest beside it, as the contract says. Setting `cancelled` ends it early; the
    /// old file stays. Kind OutputFile when `file` can't be written.
    void exportCsv(const AuditFilter &filter, const QString &file,
        std::shared_ptr<std::atomic_bool> cancelled, QObject *context,
        Done<Result<CsvExport>> done);

    void verify(
        std::optional<ExpectedHead> expected, QObject *context, Done<Result<Verification>> done);

    /// After commit() has put records or an export on the disk, whoever asked, and after its
    /// `done`: the log and the exports may be longer now.
    Q_SIGNAL void committed();
    /// Emitted on this object's thread while a long call goes on.
    Q_SIGNAL void progressed(qint64 done, qint64 total);
    /// Before open() ends well: what a person should know of the file all the same.
    Q_SIGNAL void noticed(const queuesmith::Sentence &what);

private:
    class Worker;

    [[nodiscard]] OpenWork lease(const OpenWork &work);

    std::unique_ptr<Worker> m_worker;
    QSet<QString> m_leased; ///< ids of operations and exports
};

} // namespace queuesmith
