#include "provisioning/queueoperation.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace queuesmith {

using namespace std::chrono_literals;

namespace {

QString newUuid() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

ExportTask exportTaskOf(const QueueOperation &operation, const QDateTime &now)
{
    ExportTask task;
    task.id = newUuid();
    task.operationId = operation.kept.id;
    task.tenant = operation.kept.tenant;
    task.queueId = operation.kept.queueId;
    task.queueName = operation.kept.queueName;
    task.name = QStringLiteral("QueueExport_%1_%2_%3")
                    .arg(operation.kept.queueId)
                    .arg(now.toSecsSinceEpoch())
                    .arg(operation.kept.id);
    task.endpoint = operation.context.wfmEndpoint;
    task.headerNames = operation.context.wfmHeaderNames;
    return task;
}

} // namespace

const OperationRules &rulesOf(OperationKind kind)
{
    return kind == OperationKind::Update ? updateRules() : creationRules();
}

QueueOperation::QueueOperation(const Operation &operation)
    : kept(operation)
    , context(contextFromJson(operation.context))
{
    report.operationId = kept.id;
    report.queueId = kept.queueId;
    report.queueName = kept.queueName;
    report.latency = kept.latency;
    report.attempts = kept.attempts;
    report.problems = allProblems(context);
}

void QueueOperation::identify(const TenantId &tenant)
{
    kept.id = newUuid();
    kept.tenant = tenant;
    kept.idempotencyKey = newUuid();
}

std::chrono::milliseconds QueueOperation::lastLookLeft(const Clock &clock) const
{
    return std::max(cancelledAt.value_or(0ms) + kLastLook - clock.elapsed(), 0ms);
}

ProvisionOutcome QueueOperation::appliedOutcome() const
{
    if (!isCreation())
        return ProvisionOutcome::Updated;
    return wasFound ? ProvisionOutcome::Adopted : ProvisionOutcome::Created;
}

void QueueOperation::takeEtag(const QByteArray &tag)
{
    etag = tag.startsWith("W/") ? QByteArray() : tag;
}

void QueueOperation::wantExport(const WfmDestination &destination, Capabilities capabilities)
{
    context.wantsExport =
        !destination.endpoint.isEmpty() && capabilities.testFlag(Capability::ExportEvents);
    context.wfmEndpoint = storedEndpoint(destination.endpoint);
    for (const auto &[name, value] : destination.headers)
        context.wfmHeaderNames.append(QString::fromLatin1(name));
}

void QueueOperation::measureLatency(const Clock &clock)
{
    if (firstSent)
        kept.latency = clock.elapsed() - *firstSent;
    else // sent by an earlier run, which only the wall clock has seen
        kept.latency = std::chrono::milliseconds(
            std::max<qint64>(0, kept.firstSentAt.msecsTo(clock.utcNow())));
}

LogLine QueueOperation::step(const char *event) const
{
    return {event, {{"operation_id", kept.id}, {"queue", kept.queueName}}};
}

AuditRecord QueueOperation::bareRecord(AuditAction action) const
{
    AuditRecord record;
    record.action = action;
    record.queueId = kept.queueId;
    record.queueName = kept.queueName;
    record.correlationId = kept.id;
    record.reason = decidedBecause.isEmpty() ? context.reason : decidedBecause;
    return record;
}

AuditRecord QueueOperation::record(AuditOutcome outcome) const
{
    AuditRecord record = bareRecord(rules().action);
    record.outcome = outcome;
    record.attempts = kept.attempts;
    if (!context.evidence.isEmpty())
        record.evidence = context.evidence;
    record.validationSuccess = !hasErrors(context.problems);
    record.validationProblems = context.problems;
    record.hasChange = outcome == AuditOutcome::Intent || outcome == AuditOutcome::Success;
    if (outcome != AuditOutcome::Intent && context.lastHttpStatus != 0)
        record.httpStatus = context.lastHttpStatus;
    rules().describe(*this, &record);
    return record;
}

AuditRecord QueueOperation::rejection() const
{
    AuditRecord record = bareRecord(AuditAction::ValidationRejected);
    record.outcome = AuditOutcome::Rejected;
    record.attempts = 0;
    record.validationSuccess = false;
    record.validationProblems = report.problems;
    record.error = report.error->message;
    return record;
}

QList<AuditRecord> QueueOperation::unsentRecords() const
{
    const AuditRecord intent = bareRecord(rules().action);
    AuditRecord end = intent;
    end.outcome = report.outcome == ProvisionOutcome::Cancelled ? AuditOutcome::Cancelled
                                                                : AuditOutcome::Failure;
    end.attempts = 0;
    end.error = whatHappened(*report.error).english();
    if (report.error->httpStatus != 0)
        end.httpStatus = report.error->httpStatus;
    return {intent, end};
}

AuditRecord signInRecord(const std::optional<Error> &failure)
{
    AuditRecord record;
    record.action = failure ? AuditAction::SignInFailed : AuditAction::SignedIn;
    record.outcome = failure ? AuditOutcome::Failure : AuditOutcome::Success;
    record.correlationId = newUuid();
    if (failure) {
        record.error = whatHappened(*failure).english();
        if (failure->httpStatus != 0)
            record.httpStatus = failure->httpStatus;
    }
    return record;
}

void QueueOperation::commit(OperationState state, const QList<AuditRecord> &records,
    const ProvisioningServices &services, QObject *receiver,
    std::function<void(const Status &)> done)
{
    const OperationState before = kept.state;
    kept.state = state;
    kept.context = toJson(context);
    Change change;
    change.operation = kept;
    if (state == OperationState::Sent)
        change.listedBefore = std::exchange(listedBefore, std::nullopt);
    // The outbox's row is written with the state that needs it, and then kept by the ExportJob.
    if (state == OperationState::Created) {
        if (context.wantsExport && !exportTask)
            exportTask = exportTaskOf(*this, services.clock.utcNow());
        change.exportTask = exportTask;
    }
    change.records = earlierRecords + records;
    services.records.commit(change, receiver,
        [this, before, done = std::move(done)](const Result<QList<qint64>> &written) {
            if (!written) {
                kept.state = before;
                done(written.error());
                return;
            }
            earlierRecords.clear();
            report.auditSeq += written.value();
            done(Status(Done{}));
        });
}

} // namespace queuesmith
