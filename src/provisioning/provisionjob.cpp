#include "provisionjob.h"

#include "compliance.h"
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
        record.error = whatHappened(*error);
        if (error->httpStatus != 0)
            record.httpStatus = error->httpStatus;
    }
    return record;
}

Error cancelledError()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.code = QStringLiteral("cancelled");
    error.message = QStringLiteral("Cancelled before anything was sent that changes the tenant.");
    return error;
}

} // namespace

ProvisionJob::ProvisionJob(const ProvisioningServices &services,
    const ProvisioningSettings &settings, const ParsedDefinition &definition, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_definition(definition.definition)
{
    m_operation.id = newUuid();
    m_operation.tenant = services.tenant.tenant();
    m_operation.queueName = m_definition.name;
    m_operation.definition = toJson(m_definition);
    m_operation.idempotencyKey = newUuid();
    m_report.queueName = m_definition.name;
    m_report.problems = definition.problems;
}

void ProvisionJob::start()
{
    m_services.clock.callAfter(std::chrono::milliseconds(0), this, [this] {
        if (hasErrors(m_report.problems))
            reject();
        else
            settleEarlier();
    });
}

void ProvisionJob::cancel()
{
    m_cancelled = true;
    if (m_settle)
        m_settle->cancel();
    if (m_preflight)
        m_preflight->cancel();
    if (m_create)
        m_create->cancel();
}

void ProvisionJob::retryNow()
{
    if (m_settle)
        m_settle->retryNow();
    if (m_preflight)
        m_preflight->retryNow();
    if (m_create)
        m_create->retryNow();
}

void ProvisionJob::settleEarlier()
{
    m_settle = new SettleJob(m_services, m_settings, this);
    connect(
        m_settle, &SettleJob::begun, this, [this] { Q_EMIT stageChanged(Stage::SettlingEarlier); });
    connect(m_settle, &SettleJob::waiting, this, &ProvisionJob::waiting);
    connect(m_settle, &SettleJob::finished, this, &ProvisionJob::takeSettled);
    m_settle->start();
}

void ProvisionJob::takeSettled()
{
    const QList<Settled> settled = m_settle->settled();
    const std::optional<Error> error = m_settle->error();
    m_settle->deleteLater();
    m_settle.clear();
    for (const Settled &earlier : settled) {
        if (earlier.operation.queueName != m_operation.queueName)
            continue;
        m_report.auditSeq += earlier.report.auditSeq;
        if (answersThis(earlier)) {
            ProvisionReport report = earlier.report;
            report.auditSeq = m_report.auditSeq;
            Q_EMIT finished(report);
            return;
        }
        if (earlier.operation.definition == m_operation.definition)
            m_operation.idempotencyKey = earlier.operation.idempotencyKey;
    }
    if (error)
        failEarly(*error);
    else if (m_cancelled)
        concludeUnsent(ProvisionOutcome::Cancelled, cancelledError());
    else
        claim();
}

/// Whether an earlier run's creation is what is asked for now, or stands in its way.
bool ProvisionJob::answersThis(const Settled &earlier) const
{
    if (earlier.report.outcome == ProvisionOutcome::Unknown)
        return true;
    if (earlier.operation.definition != m_operation.definition)
        return false;
    const bool wasNotApplied = earlier.report.outcome == ProvisionOutcome::Failed
        && earlier.report.error && earlier.report.error->kind != ErrorKind::Conflict;
    return !wasNotApplied;
}

void ProvisionJob::claim()
{
    m_services.records.claim(m_operation, this, [this](const Status &status) {
        if (!status && status.error().kind == ErrorKind::Storage) {
            failEarly(status.error());
        } else if (!status) {
            concludeUnsent(ProvisionOutcome::Failed, status.error());
        } else {
            m_claimed = true;
            validate();
        }
    });
}

void ProvisionJob::validate()
{
    Q_EMIT stageChanged(Stage::Validating);
    QList<Right> rights{Right::CreateQueues, Right::ReadQueues};
    if (!m_definition.skillGroups.isEmpty())
        rights.append(Right::ReadSkills);
    if (!m_settings.wfm.endpoint.isEmpty())
        rights.append(Right::CreateExports);
    m_preflight =
        new PreflightJob(m_services.tenant, m_definition, m_settings.licensedAgents, rights, this);
    connect(m_preflight, &PreflightJob::attemptStarted, this, &ProvisionJob::attemptStarted);
    connect(m_preflight, &PreflightJob::waiting, this, &ProvisionJob::waiting);
    connect(m_preflight, &PreflightJob::signedIn, this,
        [this] { m_signIn = {signInRecord(AuditAction::SignedIn, nullptr)}; });
    connect(m_preflight, &PreflightJob::signInFailed, this, [this](const Error &error) {
        m_signIn = {signInRecord(AuditAction::SignInFailed, &error)};
    });
    connect(m_preflight, &PreflightJob::finished, this, &ProvisionJob::takePreflight);
    m_preflight->start();
    if (m_cancelled)
        m_preflight->cancel();
}

void ProvisionJob::takePreflight()
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
        concludeUnsent(ProvisionOutcome::Cancelled, cancelledError());
        return;
    }
    m_checks = preflightCompliance(m_definition, result.value().facts, result.value().problems);
    m_report.problems += result.value().problems;
    if (hasErrors(m_report.problems))
        reject();
    else
        create();
}

void ProvisionJob::create()
{
    OperationContext context;
    context.problems = m_report.problems;
    context.checks = m_checks;
    context.wantsExport = !m_settings.wfm.endpoint.isEmpty()
        && m_services.tenant.capabilities().testFlag(Capability::ExportEvents);
    context.wfmEndpoint = storedEndpoint(m_settings.wfm.endpoint);
    for (const auto &[name, value] : m_settings.wfm.headers)
        context.wfmHeaderNames.append(QString::fromLatin1(name));
    m_operation.context = toJson(context);

    m_create =
        new OperationJob(m_services, m_settings, m_operation, OperationJob::Sending::Allowed, this);
    m_create->setEarlierRecords(m_signIn);
    connect(m_create, &OperationJob::stageChanged, this, &ProvisionJob::stageChanged);
    connect(m_create, &OperationJob::attemptStarted, this, &ProvisionJob::attemptStarted);
    connect(m_create, &OperationJob::waiting, this, &ProvisionJob::waiting);
    connect(m_create, &OperationJob::finished, this, &ProvisionJob::finish);
    m_create->start();
}

void ProvisionJob::reject()
{
    m_report.outcome = ProvisionOutcome::Rejected;
    Error error;
    error.kind = ErrorKind::Validation;
    error.code = QStringLiteral("rejected");
    error.message =
        QStringLiteral("The definition has errors, so nothing was sent. Mend them and try again.");
    m_report.error = error;
    AuditRecord record;
    record.action = AuditAction::ValidationRejected;
    record.outcome = AuditOutcome::Rejected;
    record.queueName = m_definition.name;
    record.correlationId = m_operation.id;
    record.attempts = 0;
    record.validationSuccess = false;
    record.validationProblems = m_report.problems;
    record.error = error.message;
    recordUnsent({record}, OperationState::Failed);
}

/// Ends before the intent was written: intent and outcome are recorded together.
void ProvisionJob::concludeUnsent(ProvisionOutcome outcome, const Error &error)
{
    m_report.outcome = outcome;
    m_report.error = error;
    AuditRecord intent;
    intent.action = AuditAction::QueueProvisioned;
    intent.queueName = m_definition.name;
    intent.correlationId = m_operation.id;
    AuditRecord end = intent;
    const bool cancelled = outcome == ProvisionOutcome::Cancelled;
    end.outcome = cancelled ? AuditOutcome::Cancelled : AuditOutcome::Failure;
    end.attempts = 0;
    end.error = whatHappened(error);
    if (error.httpStatus != 0)
        end.httpStatus = error.httpStatus;
    recordUnsent({intent, end}, cancelled ? OperationState::Cancelled : OperationState::Failed);
}

void ProvisionJob::recordUnsent(const QList<AuditRecord> &records, OperationState state)
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
        Q_EMIT finished(m_report);
    });
}

void ProvisionJob::failEarly(const Error &error)
{
    m_report.outcome = ProvisionOutcome::Failed;
    m_report.error = error;
    Q_EMIT finished(m_report);
}

void ProvisionJob::finish(const ProvisionReport &report)
{
    ProvisionReport whole = report;
    whole.auditSeq = m_report.auditSeq + report.auditSeq;
    Q_EMIT finished(whole);
}

} // namespace queuesmith
