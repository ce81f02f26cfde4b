#include "provisioning/settlejob.h"

#include "cxone/call.h"
#include "domain/logcategories.h"
#include "domain/logline.h"
#include "domain/queuediff.h"
#include "provisioning/exportjob.h"
#include "provisioning/operationjob.h"
#include "records/records.h"

#include <algorithm>

namespace queuesmith {

namespace {

/// Does the same to each of them that still lives.
template <typename T> void forEach(const QList<QPointer<T>> &workers, void (T::*action)())
{
    for (const QPointer<T> &worker : workers) {
        if (worker)
            (worker->*action)();
    }
}

void tellExport(const Operation &operation, const QList<ExportTask> &tasks, ProvisionReport *report)
{
    for (const ExportTask &task : tasks) {
        if (task.operationId != operation.id)
            continue;
        report->exportId = task.exportId;
        report->exportStatus = word(syncOf(task));
    }
}

} // namespace

bool concerns(const Operation &earlier, const Operation &wanted)
{
    // An earlier update may have given the queue its name of now.
    const bool hasId = !wanted.queueId.isEmpty();
    return earlier.queueName == wanted.queueName || (hasId && earlier.queueId == wanted.queueId);
}

bool isSameWork(const Operation &earlier, const Operation &wanted)
{
    return earlier.kind == wanted.kind && earlier.definition == wanted.definition
        && earlier.base == wanted.base;
}

bool answers(const Settled &earlier, const Operation &wanted)
{
    if (earlier.report.outcome == ProvisionOutcome::Unknown)
        return true;
    if (!isSameWork(earlier.operation, wanted))
        return false;
    const bool wasNotApplied = earlier.report.outcome == ProvisionOutcome::Failed
        && earlier.report.error && earlier.report.error->kind != ErrorKind::Conflict;
    return !wasNotApplied;
}

SettleJob::SettleJob(
    const ProvisioningServices &services, const ProvisioningSettings &settings, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
{
}

SettleJob::~SettleJob()
{
    for (const QString &id : std::as_const(m_taken))
        m_services.records.release(id);
}

void SettleJob::start()
{
    m_services.records.takeOver(
        m_services.tenant.tenantId(), this, [this](const Result<OpenWork> &work) {
            if (!work) {
                m_error = work.error();
                Q_EMIT finished();
                return;
            }
            takeOver(work.value());
        });
}

void SettleJob::cancel()
{
    m_cancelled = true;
    forEach(m_operations, &OperationJob::cancel);
    forEach(m_exports, &ExportJob::cancel);
    forEach(m_calls, &Call::cancel);
}

void SettleJob::retryNow()
{
    forEach(m_operations, &OperationJob::retryNow);
    forEach(m_exports, &ExportJob::retryNow);
    forEach(m_calls, &Call::retryNow);
}

int SettleJob::stillOpen() const
{
    const auto unknown = std::count_if(m_settled.cbegin(), m_settled.cend(),
        [](const Settled &settled) { return settled.report.outcome == ProvisionOutcome::Unknown; });
    return m_busy + static_cast<int>(unknown);
}

void SettleJob::takeOver(const OpenWork &work)
{
    m_busy = work.busy;
    qCInfo(lcSettle) << LogLine("begin",
        {{"operations", work.operations.size()}, {"unreported", work.unreported.size()},
            {"exports", work.exports.size()}, {"busy", work.busy}});
    for (const Operation &operation : work.operations)
        m_taken.append(operation.id);
    for (const ExportTask &task : work.exports)
        m_taken.append(task.id);
    m_partsLeft = 1;
    const qsizetype toSettle = work.operations.size() + work.unreported.size();
    if (toSettle > 0)
        Q_EMIT begun(static_cast<int>(toSettle));
    for (const Operation &operation : work.operations) {
        ++m_partsLeft;
        if (operation.state == OperationState::Planned)
            dropPlanned(operation);
        else
            settleOperation(operation, work.exports);
    }
    for (const Operation &operation : work.unreported) {
        ++m_partsLeft;
        tellFinished(operation);
    }
    for (const ExportTask &task : work.exports) {
        const bool belongsToOpen = std::any_of(work.operations.cbegin(), work.operations.cend(),
            [&task](const Operation &operation) { return operation.id == task.operationId; });
        if (belongsToOpen)
            continue;
        ++m_partsLeft;
        settleExport(task);
    }
    partDone();
}

template <typename Part> void SettleJob::follow(QList<QPointer<Part>> *parts, Part *part)
{
    parts->append(part);
    connect(part, &Part::waiting, this, &SettleJob::waiting);
    if (m_cancelled)
        part->cancel();
}

/// Nothing was sent for it, and nobody waits for it any more.
void SettleJob::dropPlanned(const Operation &operation)
{
    Change change;
    change.operation = operation;
    change.operation->state = OperationState::Cancelled;
    m_services.records.commit(change, this, [this](const Result<QList<qint64>> &written) {
        if (!written)
            m_error = written.error();
        partDone();
    });
}

void SettleJob::settleOperation(const Operation &operation, const QList<ExportTask> &exports)
{
    QueueOperation left(operation);
    for (const ExportTask &task : exports) {
        if (task.operationId == operation.id)
            left.exportTask = task;
    }
    auto *job = new OperationJob(m_services, m_settings, left, this);
    for (const SettleDecision &decision : std::as_const(m_decisions)) {
        if (decision.queueName == operation.queueName)
            job->setDecision(decision);
    }
    connect(
        job, &OperationJob::finished, this, [this, job, operation](const ProvisionReport &report) {
            if (report.error && report.error->kind == ErrorKind::Storage)
                m_error = report.error;
            qCInfo(lcSettle) << LogLine("settled",
                {{"operation_id", operation.id}, {"queue", operation.queueName},
                    {"was", word(operation.state)}, {"outcome", word(report.outcome)}});
            m_settled.append({operation, report});
            job->deleteLater();
            partDone();
        });
    job->start();
    follow(&m_operations, job);
}

void SettleJob::tellFinished(const Operation &operation)
{
    if (!operation.isReadable) {
        partDone(); // nobody can say whether the tenant still has it
        return;
    }
    const LookFunction look = rulesOf(operation.kind).look(m_services.tenant, operation);
    follow(&m_calls, look(this, [this, operation](const Look &seen) {
        if (seen.queue && isIdentical(operation.definition, seen.queue->json))
            tellFound(operation, *seen.queue);
        else if (seen.answer == Look::Answer::Unanswered)
            reportLater(operation);
        else
            partDone();
    }));
}

/// The tenant didn't answer, or the person didn't wait for it: the next start asks again.
void SettleJob::reportLater(const Operation &operation)
{
    m_services.records.reportLater(operation.id, this, [this](const Status &noted) {
        if (!noted)
            m_error = noted.error();
        partDone();
    });
}

void SettleJob::tellFound(const Operation &operation, const Queue &queue)
{
    m_services.records.listExports(
        operation.tenant, this, [this, operation, queue](const Result<QList<ExportTask>> &tasks) {
            QueueOperation finished(operation);
            finished.wasFound = true;
            ProvisionReport &report = finished.report;
            report.outcome = finished.appliedOutcome();
            report.queue = queue;
            if (!tasks)
                m_error = tasks.error();
            else
                tellExport(operation, tasks.value(), &report);
            m_settled.append({operation, report, true});
            partDone();
        });
}

void SettleJob::settleExport(const ExportTask &task)
{
    if (task.state == ExportState::Pending) {
        m_exportsLeft.append(task);
        partDone();
        return;
    }
    auto *job = new ExportJob(m_services, m_settings, task, false, this);
    connect(job, &ExportJob::finished, this, [this, job] {
        if (job->error() && job->error()->kind == ErrorKind::Storage)
            m_error = job->error();
        if (job->task().state != ExportState::Delivered)
            m_exportsLeft.append(job->task());
        job->deleteLater();
        partDone();
    });
    job->start();
    follow(&m_exports, job);
}

void SettleJob::partDone()
{
    if (--m_partsLeft > 0)
        return;
    qCInfo(lcSettle) << LogLine(
        "end", {{"settled", m_settled.size()}, {"exports_left", m_exportsLeft.size()}});
    Q_EMIT finished();
}

} // namespace queuesmith
