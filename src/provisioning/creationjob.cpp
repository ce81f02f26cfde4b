#include "creationjob.h"

#include "creationcandidates.h"
#include "operationerrors.h"
#include "queuediff.h"
#include "queuelook.h"
#include "records.h"
#include "tenantclient.h"

#include <QUuid>

#include <utility>

namespace queuesmith {

CreationJob::CreationJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
    Operation operation, Sending sending, QObject *parent)
    : OperationJob(services, settings, std::move(operation), sending, parent)
{
}

void CreationJob::cancel()
{
    if (!m_exportJob) {
        OperationJob::cancel();
        return;
    }
    noteCancel();
    m_exportJob->cancel();
}

void CreationJob::retryNow()
{
    if (m_exportJob)
        m_exportJob->retryNow();
    else
        OperationJob::retryNow();
}

Call *CreationJob::request(const RequestLimits &limits)
{
    return m_services.tenant.createQueue(m_operation.definition, m_operation.idempotencyKey, limits,
        this, [this](const CreateAnswer &answer) { takeAnswer(answer.http, answer.queue); });
}

LookFunction CreationJob::look()
{
    return lookForQueue(m_services.tenant, m_operation.queueName, m_operation.definition);
}

void CreationJob::takeFound(const Look &look)
{
    const Queue &found = *look.queue;
    if (isIdentical(m_operation.definition, found.json)) {
        if (!look.twins.isEmpty())
            m_context.readBackProblems = {
                problems::twin(m_operation.queueName, found.id.value, look.twins)};
        settleApplied(found.id.value, true);
        return;
    }
    const QString fields =
        uncoveredMembers(m_operation.definition, found.json).join(QStringLiteral(", "));
    concludeNotApplied(ProvisionOutcome::Failed, OperationState::Conflict,
        conflictError(m_operation.queueName, found.id.value, fields));
}

/// A tenant that trims names, or changes their case or their letters, has the queue under another
/// name. Sent again, it would make a second one.
void CreationJob::judgeAbsent()
{
    m_call = m_services.tenant.listQueues(this, [this](const Result<Listing<Queue>> &queues) {
        m_call.clear();
        if (!queues)
            takeUnanswered(whatHappened(queues.error()));
        else if (!queues.value().complete())
            takeUnanswered(queues.value().incompleteBecause);
        else
            judgeList(queues.value().items);
    });
}

void CreationJob::judgeList(const QList<Queue> &queues)
{
    QList<Queue> named = queues;
    named.removeIf(
        [this](const Queue &queue) { return queue.definition.name != m_operation.queueName; });
    const Look look = lookAmong(m_operation.definition, named);
    if (look.queue) { // it has come between the last look and this one
        takeFound(look);
        return;
    }
    m_services.records.knownQueues(
        m_operation, this, [this, queues](const Result<KnownQueues> &known) {
            if (known)
                judgeCandidates(queues, known.value());
            else
                storageFailed(known.error());
        });
}

void CreationJob::judgeCandidates(const QList<Queue> &queues, const KnownQueues &known)
{
    const QList<Queue> candidates = creationCandidates(m_operation, queues, known);
    if (candidates.isEmpty()) {
        takeAbsent();
        return;
    }
    m_report.candidateId = candidates.first().id.value;
    concludeUnknown(candidateError(m_operation, candidates.first()));
}

void CreationJob::addTo(Change *change)
{
    if (m_operation.state == OperationState::Sent)
        change->listedBefore = std::exchange(m_listedBefore, std::nullopt);
    // The outbox's row is written with the state that needs it, and then kept by the ExportJob.
    if (m_operation.state != OperationState::Created)
        return;
    if (m_context.wantsExport && !m_exportTask)
        m_exportTask = newExportTask();
    change->exportTask = m_exportTask;
}

ExportTask CreationJob::newExportTask() const
{
    ExportTask task;
    task.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    task.operationId = m_operation.id;
    task.tenant = m_operation.tenant;
    task.queueId = m_operation.queueId;
    task.queueName = m_operation.queueName;
    task.name = QStringLiteral("QueueExport_%1_%2_%3")
                    .arg(m_operation.queueId)
                    .arg(m_services.clock.utcNow().toSecsSinceEpoch())
                    .arg(m_operation.id);
    task.endpoint = m_context.wfmEndpoint;
    task.headerNames = m_context.wfmHeaderNames;
    return task;
}

void CreationJob::continueApplied()
{
    m_report.queueId = m_operation.queueId;
    const bool isDue = m_exportTask && m_exportTask->state != ExportState::Delivered;
    if (isDue && m_cancelled)
        m_error = exportCancelledError(m_operation.queueName);
    if (!isDue || m_cancelled) {
        verify();
        return;
    }
    Q_EMIT stageChanged(Stage::Exporting);
    m_exportJob = new ExportJob(m_services, m_settings, *m_exportTask, true, this);
    connect(m_exportJob, &ExportJob::attemptStarted, this, &OperationJob::attemptStarted);
    connect(m_exportJob, &ExportJob::waiting, this, &OperationJob::waiting);
    connect(m_exportJob, &ExportJob::finished, this, &CreationJob::takeExport);
    m_exportJob->start();
}

void CreationJob::takeExport()
{
    m_exportTask = m_exportJob->task();
    m_report.auditSeq += m_exportJob->auditSeq();
    const std::optional<Error> error = m_exportJob->error();
    m_exportJob->deleteLater();
    m_exportJob.clear();
    if (error && error->kind == ErrorKind::Storage) {
        storageFailed(*error);
        return;
    }
    m_error = error;
    verify();
}

ProvisionOutcome CreationJob::appliedOutcome() const
{
    return m_wasFound ? ProvisionOutcome::Adopted : ProvisionOutcome::Created;
}

void CreationJob::describe(AuditRecord *record) const
{
    record->action = AuditAction::QueueProvisioned;
    if (record->hasChange)
        record->after = m_operation.definition;
    const bool isFinal =
        record->outcome != AuditOutcome::Intent && record->outcome != AuditOutcome::Unknown;
    if (isFinal && m_operation.attempts > 0)
        record->creationLatency = m_operation.latency;
    if (record->outcome != AuditOutcome::Success)
        return;
    record->eventStreamSync = m_exportTask ? syncOf(*m_exportTask) : EventStreamSync::None;
    if (m_exportTask)
        record->exportId = m_exportTask->exportId;
}

} // namespace queuesmith
