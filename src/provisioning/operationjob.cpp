#include "provisioning/operationjob.h"

#include "domain/logcategories.h"
#include "provisioning/compliance.h"
#include "provisioning/effectjob.h"
#include "provisioning/exportjob.h"
#include "provisioning/operationerrors.h"
#include "provisioning/passon.h"
#include "provisioning/verifyjob.h"

#include <algorithm>
#include <utility>

namespace queuesmith {

using namespace std::chrono_literals;

OperationJob::OperationJob(const ProvisioningServices &services,
    const ProvisioningSettings &settings, QueueOperation operation, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_operation(std::move(operation))
{
}

void OperationJob::start()
{
    m_services.clock.callAfter(0ms, this, [this] { takeUp(); });
}

void OperationJob::cancel()
{
    if (!m_operation.cancelledAt)
        m_operation.cancelledAt = m_services.clock.elapsed();
    cancelAll(m_effect, m_export, m_verify);
}

void OperationJob::retryNow() { hurryAll(m_effect, m_export, m_verify); }

void OperationJob::takeUp()
{
    const Operation &kept = m_operation.kept;
    if (kept.state == OperationState::Planned) {
        announce();
    } else if (kept.state == OperationState::Created && kept.isReadable) {
        m_operation.wasFound = true;
        m_isApplied = true;
        exportEvents();
    } else if (m_decision) {
        takeDecision();
    } else if (!kept.isReadable) {
        concludeWithout(kept.state,
            unknownError(kept,
                Sentence::tr("what the journal kept of it can't be read any more, so it can't be "
                             "recognised.")));
    } else {
        findEffect(false);
    }
}

void OperationJob::takeDecision()
{
    const SettleDecision decision = *std::exchange(m_decision, std::nullopt);
    m_operation.decidedBecause = decision.reason;
    if (!decision.queueId.isEmpty()) {
        takeApplied(decision.queueId, true);
        return;
    }
    if (m_operation.isCreation())
        m_operation.kept.queueId.clear();
    concludeWithout(OperationState::Failed, declaredAbsentError(m_operation.kept));
}

void OperationJob::announce()
{
    m_operation.kept.firstSentAt = m_services.clock.utcNow();
    AuditRecord intent = m_operation.record(AuditOutcome::Intent);
    intent.attempts.reset();
    commit(OperationState::Sent, {intent}, [this] { findEffect(true); });
}

void OperationJob::findEffect(bool maySend)
{
    m_effect = new EffectJob(m_services, m_settings, m_operation, maySend, this);
    passOn(m_effect.data(), this);
    connect(m_effect, &EffectJob::applied, this, &OperationJob::takeApplied);
    connect(m_effect, &EffectJob::notApplied, this, &OperationJob::concludeWithout);
    connect(m_effect, &EffectJob::storageFailed, this, &OperationJob::storageFailed);
    m_effect->start();
}

void OperationJob::takeApplied(const QString &queueId, bool wasFound)
{
    // An earlier run may have died before it could note that it had sent.
    m_operation.kept.attempts = std::max(m_operation.kept.attempts, 1);
    m_operation.wasFound = wasFound;
    m_isApplied = true;
    m_error.reset();
    if (m_operation.isCreation())
        m_operation.kept.queueId = queueId;
    m_operation.measureLatency(m_services.clock);
    commit(OperationState::Created, {}, [this] { exportEvents(); });
}

void OperationJob::exportEvents()
{
    const std::optional<ExportTask> &task = m_operation.exportTask;
    const bool isDue = task && task->state != ExportState::Delivered;
    if (isDue && m_operation.isCancelled())
        m_error = exportCancelledError(m_operation.kept.queueName);
    if (!isDue || m_operation.isCancelled()) {
        verify();
        return;
    }
    qCInfo(lcProvision) << m_operation.step("export");
    Q_EMIT stageChanged(Stage::Exporting);
    m_export = new ExportJob(m_services, m_settings, *task, true, this);
    passOn(m_export.data(), this);
    connect(m_export, &ExportJob::finished, this, &OperationJob::takeExport);
    m_export->start();
}

void OperationJob::takeExport()
{
    m_operation.exportTask = m_export->task();
    m_operation.report.auditSeq += m_export->auditSeq();
    m_error = m_export->error();
    m_export->deleteLater();
    m_export.clear();
    if (m_error && m_error->kind == ErrorKind::Storage)
        storageFailed(*m_error);
    else
        verify();
}

void OperationJob::verify()
{
    qCInfo(lcProvision) << m_operation.step("verify");
    // A person who has said what became of it isn't kept waiting.
    const auto window = m_decision ? 0ms : m_settings.settleWindow;
    m_verify = new VerifyJob(m_services, m_operation, window, this);
    passOn(m_verify.data(), this);
    connect(m_verify, &VerifyJob::verified, this, &OperationJob::concludeApplied);
    connect(m_verify, &VerifyJob::unseen, this, &OperationJob::takeUnseen);
    m_verify->start();
}

void OperationJob::takeUnseen()
{
    if (m_decision)
        takeDecision();
    else
        concludeWithout(OperationState::Created, unseenError(m_operation.kept));
}

void OperationJob::concludeApplied(const std::optional<Queue> &queue, const QString &why)
{
    const OperationContext &context = m_operation.context;
    const auto theirs = queue ? std::optional(queue->json) : std::nullopt;
    qCInfo(lcProvision) << m_operation.step("verified")
                               .with(
                                   {{"read", queue.has_value()}, {"found", m_operation.wasFound}});
    AuditRecord record = m_operation.record(AuditOutcome::Success);
    record.compliance = concludeCompliance(context.checks
            + readBackCompliance(m_operation.kept.definition, theirs, why)
            + complianceOf(context.readBackProblems),
        m_services.clock.utcNow());
    if (m_error)
        record.error = whatHappened(*m_error).english();

    ProvisionReport &report = m_operation.report;
    report.outcome = m_operation.appliedOutcome();
    report.problems = allProblems(context);
    report.queue = queue;
    report.compliance = *record.compliance;
    report.exportId = record.exportId;
    report.exportStatus = word(record.eventStreamSync.value_or(EventStreamSync::None));
    report.error = m_error;
    commit(OperationState::Verified, {record}, [this] { finish(); });
}

/// It isn't applied, or, where the next start is to find it open, that isn't known.
void OperationJob::concludeWithout(OperationState state, const Error &error)
{
    qCInfo(lcProvision)
        << m_operation.step("not_applied").with({{"state", word(state)}, {"code", error.code}});
    const bool isCancelled = state == OperationState::Cancelled;
    if (!isOpen(state) && m_operation.kept.attempts > 0)
        m_operation.measureLatency(m_services.clock);
    AuditRecord record = m_operation.record(isOpen(state) ? AuditOutcome::Unknown
            : isCancelled                                 ? AuditOutcome::Cancelled
                                                          : AuditOutcome::Failure);
    record.error = whatHappened(error).english();
    m_operation.report.outcome = isOpen(state) ? ProvisionOutcome::Unknown
        : isCancelled                          ? ProvisionOutcome::Cancelled
                                               : ProvisionOutcome::Failed;
    m_operation.report.error = error;
    commit(state, {record}, [this] { finish(); });
}

void OperationJob::commit(
    OperationState state, const QList<AuditRecord> &records, const std::function<void()> &next)
{
    m_operation.commit(state, records, m_services, this, [this, next](const Status &written) {
        if (written)
            next();
        else
            storageFailed(written.error());
    });
}

void OperationJob::storageFailed(const Error &error)
{
    ProvisionReport &report = m_operation.report;
    if (m_operation.kept.state == OperationState::Planned) {
        report.outcome = ProvisionOutcome::Failed;
        report.error = error;
    } else {
        if (m_isApplied)
            report.outcome = m_operation.appliedOutcome();
        report.error = auditPendingError(error);
    }
    finish();
}

void OperationJob::finish()
{
    ProvisionReport &report = m_operation.report;
    report.queueId = m_operation.kept.queueId;
    report.latency = m_operation.kept.latency;
    report.attempts = m_operation.kept.attempts;
    Q_EMIT finished(report);
}

} // namespace queuesmith
