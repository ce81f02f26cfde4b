#include "provisioning/provisionjob.h"

#include "cxone/call.h"
#include "domain/logcategories.h"
#include "domain/queuediff.h"
#include "provisioning/compliance.h"
#include "provisioning/factsjob.h"
#include "provisioning/operationerrors.h"
#include "provisioning/operationjob.h"
#include "provisioning/passon.h"
#include "provisioning/settlejob.h"

#include <algorithm>
#include <utility>

namespace queuesmith {

namespace {

/// The queue in the list that the checks have read; empty when it isn't there, or may be missing.
std::optional<Queue> listed(const TenantFacts &facts, const QueueId &id)
{
    if (!facts.queues)
        return {};
    const QList<Queue> &queues = facts.queues->items;
    const auto queue = std::find_if(
        queues.cbegin(), queues.cend(), [&id](const Queue &one) { return one.id == id; });
    return queue == queues.cend() ? std::nullopt : std::optional(*queue);
}

} // namespace

ProvisionJob::ProvisionJob(const ProvisioningServices &services,
    const ProvisioningSettings &settings, QueueOperation operation, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_operation(std::move(operation))
{
    m_operation.identify(services.tenant.tenantId());
}

ProvisionJob::~ProvisionJob() { release(); }

void ProvisionJob::release()
{
    if (m_claimed)
        m_services.records.release(m_operation.kept.id);
    m_claimed = false;
}

void ProvisionJob::cancel()
{
    if (!m_operation.cancelledAt)
        m_operation.cancelledAt = m_services.clock.elapsed();
    cancelAll(m_settle, m_facts, m_read, m_run);
}

void ProvisionJob::retryNow() { hurryAll(m_settle, m_facts, m_read, m_run); }

void ProvisionJob::start()
{
    m_services.clock.callAfter(std::chrono::milliseconds(0), this, [this] {
        if (checkByItself())
            settle();
    });
}

bool ProvisionJob::checkByItself()
{
    Problems &problems = m_operation.report.problems;
    if (m_settings.approvalRequired && m_operation.context.reason.trimmed().isEmpty())
        problems.append(problems::reasonMissing());
    const bool isSound = !hasErrors(problems);
    if (!isSound)
        reject();
    return isSound;
}

void ProvisionJob::settle()
{
    m_settle = new SettleJob(m_services, m_settings, this);
    connect(
        m_settle, &SettleJob::begun, this, [this] { Q_EMIT stageChanged(Stage::SettlingEarlier); });
    passOn(m_settle.data(), this);
    connect(m_settle, &SettleJob::finished, this, [this] {
        m_settle->deleteLater();
        connect(this, &ProvisionJob::claimed, this, &ProvisionJob::readFacts);
        claim(*std::exchange(m_settle, nullptr));
    });
    m_settle->start();
}

void ProvisionJob::claim(const SettleJob &settled)
{
    for (const Settled &earlier : settled.settled()) {
        if (!concerns(earlier.operation, m_operation.kept))
            continue;
        m_operation.report.auditSeq += earlier.report.auditSeq;
        if (answers(earlier, m_operation.kept)) {
            ProvisionReport report = earlier.report;
            report.auditSeq = m_operation.report.auditSeq;
            conclude(report);
            return;
        }
        if (isSameWork(earlier.operation, m_operation.kept))
            m_operation.kept.idempotencyKey = earlier.operation.idempotencyKey;
    }
    if (settled.error()) {
        failUnrecorded(*settled.error());
        return;
    }
    if (m_operation.isCancelled()) {
        stop();
        return;
    }
    m_services.records.claim(m_operation.kept, this, [this](const Status &status) {
        if (!status && status.error().kind == ErrorKind::Storage) {
            failUnrecorded(status.error());
        } else if (!status) {
            // The other run's request may have taken effect by now, or may yet.
            concludeUnsent(ProvisionOutcome::Unknown, status.error());
        } else {
            m_claimed = true;
            qCInfo(lcProvision) << m_operation.step("claimed");
            Q_EMIT claimed();
        }
    });
}

void ProvisionJob::readFacts()
{
    Q_EMIT stageChanged(Stage::Validating);
    m_facts = new FactsJob(m_services.tenant, m_settings.licensedAgents, rights(), this);
    passOn(m_facts.data(), this);
    connect(m_facts, &FactsJob::signInAnswered, this, [this](const std::optional<Error> &failure) {
        m_operation.earlierRecords = {signInRecord(failure)};
    });
    connect(m_facts, &FactsJob::finished, this, [this] {
        m_facts->deleteLater();
        carryOut(std::exchange(m_facts, nullptr)->result());
    });
    m_facts->start();
    if (m_operation.isCancelled())
        m_facts->cancel();
}

QList<Right> ProvisionJob::rights() const
{
    QList<Right> rights{m_operation.rules().right, Right::ReadQueues};
    if (!m_operation.wanted.skillGroups.isEmpty())
        rights.append(Right::ReadSkills);
    if (m_operation.isCreation() && !m_settings.wfm.endpoint.isEmpty())
        rights.append(Right::CreateExports);
    return rights;
}

void ProvisionJob::carryOut(const Result<TenantFacts> &facts)
{
    if (facts && !m_operation.isCancelled())
        check(facts.value());
    else if (facts)
        stop();
    else if (facts.error().kind == ErrorKind::Cancelled)
        concludeUnsent(ProvisionOutcome::Cancelled, facts.error());
    else
        concludeUnsent(ProvisionOutcome::Failed, facts.error());
}

void ProvisionJob::check(const TenantFacts &facts)
{
    const Problems problems =
        checkAgainstTenant(m_operation.wanted, facts, QueueId{m_operation.kept.queueId});
    m_operation.context.checks = preflightCompliance(m_operation.wanted, facts, problems);
    m_operation.report.problems += problems;
    qCInfo(lcProvision) << m_operation.step("checked").with(
        {{"problems", m_operation.report.problems.size()},
            {"errors", hasErrors(m_operation.report.problems)}});
    if (m_operation.isCreation() && facts.queues) {
        m_operation.listedBefore.emplace();
        for (const Queue &queue : facts.queues->items)
            m_operation.listedBefore->append(queue.id.value);
    }
    askForApproval(facts);
}

void ProvisionJob::askForApproval(const TenantFacts &facts)
{
    const ApprovalQuestion question{
        bindingOf(m_operation.kept), m_settings.capacity, m_latest, m_services.clock.utcNow()};
    findApproval(m_services.records, m_operation.kept.tenant, question, this,
        [this, facts](const Result<std::optional<ApprovalFinding>> &finding) {
            if (!finding) {
                concludeUnsent(ProvisionOutcome::Failed, finding.error());
                return;
            }
            takeApproval(finding.value());
            if (m_operation.isCancelled())
                stop();
            else if (hasErrors(m_operation.report.problems))
                reject();
            else if (m_operation.isCreation() || !m_operation.etag.isEmpty())
                run(); // the tenant itself compares an update
            else
                readAgain(facts);
        });
}

void ProvisionJob::takeApproval(const std::optional<ApprovalFinding> &finding)
{
    OperationContext &context = m_operation.context;
    const auto reason = m_settings.approvalRequired ? std::optional(context.reason) : std::nullopt;
    const bool isDemanded = finding && finding->isDemanded;
    if (reason || isDemanded)
        context.checks.append(
            approvalCompliance(reason, isDemanded ? std::optional(finding->state) : std::nullopt));
    if (!finding)
        return;
    m_operation.report.problems += finding->problems;
    if (finding->state.isValid())
        context.evidence = finding->state.decision->sealedEvidence;
}

/// Without an etag nobody but us makes sure that the queue still is as it was read.
void ProvisionJob::readAgain(const TenantFacts &facts)
{
    const QueueId id{m_operation.kept.queueId};
    m_read = m_services.tenant.readQueue(
        id, this, [this, inList = listed(facts, id)](const Result<Queue> &queue) {
            if (queue)
                takeCurrent(queue.value());
            else if (m_operation.isCancelled())
                stop();
            else if (queue.error().kind == ErrorKind::NotFound)
                takeCurrent(inList); // a tenant may be unable to tell of a single queue
            else
                concludeUnsent(ProvisionOutcome::Failed, queue.error());
        });
    passOn(m_read.data(), this);
}

void ProvisionJob::takeCurrent(const std::optional<Queue> &current)
{
    const Operation &kept = m_operation.kept;
    const auto changes = current ? fieldChanges(kept.base, current->json) : QList<FieldChange>();
    if (current && changes.isEmpty()) {
        m_operation.takeEtag(current->etag);
        run();
        return;
    }
    m_operation.report.theirs = current;
    concludeUnsent(ProvisionOutcome::Failed,
        current ? changedMeanwhileError(kept.queueName, namesOf(changes))
                : queueGoneError(kept.queueName));
}

void ProvisionJob::run()
{
    m_operation.context.problems = m_operation.report.problems;
    if (m_operation.isCreation())
        m_operation.wantExport(m_settings.wfm, m_services.tenant.capabilities());
    m_operation.report.operationId = m_operation.kept.id;
    m_run = new OperationJob(m_services, m_settings, m_operation, this);
    passOn(m_run.data(), this);
    connect(m_run, &OperationJob::finished, this, &ProvisionJob::conclude);
    m_run->start();
}

void ProvisionJob::reject()
{
    ProvisionReport &report = m_operation.report;
    report.outcome = ProvisionOutcome::Rejected;
    report.error = rejectedError(report.problems);
    recordUnsent({m_operation.rejection()});
}

void ProvisionJob::stop() { concludeUnsent(ProvisionOutcome::Cancelled, cancelledUnsentError()); }

/// Ends before the intent was written: intent and outcome are recorded together.
void ProvisionJob::concludeUnsent(ProvisionOutcome outcome, const Error &error)
{
    m_operation.report.outcome = outcome;
    m_operation.report.error = error;
    recordUnsent(m_operation.unsentRecords());
}

void ProvisionJob::recordUnsent(const QList<AuditRecord> &records)
{
    Change change;
    const bool isCancelled = m_operation.report.outcome == ProvisionOutcome::Cancelled;
    m_operation.kept.state = isCancelled ? OperationState::Cancelled : OperationState::Failed;
    if (m_claimed)
        change.operation = m_operation.kept;
    change.records = m_operation.earlierRecords + records;
    m_services.records.commit(change, this, [this](const Result<QList<qint64>> &written) {
        ProvisionReport &report = m_operation.report;
        if (!written)
            report.error = written.error();
        else
            report.auditSeq += written.value();
        conclude(report);
    });
}

void ProvisionJob::failUnrecorded(const Error &error)
{
    m_operation.report.outcome = ProvisionOutcome::Failed;
    m_operation.report.error = error;
    conclude(m_operation.report);
}

void ProvisionJob::conclude(const ProvisionReport &report)
{
    qCInfo(lcProvision)
        << m_operation.step("concluded")
               .with({{"outcome", word(report.outcome)}, {"attempts", report.attempts},
                   {"ms", report.latency}, {"export", report.exportStatus},
                   {"code", report.error ? report.error->code : QStringLiteral("none")}});
    release();
    Q_EMIT finished(report);
}

} // namespace queuesmith
