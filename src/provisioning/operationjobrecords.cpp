// How an operation ends: what is committed, recorded and reported.

#include "operationjob.h"

#include "compliance.h"
#include "records.h"

#include <algorithm>

namespace queuesmith {

namespace {

using namespace std::chrono_literals;

/// The queue is as it was reported; only the record of it has to wait.
Error auditPending(const Error &storage)
{
    Error error = storage;
    error.kind = ErrorKind::Storage;
    error.code = QStringLiteral("audit_pending");
    // Says by itself what has become of the records, or of the run.
    if (storage.code == QLatin1StringView("audit_gone")
        || storage.code == QLatin1StringView("audit_lock_gone"))
        return error;
    error.say(Sentence::tr("The audit log could not be written after the tenant had answered. The "
                           "outcome is known but not recorded; the next start settles it. %1",
        {wholeSentence(storage)}));
    return error;
}

} // namespace

void OperationJob::measureLatency()
{
    if (m_firstSent)
        m_operation.latency = m_services.clock.elapsed() - *m_firstSent;
    else // sent by an earlier run, which only the wall clock has seen
        m_operation.latency = std::chrono::milliseconds(
            std::max<qint64>(0, m_operation.firstSentAt.msecsTo(m_services.clock.utcNow())));
}

AuditRecord OperationJob::recordOf(AuditOutcome outcome) const
{
    AuditRecord record;
    record.outcome = outcome;
    record.queueId = m_operation.queueId;
    record.queueName = m_operation.queueName;
    record.correlationId = m_operation.id;
    record.attempts = m_operation.attempts;
    const bool isDecided = m_decisionTaken && !m_decision->reason.isEmpty();
    record.reason = isDecided ? m_decision->reason : m_context.reason;
    if (!m_context.evidence.isEmpty())
        record.evidence = m_context.evidence;
    record.validationSuccess = !hasErrors(m_context.problems);
    record.validationProblems = m_context.problems;
    record.hasChange = outcome == AuditOutcome::Intent || outcome == AuditOutcome::Success;
    if (outcome != AuditOutcome::Intent && m_context.lastHttpStatus != 0)
        record.httpStatus = m_context.lastHttpStatus;
    describe(&record);
    return record;
}

void OperationJob::commit(OperationState state, const QList<AuditRecord> &records, Next next)
{
    const OperationState before = m_operation.state;
    m_operation.state = state;
    m_operation.context = toJson(m_context);
    Change change;
    change.operation = m_operation;
    addTo(&change);
    change.records = m_earlierRecords + records;
    m_services.records.commit(
        change, this, [this, before, next = std::move(next)](const Result<QList<qint64>> &written) {
            if (!written) {
                m_operation.state = before;
                storageFailed(written.error());
                return;
            }
            m_earlierRecords.clear();
            m_report.auditSeq += written.value();
            next();
        });
}

void OperationJob::storageFailed(const Error &error)
{
    const bool nothingSent = m_sendsStarted == 0 && (m_operation.state == OperationState::Planned);
    if (nothingSent) {
        m_report.outcome = ProvisionOutcome::Failed;
        m_report.error = error;
    } else {
        if (m_applied)
            m_report.outcome = appliedOutcome();
        m_report.error = auditPending(error);
    }
    finish();
}

void OperationJob::concludeApplied(const std::optional<Queue> &queue, const QString &why)
{
    m_call.clear();
    const auto theirs = queue ? std::optional(queue->json) : std::nullopt;
    const Compliance compliance = concludeCompliance(m_context.checks
            + readBackCompliance(m_operation.definition, theirs, why)
            + complianceOf(m_context.readBackProblems),
        m_services.clock.utcNow());
    AuditRecord record = recordOf(AuditOutcome::Success);
    record.compliance = compliance;
    if (m_error)
        record.error = whatHappened(*m_error).english();

    m_report.outcome = appliedOutcome();
    m_report.problems = allProblems(m_context);
    m_report.queue = queue;
    m_report.compliance = compliance;
    m_report.exportId = record.exportId;
    m_report.exportStatus = word(record.eventStreamSync.value_or(EventStreamSync::None));
    m_report.error = m_error;
    commit(OperationState::Verified, {record}, [this] { finish(); });
}

void OperationJob::concludeNotApplied(
    ProvisionOutcome outcome, OperationState state, const Error &error)
{
    const bool isCancelled = outcome == ProvisionOutcome::Cancelled;
    if (m_operation.attempts > 0)
        measureLatency();
    AuditRecord record = recordOf(isCancelled ? AuditOutcome::Cancelled : AuditOutcome::Failure);
    record.error = whatHappened(error).english();
    m_report.outcome = outcome;
    m_report.error = error;
    commit(state, {record}, [this] { finish(); });
}

void OperationJob::concludeUnknown(const Error &error, OperationState state)
{
    AuditRecord record = recordOf(AuditOutcome::Unknown);
    record.error = whatHappened(error).english();
    m_report.outcome = ProvisionOutcome::Unknown;
    m_report.error = error;
    commit(state, {record}, [this] { finish(); });
}

void OperationJob::finish()
{
    m_report.queueId = m_operation.queueId;
    m_report.latency = m_operation.latency;
    m_report.attempts = m_operation.attempts;
    Q_EMIT finished(m_report);
}

} // namespace queuesmith
