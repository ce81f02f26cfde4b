#include "queuejob.h"

#include "call.h"
#include "compliance.h"
#include "operationcontext.h"
#include "operationjob.h"
#include "preflightjob.h"
#include "records.h"
#include "settlejob.h"
#include "tenantclient.h"

#include <QUuid>

namespace queuesmith {

namespace {

QString newUuid() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

AuditRecord signInRecord(AuditAction action, const Error *error)
{
    AuditRecord record;
    record.action = action;
    record.outcome = error ? AuditOutcome::Failure : AuditOutcome::Success;
    record.correlationId = newUuid();
    if (error) {
        record.error = whatHappened(*error).english();
        if (error->httpStatus != 0)
            record.httpStatus = error->httpStatus;
    }
    return record;
}

/// Why nothing was sent, in the words of the only finding when it isn't one of the definition.
Error rejectedError(const Problems &problems)
{
    Error error = Error::of(ErrorKind::Validation, "rejected",
        Sentence::tr("The definition has errors, so nothing was sent. Fix them and try again."));
    QList<Problem> errors = problems;
    errors.removeIf([](const Problem &problem) { return problem.severity != Severity::Error; });
    const bool isOther = errors.size() == 1
        && (errors.first() == problems::nothingChanged()
            || errors.first() == problems::reasonMissing()
            || errors.first().code == QLatin1StringView("capacity_not_approved"));
    if (isOther) {
        error.code = errors.first().code;
        error.say(wholeSentence(errors.first()));
    }
    return error;
}

} // namespace

Error cancelledUnsentError()
{
    return Error::of(ErrorKind::Cancelled, "cancelled",
        Sentence::tr("Cancelled before anything was sent that would change the tenant."));
}

QueueJob::QueueJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
    const ParsedDefinition &wanted, Operation operation, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_definition(wanted.definition)
    , m_operation(std::move(operation))
{
    m_operation.id = newUuid();
    m_operation.tenant = services.tenant.tenantId();
    m_operation.idempotencyKey = newUuid();
    m_report.queueId = m_operation.queueId;
    m_report.queueName = m_operation.queueName;
    m_report.problems = wanted.problems;
}

QueueJob::~QueueJob() { release(); }

void QueueJob::release()
{
    if (m_claimed)
        m_services.records.release(m_operation.id);
    m_claimed = false;
}

void QueueJob::conclude(const ProvisionReport &report)
{
    release();
    Q_EMIT finished(report);
}

void QueueJob::start()
{
    m_services.clock.callAfter(std::chrono::milliseconds(0), this, [this] {
        if (m_settings.approvalRequired && m_reason.trimmed().isEmpty())
            m_report.problems.append(problems::reasonMissing());
        if (hasErrors(m_report.problems))
            reject();
        else
            settleEarlier();
    });
}

void QueueJob::cancel()
{
    m_cancelled = true;
    if (m_settle)
        m_settle->cancel();
    if (m_preflight)
        m_preflight->cancel();
    if (m_read)
        m_read->cancel();
    if (m_run)
        m_run->cancel();
}

void QueueJob::retryNow()
{
    if (m_settle)
        m_settle->retryNow();
    if (m_preflight)
        m_preflight->retryNow();
    if (m_read)
        m_read->retryNow();
    if (m_run)
        m_run->retryNow();
}

void QueueJob::settleEarlier()
{
    m_settle = new SettleJob(m_services, m_settings, this);
    connect(
        m_settle, &SettleJob::begun, this, [this] { Q_EMIT stageChanged(Stage::SettlingEarlier); });
    connect(m_settle, &SettleJob::waiting, this, &QueueJob::waiting);
    connect(m_settle, &SettleJob::finished, this, &QueueJob::takeSettled);
    m_settle->start();
}

void QueueJob::takeSettled()
{
    const QList<Settled> settled = m_settle->settled();
    const std::optional<Error> error = m_settle->error();
    m_settle->deleteLater();
    m_settle.clear();
    for (const Settled &earlier : settled) {
        if (!concernsThis(earlier.operation))
            continue;
        m_report.auditSeq += earlier.report.auditSeq;
        if (answersThis(earlier)) {
            ProvisionReport report = earlier.report;
            report.auditSeq = m_report.auditSeq;
            conclude(report);
            return;
        }
        if (isSameWork(earlier.operation))
            m_operation.idempotencyKey = earlier.operation.idempotencyKey;
    }
    if (error)
        failEarly(*error);
    else if (m_cancelled)
        concludeUnsent(ProvisionOutcome::Cancelled, cancelledUnsentError());
    else
        claim();
}

bool QueueJob::concernsThis(const Operation &earlier) const
{
    // An earlier change may have given the queue its name of now.
    const bool hasId = !m_operation.queueId.isEmpty();
    return earlier.queueName == m_operation.queueName
        || (hasId && earlier.queueId == m_operation.queueId);
}

bool QueueJob::isSameWork(const Operation &earlier) const
{
    return earlier.kind == m_operation.kind && earlier.definition == m_operation.definition
        && earlier.base == m_operation.base;
}

/// Whether an earlier run's work is what is asked for now, or stands in its way.
bool QueueJob::answersThis(const Settled &earlier) const
{
    if (earlier.report.outcome == ProvisionOutcome::Unknown)
        return true;
    if (!isSameWork(earlier.operation))
        return false;
    const bool wasNotApplied = earlier.report.outcome == ProvisionOutcome::Failed
        && earlier.report.error && earlier.report.error->kind != ErrorKind::Conflict;
    return !wasNotApplied;
}

void QueueJob::claim()
{
    m_services.records.claim(m_operation, this, [this](const Status &status) {
        if (!status && status.error().kind == ErrorKind::Storage) {
            failEarly(status.error());
        } else if (!status) {
            // The other run's request may have taken effect by now, or may yet.
            concludeUnsent(ProvisionOutcome::Unknown, status.error());
        } else {
            m_claimed = true;
            validate();
        }
    });
}

void QueueJob::validate()
{
    Q_EMIT stageChanged(Stage::Validating);
    m_preflight = new PreflightJob(
        m_services.tenant, m_definition, m_settings.licensedAgents, rights(), this);
    m_preflight->setOwnId(QueueId{m_operation.queueId});
    connect(m_preflight, &PreflightJob::attemptStarted, this, &QueueJob::attemptStarted);
    connect(m_preflight, &PreflightJob::waiting, this, &QueueJob::waiting);
    connect(m_preflight, &PreflightJob::signedIn, this,
        [this] { m_signIn = {signInRecord(AuditAction::SignedIn, nullptr)}; });
    connect(m_preflight, &PreflightJob::signInFailed, this, [this](const Error &error) {
        m_signIn = {signInRecord(AuditAction::SignInFailed, &error)};
    });
    connect(m_preflight, &PreflightJob::finished, this, &QueueJob::takePreflight);
    m_preflight->start();
    if (m_cancelled)
        m_preflight->cancel();
}

void QueueJob::takePreflight()
{
    const Result<PreflightResult> result = m_preflight->result();
    m_preflight->deleteLater();
    m_preflight.clear();
    if (!result) {
        const bool cancelled = result.error().kind == ErrorKind::Cancelled;
        concludeUnsent(
            cancelled ? ProvisionOutcome::Cancelled : ProvisionOutcome::Failed, result.error());
        return;
    }
    if (m_cancelled) {
        concludeUnsent(ProvisionOutcome::Cancelled, cancelledUnsentError());
        return;
    }
    m_checks = preflightCompliance(m_definition, result.value().facts, result.value().problems);
    m_report.problems += result.value().problems;
    askForApproval(result.value().facts);
}

void QueueJob::askForApproval(const TenantFacts &facts)
{
    const ApprovalQuestion question{
        bindingOf(m_operation), m_settings.capacity, m_latest, m_services.clock.utcNow()};
    findApproval(m_services.records, m_operation.tenant, question, this,
        [this, facts](const Result<std::optional<ApprovalFinding>> &finding) {
            if (!finding) {
                concludeUnsent(ProvisionOutcome::Failed, finding.error());
                return;
            }
            takeApproval(finding.value());
            if (m_cancelled)
                concludeUnsent(ProvisionOutcome::Cancelled, cancelledUnsentError());
            else if (hasErrors(m_report.problems))
                reject();
            else
                prepare(facts);
        });
}

void QueueJob::takeApproval(const std::optional<ApprovalFinding> &finding)
{
    const auto reason = m_settings.approvalRequired ? std::optional(m_reason) : std::nullopt;
    const bool isDemanded = finding && finding->isDemanded;
    if (reason || isDemanded)
        m_checks.append(
            approvalCompliance(reason, isDemanded ? std::optional(finding->state) : std::nullopt));
    if (!finding)
        return;
    m_report.problems += finding->problems;
    if (finding->state.isValid())
        m_evidence = finding->state.decision->sealedEvidence;
}

void QueueJob::followUnsent(Call *call)
{
    m_read = call;
    connect(call, &Call::attemptStarted, this, &QueueJob::attemptStarted);
    connect(call, &Call::waiting, this, &QueueJob::waiting);
}

void QueueJob::run()
{
    OperationContext context;
    context.problems = m_report.problems;
    context.checks = m_checks;
    context.reason = m_reason;
    context.evidence = m_evidence;
    addTo(&context);
    m_operation.context = toJson(context);

    m_run = newOperationJob();
    connect(m_run, &OperationJob::stageChanged, this, &QueueJob::stageChanged);
    connect(m_run, &OperationJob::attemptStarted, this, &QueueJob::attemptStarted);
    connect(m_run, &OperationJob::waiting, this, &QueueJob::waiting);
    connect(m_run, &OperationJob::finished, this, &QueueJob::finish);
    m_run->start();
    if (m_cancelled)
        m_run->cancel();
}

void QueueJob::reject()
{
    m_report.outcome = ProvisionOutcome::Rejected;
    m_report.error = rejectedError(m_report.problems);
    AuditRecord record;
    record.action = AuditAction::ValidationRejected;
    record.outcome = AuditOutcome::Rejected;
    record.queueId = m_operation.queueId;
    record.queueName = m_operation.queueName;
    record.correlationId = m_operation.id;
    record.reason = m_reason;
    record.attempts = 0;
    record.validationSuccess = false;
    record.validationProblems = m_report.problems;
    record.error = m_report.error->message;
    recordUnsent({record}, OperationState::Failed);
}

/// Ends before the intent was written: intent and outcome are recorded together.
void QueueJob::concludeUnsent(ProvisionOutcome outcome, const Error &error)
{
    m_report.outcome = outcome;
    m_report.error = error;
    AuditRecord intent;
    intent.action = action();
    intent.queueId = m_operation.queueId;
    intent.queueName = m_operation.queueName;
    intent.correlationId = m_operation.id;
    intent.reason = m_reason;
    AuditRecord end = intent;
    const bool cancelled = outcome == ProvisionOutcome::Cancelled;
    end.outcome = cancelled ? AuditOutcome::Cancelled : AuditOutcome::Failure;
    end.attempts = 0;
    end.error = whatHappened(error).english();
    if (error.httpStatus != 0)
        end.httpStatus = error.httpStatus;
    recordUnsent({intent, end}, cancelled ? OperationState::Cancelled : OperationState::Failed);
}

void QueueJob::recordUnsent(const QList<AuditRecord> &records, OperationState state)
{
    Change change;
    m_operation.state = state;
    if (m_claimed)
        change.operation = m_operation;
    change.records = m_signIn + records;
    m_services.records.commit(change, this, [this](const Result<QList<qint64>> &written) {
        if (!written)
            m_report.error = written.error();
        else
            m_report.auditSeq += written.value();
        conclude(m_report);
    });
}

void QueueJob::failEarly(const Error &error)
{
    m_report.outcome = ProvisionOutcome::Failed;
    m_report.error = error;
    conclude(m_report);
}

void QueueJob::finish(const ProvisionReport &report)
{
    ProvisionReport whole = report;
    whole.auditSeq = m_report.auditSeq + report.auditSeq;
    conclude(whole);
}

} // namespace queuesmith
