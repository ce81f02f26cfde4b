#include "records.h"

#include "clock.h"
#include "recordsengine.h"

#include <QMetaObject>
#include <QPointer>
#include <QThread>

#include <utility>

namespace queuesmith {

namespace {
/// Where a result goes. Travels to the engine's thread and back, and is only used and destroyed on
/// the caller's: what `done` captures belongs there.
template <typename T> struct Answer {
    QPointer<QObject> context;
    Records::Done<T> done;
};

Error readingCancelled()
{
    return Error::of(ErrorKind::Cancelled, "cancelled",
        Sentence::tr("Reading the audit log was cancelled. Nothing was changed. Ask again when you "
                     "need it."));
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

/// Carries calls to the engine's thread and their results back.
class Records::Worker {
public:
    Worker(Records &owner, QString file, Clock &clock);
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    template <typename T, typename Work> void submit(QObject *context, Done<T> done, Work work);

    [[nodiscard]] RecordsEngine::Progress progress();
    /// The caller's flag, or one of our own. Whoever closes the log needn't wait for a long read.
    [[nodiscard]] CancelFlag flag(CancelFlag cancelled);

    Clock &clock;
    AuditIdentity identity;
    std::shared_ptr<const KnownSecrets> secrets = std::make_shared<KnownSecrets>();

private:
    Records &m_owner;
    QThread m_thread;
    QObject m_home; ///< lives on m_thread
    std::unique_ptr<RecordsEngine> m_engine; ///< used on m_thread only
    QList<std::weak_ptr<std::atomic_bool>> m_flags; ///< of reads that may be under way
};

Records::Worker::Worker(Records &owner, QString file, Clock &theClock)
    : clock(theClock)
    , m_owner(owner)
    , m_engine(std::make_unique<RecordsEngine>(std::move(file)))
{
    m_thread.setObjectName(QStringLiteral("records"));
    m_home.moveToThread(&m_thread);
    m_thread.start();
}

Records::Worker::~Worker()
{
    for (const auto &flag : std::as_const(m_flags)) {
        if (const auto cancelled = flag.lock())
            *cancelled = true;
    }
    // Comes after everything that was submitted; the connection must close on its own thread.
    QMetaObject::invokeMethod(
        &m_home,
        [this] {
            m_engine.reset();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

template <typename T, typename Work>
void Records::Worker::submit(QObject *context, Done<T> done, Work work)
{
    auto answer = std::make_shared<Answer<T>>();
    answer->context = context;
    answer->done = std::move(done);
    auto carryOut = [this, answer = std::move(answer), work = std::move(work)]() mutable {
        auto deliver = [answer = std::move(answer), result = work(*m_engine)]() mutable {
            if (answer->context)
                answer->done(std::move(result));
        };
        QMetaObject::invokeMethod(&m_owner, std::move(deliver), Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(&m_home, std::move(carryOut), Qt::QueuedConnection);
}

Records::CancelFlag Records::Worker::flag(CancelFlag cancelled)
{
    if (!cancelled)
        cancelled = std::make_shared<std::atomic_bool>(false);
    m_flags.removeIf([](const auto &flag) { return flag.expired(); });
    m_flags.append(cancelled);
    return cancelled;
}

RecordsEngine::Progress Records::Worker::progress()
{
    return [this](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            &m_owner, [this, done, total] { Q_EMIT m_owner.progressed(done, total); },
            Qt::QueuedConnection);
    };
}

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
    m_worker->submit<Status>(
        context, std::move(done), [this, now = m_worker->clock.utcNow()](RecordsEngine &engine) {
            Status opened = engine.open(now);
            if (opened && !engine.notice().isEmpty())
                QMetaObject::invokeMethod(
                    this, [this, what = engine.notice()] { Q_EMIT noticed(what); },
                    Qt::QueuedConnection);
            return opened;
        });
}

void Records::openReadOnly(QObject *context, Done<Status> done)
{
    m_worker->submit<Status>(
        context, std::move(done), [](RecordsEngine &engine) { return engine.openReadOnly(); });
}

void Records::claim(const Operation &operation, QObject *context, Done<Status> done)
{
    m_worker->submit<Status>(
        context,
        [this, id = operation.id, done = std::move(done)](const Status &status) {
            if (status)
                m_leased.insert(id);
            done(status);
        },
        [operation, now = m_worker->clock.utcNow()](
            RecordsEngine &engine) { return engine.claim(operation, now); });
}

void Records::commit(const Change &change, QObject *context, Done<Result<QList<qint64>>> done)
{
    Change clean = change;
    for (AuditRecord &record : clean.records)
        record = masked(std::move(record), *m_worker->secrets);
    m_worker->submit<Result<QList<qint64>>>(context, std::move(done),
        [change = std::move(clean), identity = m_worker->identity, now = m_worker->clock.utcNow()](
            RecordsEngine &engine) { return engine.commit(change, identity, now); });
}

void Records::takeOver(const TenantId &tenant, QObject *context, Done<Result<OpenWork>> done)
{
    m_worker->submit<Result<OpenWork>>(
        context,
        [this, done = std::move(done)](const Result<OpenWork> &work) {
            done(work ? Result<OpenWork>(lease(work.value())) : work);
        },
        [tenant, now = m_worker->clock.utcNow()](
            RecordsEngine &engine) { return engine.takeOver(tenant, now); });
}

void Records::markReported(const QString &operationId, QObject *context, Done<Status> done)
{
    m_worker->submit<Status>(context, std::move(done),
        [operationId](RecordsEngine &engine) { return engine.markReported(operationId); });
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
    return taken;
}

void Records::knownQueues(
    const Operation &operation, QObject *context, Done<Result<KnownQueues>> done)
{
    m_worker->submit<Result<KnownQueues>>(context, std::move(done),
        [operation](RecordsEngine &engine) { return engine.knownQueues(operation); });
}

void Records::reportLater(const QString &operationId, QObject *context, Done<Status> done)
{
    m_worker->submit<Status>(context, std::move(done),
        [operationId](RecordsEngine &engine) { return engine.reportLater(operationId); });
}

void Records::listExports(
    const std::optional<TenantId> &tenant, QObject *context, Done<Result<QList<ExportTask>>> done)
{
    m_worker->submit<Result<QList<ExportTask>>>(context, std::move(done),
        [tenant](RecordsEngine &engine) { return engine.listExports(tenant); });
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
    m_worker->submit<Result<QList<StoredRecord>>>(
        context, unless(cancelled, std::move(done)), [filter, cancelled](RecordsEngine &engine) {
            return engine.listRecords(filter, *cancelled);
        });
}

void Records::summarize(const AuditFilter &filter, CancelFlag cancelled, QObject *context,
    Done<Result<AuditSummary>> done)
{
    cancelled = m_worker->flag(std::move(cancelled));
    m_worker->submit<Result<AuditSummary>>(
        context, unless(cancelled, std::move(done)), [filter, cancelled](RecordsEngine &engine) {
            return engine.summarize(filter, *cancelled);
        });
}

void Records::exportCsv(const AuditFilter &filter, const QString &file,
    std::shared_ptr<std::atomic_bool> cancelled, QObject *context, Done<Result<CsvExport>> done)
{
    cancelled = m_worker->flag(std::move(cancelled));
    m_worker->submit<Result<CsvExport>>(context, std::move(done),
        [filter, file, cancelled = std::move(cancelled), progress = m_worker->progress()](
            RecordsEngine &engine) {
            return engine.exportCsv(filter, file, *cancelled, progress);
        });
}

void Records::verify(
    std::optional<ExpectedHead> expected, QObject *context, Done<Result<Verification>> done)
{
    m_worker->submit<Result<Verification>>(context, std::move(done),
        [expected = std::move(expected), cancelled = m_worker->flag({}),
            progress = m_worker->progress()](
            RecordsEngine &engine) { return engine.verify(expected, *cancelled, progress); });
}

} // namespace queuesmith
