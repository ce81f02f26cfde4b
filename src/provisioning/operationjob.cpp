#include "operationjob.h"

#include "comparison.h"
#include "operationerrors.h"
#include "queuelook.h"
#include "tenantclient.h"

#include <QUuid>

#include <algorithm>

namespace queuesmith {

namespace {

using namespace std::chrono_literals;

/// How long a cancelled job may still look at what it has sent.
constexpr std::chrono::milliseconds kLastLook = 2s;

} // namespace

OperationJob::OperationJob(const ProvisioningServices &services,
    const ProvisioningSettings &settings, Operation operation, Sending sending, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_operation(std::move(operation))
    , m_context(contextFromJson(m_operation.context))
    , m_sending(sending)
{
    m_report.queueName = m_operation.queueName;
    m_report.problems = m_context.problems;
}

void OperationJob::start()
{
    m_services.clock.callAfter(0ms, this, [this] { takeUp(); });
}

void OperationJob::takeUp()
{
    switch (m_operation.state) {
    case OperationState::Planned:
        announce();
        return;
    case OperationState::Created:
        m_adopted = true;
        exportEvents();
        return;
    default:
        if (m_decision)
            takeDecision();
        else
            readBack();
    }
}

void OperationJob::takeDecision()
{
    if (!m_decision->queueId.isEmpty())
        settleCreated(m_decision->queueId, true);
    else
        concludeNotCreated(ProvisionOutcome::Failed, OperationState::Failed,
            declaredAbsentError(m_operation.queueName));
}

void OperationJob::cancel()
{
    m_cancelled = true;
    if (m_exportJob)
        m_exportJob->cancel();
    else if (m_readBack)
        m_readBack->finishSoon();
    else if (m_call)
        m_call->cancel();
}

void OperationJob::retryNow()
{
    if (m_exportJob)
        m_exportJob->retryNow();
    else if (m_readBack)
        m_readBack->lookNow();
    else if (m_call)
        m_call->retryNow();
}

void OperationJob::announce()
{
    m_operation.firstSentAt = m_services.clock.utcNow();
    AuditRecord intent = recordOf(AuditOutcome::Intent);
    intent.attempts.reset();
    commit(OperationState::Sent, {intent}, [this] { send(); });
}

RequestLimits OperationJob::limitsLeft() const
{
    RequestLimits limits = m_settings.limits;
    limits.maxAttempts -= m_sendsStarted;
    limits.deadline -= m_deadlineUsed;
    return limits;
}

void OperationJob::send()
{
    if (m_cancelled) {
        concludeNotCreated(ProvisionOutcome::Cancelled, OperationState::Cancelled,
            cancelledError(m_operation.queueName));
        return;
    }
    Q_EMIT stageChanged(Stage::Creating);
    const int earlier = m_sendsStarted;
    m_call = m_services.tenant.createQueue(m_operation.definition, m_operation.idempotencyKey,
        limitsLeft(), this, [this](const CreateAnswer &answer) { takeAnswer(answer); });
    connect(m_call, &Call::attemptStarted, this, [this, earlier](int attempt) {
        if (!m_firstSent)
            m_firstSent = m_services.clock.elapsed();
        m_sendsStarted = earlier + attempt;
        Q_EMIT attemptStarted(m_sendsStarted, m_settings.limits.maxAttempts);
    });
    connect(m_call, &Call::waiting, this, [this, earlier](Waiting waiting) {
        waiting.attempt += earlier;
        waiting.maxAttempts = m_settings.limits.maxAttempts;
        Q_EMIT this->waiting(waiting);
    });
}

void OperationJob::takeAnswer(const CreateAnswer &answer)
{
    m_call.clear();
    m_operation.attempts += answer.http.attempts;
    m_deadlineUsed += answer.http.deadlineUsed;
    m_context.lastHttpStatus = answer.http.response.status;
    m_context.lastError = answer.http.error ? whatHappened(*answer.http.error) : QString();
    m_error = answer.http.error;
    switch (answer.http.applied) {
    case Applied::Yes:
        settleCreated(answer.queue->id.value, false);
        return;
    case Applied::No:
        if (m_cancelled)
            concludeNotCreated(ProvisionOutcome::Cancelled, OperationState::Cancelled,
                cancelledError(m_operation.queueName));
        else
            concludeNotCreated(
                ProvisionOutcome::Failed, OperationState::Failed, m_error.value_or(Error{}));
        return;
    case Applied::Unknown:
        commit(OperationState::Unknown, {}, [this] { readBack(); });
    }
}

/// What the tenant demands to wait, which is a lower bound for the next send.
std::chrono::milliseconds OperationJob::demandedWait() const
{
    return m_error ? m_error->retryAfter.value_or(0ms) : 0ms;
}

std::chrono::milliseconds OperationJob::lookWindow() const
{
    const bool waits = m_sending == Sending::Allowed && demandedWait() <= kLongestRetryAfter;
    return waits ? std::max(m_settings.settleWindow, demandedWait()) : m_settings.settleWindow;
}

void OperationJob::readBack()
{
    Q_EMIT stageChanged(Stage::ReadingBack);
    m_found.reset();
    m_readBack = new ReadBack(m_services.clock,
        lookForQueue(m_services.tenant, m_operation.queueName, m_operation.definition, &m_found),
        lookWindow(), this);
    connect(m_readBack, &ReadBack::waiting, this, [this](Waiting waiting) {
        waiting.attempt = m_sendsStarted + 1;
        waiting.maxAttempts = m_settings.limits.maxAttempts;
        waiting.httpStatus = m_context.lastHttpStatus;
        Q_EMIT this->waiting(waiting);
    });
    connect(m_readBack, &ReadBack::finished, this, &OperationJob::takeLook);
    m_readBack->start();
    if (m_cancelled)
        m_readBack->finishSoon();
}

void OperationJob::takeLook(const Look &look)
{
    m_readBack->deleteLater();
    m_readBack.clear();
    switch (look.answer) {
    case Look::Answer::Found: {
        if (isIdentical(m_operation.definition, m_found->json)) {
            settleCreated(m_found->id.value, true);
            return;
        }
        const QString fields = differingFields(m_operation.definition, m_found->json);
        concludeNotCreated(ProvisionOutcome::Failed, OperationState::Conflict,
            conflictError(m_operation.queueName, m_found->id.value, fields));
        return;
    }
    case Look::Answer::Absent:
        takeAbsent();
        return;
    case Look::Answer::Unanswered:
    case Look::Answer::Unanswerable:
        concludeUnknown(unknownError(m_operation.queueName,
            look.why.isEmpty() ? QStringLiteral("there was no time to find out.") : look.why));
    }
}

void OperationJob::takeAbsent()
{
    const RequestLimits left = limitsLeft();
    // A 409 says that something has the name; sending again would only hear it again.
    const bool refused = m_context.lastHttpStatus == 409;
    const bool maySend = m_sending == Sending::Allowed && !m_cancelled && !refused
        && left.maxAttempts > 0 && left.deadline > 0ms && demandedWait() <= kLongestRetryAfter;
    if (maySend) {
        commit(OperationState::Sent, {}, [this] { send(); });
        return;
    }
    concludeNotCreated(ProvisionOutcome::Failed, OperationState::Failed,
        refused && m_error ? *m_error
                           : notAppliedError(m_operation.queueName, m_context.lastError));
}

void OperationJob::settleCreated(const QString &queueId, bool adopted)
{
    // An earlier run may have died before it could note that it had sent.
    m_operation.attempts = std::max(m_operation.attempts, 1);
    m_adopted = adopted;
    m_error.reset();
    m_operation.queueId = queueId;
    measureLatency();
    if (m_context.wantsExport && !m_exportTask)
        m_exportTask = newExportTask();
    commit(OperationState::Created, {}, [this] { exportEvents(); });
}

ExportTask OperationJob::newExportTask() const
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

void OperationJob::exportEvents()
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
    connect(m_exportJob, &ExportJob::finished, this, &OperationJob::takeExport);
    m_exportJob->start();
}

void OperationJob::takeExport()
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

void OperationJob::verify()
{
    Q_EMIT stageChanged(Stage::Verifying);
    if (m_cancelled) {
        m_services.clock.callAfter(kLastLook, this, [this] {
            if (m_call)
                m_call->cancel();
        });
    }
    m_call = m_services.tenant.readQueue(
        QueueId{m_operation.queueId}, this, [this](const Result<Queue> &queue) {
            if (queue)
                concludeCreated(queue.value().json, {});
            else
                verifyByName();
        });
}

/// For a tenant that can't read a single queue.
void OperationJob::verifyByName()
{
    m_call = m_services.tenant.findQueues(
        m_operation.queueName, this, [this](const Result<Listing<Queue>> &queues) {
            if (!queues) {
                concludeCreated({}, whatHappened(queues.error()));
                return;
            }
            for (const Queue &queue : queues.value().items) {
                if (queue.id.value == m_operation.queueId) {
                    concludeCreated(queue.json, {});
                    return;
                }
            }
            concludeCreated({}, QStringLiteral("The tenant doesn't list the queue yet."));
        });
    if (m_cancelled)
        m_call->cancel();
}

} // namespace queuesmith
