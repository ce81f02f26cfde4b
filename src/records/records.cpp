#include "records/records.h"

#include "domain/clock.h"
#include "domain/logcategories.h"
#include "domain/logline.h"
#include "records/recordsengine.h"
#include "sqlite/workerthread.h"

#include <utility>

namespace queuesmith {

namespace {
Error readingCancelled()
{
    return Error::of(ErrorKind::Cancelled, "cancelled",
        Sentence::tr("Reading the audit log was cancelled. Nothing was changed. Ask again when you "
                     "need it."));
}

void logCommit(const Change &change, const Result<QList<qint64>> &written)
{
    if (change.operation)
        qCInfo(lcJournal) << LogLine("state",
            {{"operation_id", change.operation->id}, {"queue", change.operation->queueName},
                {"state", word(change.operation->state)}, {"attempts", change.operation->attempts},
                {"result", logWord(written)}});
    if (change.exportTask)
        qCInfo(lcJournal) << LogLine("export_state",
            {{"operation_id", change.exportTask->operationId},
                {"state", word(change.exportTask->state)}, {"result", logWord(written)}});
    for (qsizetype i = 0; i < change.records.size(); ++i)
        qCInfo(lcAudit) << LogLine("record",
            {{"seq", written ? written.value().value(i) : 0},
                {"action", word(change.records.at(i).action)},
                {"outcome", word(change.records.at(i).outcome)}, {"result", logWord(written)}});
}

/// The answer, or the cancelling that came before it.
template <typename T>
Records::Done<Result<T>> unless(const Records::CancelFlag &cancelled, Records::Done<Result<T>> done)
{
    return [cancelled, done = std::move(done)](Result<T> result) {
        done(*cancelled ? Result<T>(readingCancelled()) : std::move(result));
    };
}
} // namespace

class Records::Worker : public WorkerThread<RecordsEngine> {
public:
    Worker(Records &owner, QString file, Clock &theClock)
        : WorkerThread(
            owner, QStringLiteral("records"), std::make_unique<RecordsEngine>(std::move(file)))
        , clock(theClock)
        , m_records(owner)
    {
    }
    ~Worker()
    {
        for (const auto &flag : std::as_const(m_flags)) {
            if (const auto cancelled = flag.lock())
                *cancelled = true;
        }
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    [[nodiscard]] RecordsEngine::Progress progress()
    {
        return [this](qint64 done, qint64 total) {
            tell([&records = m_records, done, total] { Q_EMIT records.progressed(done, total); });
        };
    }

    /// The caller's flag, or one of our own. Whoever closes the log needn't wait for a long read.
    [[nodiscard]] CancelFlag flag(CancelFlag cancelled)
    {
        if (!cancelled)
            cancelled = std::make_shared<std::atomic_bool>(false);
        m_flags.removeIf([](const auto &flag) { return flag.expired(); });
        m_flags.append(cancelled);
        return cancelled;
    }

    Clock &clock;
    AuditIdentity identity;
    std::shared_ptr<const KnownSecrets> secrets = std::make_shared<KnownSecrets>();

private:
    Records &m_records;
    QList<std::weak_ptr<std::atomic_bool>> m_flags; ///< of reads that may be under way
};

Records::Records(QString file, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(*this, std::move(file), clock))
{
}

Records::~Records() = default;

void Records::setIdentity(const AuditIdentity &identity) { m_worker->identity = identity; }

void Records::setSecrets(std::shared_ptr<const KnownSecrets> secrets)
{
    m_worker->secrets = std::move(secrets);
}

void Records::open(QObject *context, Done<Status> done)
{
    m_worker->ask(context, std::move(done),
        [this, worker = m_worker.get(), now = m_worker->clock.utcNow()](RecordsEngine &engine) {
            Status opened = engine.open(now);
            qCInfo(lcAudit) << LogLine("opened", {{"result", logWord(opened)}});
            if (opened && !engine.notice().isEmpty())
                worker->tell([this, what = engine.notice()] { Q_EMIT noticed(what); });
            return opened;
        });
}

void Records::openReadOnly(QObject *context, Done<Status> done)
{
    m_worker->ask(context, std::move(done), [](RecordsEngine &engine) {
        Status opened = engine.openReadOnly();
        qCInfo(lcAudit) << LogLine("opened_for_reading", {{"result", logWord(opened)}});
        return opened;
    });
}

void Records::claim(const Operation &operation, QObject *context, Done<Status> done)
{
    m_worker->ask(
        context,
        [this, id = operation.id, queue = operation.queueName, done = std::move(done)](
            const Status &status) {
            qCInfo(lcJournal) << LogLine(
                "claim", {{"operation_id", id}, {"queue", queue}, {"result", logWord(status)}});
            if (status)
                m_leased.insert(id);
            done(status);
        },
        &RecordsEngine::claim, operation, m_worker->clock.utcNow());
}

void Records::commit(const Change &change, QObject *context, Done<Result<QList<qint64>>> done)
{
    Change clean = change;
    for (AuditRecord &record : clean.records)
        record = masked(std::move(record), *m_worker->secrets);
    // Used over there only.
    const auto isWritten = std::make_shared<bool>(false);
    m_worker->ask(context, std::move(done),
        [change = std::move(clean), identity = m_worker->identity, now = m_worker->clock.utcNow(),
            isWritten](RecordsEngine &engine) {
            const auto written = engine.commit(change, identity, now);
            logCommit(change, written);
            *isWritten = (written || written.error().code == QLatin1StringView("audit_gone"))
                && (change.exportTask || !change.records.isEmpty());
            return written;
        });
    m_worker->post([this, worker = m_worker.get(), isWritten](RecordsEngine &) {
        if (*isWritten)
            worker->tell([this] { Q_EMIT committed(); });
    });
}

void Records::takeOver(const TenantId &tenant, QObject *context, Done<Result<OpenWork>> done)
{
    m_worker->ask(
        context,
        [this, done = std::move(done)](const Result<OpenWork> &work) {
            done(work ? Result<OpenWork>(lease(work.value())) : work);
        },
        &RecordsEngine::takeOver, tenant, m_worker->clock.utcNow());
}

void Records::markReported(const QString &operationId, QObject *context, Done<Status> done)
{
    m_worker->ask(context, std::move(done), &RecordsEngine::markReported, operationId);
}

OpenWork Records::lease(const OpenWork &work)
{
    OpenWork taken;
    taken.unreported = work.unreported;
    taken.busy = work.busy;
    for (const ExportTask &task : work.exports) {
        if (!m_leased.contains(task.id) && !m_leased.contains(task.operationId))
            taken.exports.append(task);
    }
    for (const Operation &operation : work.operations) {
        if (m_leased.contains(operation.id))
            ++taken.busy;
        else
            taken.operations.append(operation);
    }
    for (const ExportTask &task : std::as_const(taken.exports))
        m_leased.insert(task.id);
    for (const Operation &operation : std::as_const(taken.operations))
        m_leased.insert(operation.id);
    qCInfo(lcJournal) << LogLine("lease",
        {{"operations", taken.operations.size()}, {"unreported", taken.unreported.size()},
            {"exports", taken.exports.size()}, {"busy", taken.busy}});
    return taken;
}

void Records::release(const QString &id)
{
    if (m_leased.remove(id))
        qCDebug(lcJournal) << LogLine("release", {{"id", id}});
}

void Records::knownQueues(
    const Operation &operation, QObject *context, Done<Result<KnownQueues>> done)
{
    m_worker->ask(context, std::move(done), &RecordsEngine::knownQueues, operation);
}

void Records::reportLater(const QString &operationId, QObject *context, Done<Status> done)
{
    m_worker->ask(context, std::move(done), &RecordsEngine::reportLater, operationId);
}

void Records::listExports(
    const std::optional<TenantId> &tenant, QObject *context, Done<Result<QList<ExportTask>>> done)
{
    m_worker->ask(context, std::move(done), &RecordsEngine::listExports, tenant);
}

void Records::listRecords(
    const AuditFilter &filter, QObject *context, Done<Result<QList<StoredRecord>>> done)
{
    listRecords(filter, {}, context, std::move(done));
}

void Records::listRecords(const AuditFilter &filter, CancelFlag cancelled, QObject *context,
    Done<Result<QList<StoredRecord>>> done)
{
    cancelled = m_worker->flag(std::move(cancelled));
    m_worker->ask(
        context, unless(cancelled, std::move(done)), [filter, cancelled](RecordsEngine &engine) {
            return engine.listRecords(filter, *cancelled);
        });
}

void Records::summarize(const AuditFilter &filter, CancelFlag cancelled, QObject *context,
    Done<Result<AuditSummary>> done)
{
    cancelled = m_worker->flag(std::move(cancelled));
    m_worker->ask(
        context, unless(cancelled, std::move(done)), [filter, cancelled](RecordsEngine &engine) {
            return engine.summarize(filter, *cancelled);
        });
}

void Records::exportCsv(const AuditFilter &filter, const QString &file,
    std::shared_ptr<std::atomic_bool> cancelled, QObject *context, Done<Result<CsvExport>> done)
{
    cancelled = m_worker->flag(std::move(cancelled));
    m_worker->ask(context, std::move(done),
        [filter, file, cancelled = std::move(cancelled), progress = m_worker->progress()](
            RecordsEngine &engine) {
            return engine.exportCsv(filter, file, *cancelled, progress);
        });
}

void Records::verify(
    std::optional<ExpectedHead> expected, QObject *context, Done<Result<Verification>> done)
{
    m_worker->ask(context, std::move(done),
        [expected = std::move(expected), cancelled = m_worker->flag({}),
            progress = m_worker->progress()](
            RecordsEngine &engine) { return engine.verify(expected, *cancelled, progress); });
}

} // namespace queuesmith
