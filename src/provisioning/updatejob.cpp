#include "updatejob.h"

#include "operationerrors.h"
#include "operationjob.h"
#include "queuediff.h"

#include <algorithm>

namespace queuesmith {

namespace {

Operation updateOf(const QueueChange &change)
{
    Operation operation;
    operation.kind = OperationKind::Update;
    operation.queueId = change.base.id.value;
    operation.queueName = change.base.definition.name;
    operation.base = change.base.json;
    operation.definition = changedBody(change);
    return operation;
}

ParsedDefinition checked(const QueueChange &change)
{
    ParsedDefinition wanted = change.wanted;
    if (isSameQueue(change.base.json, changedBody(change)))
        wanted.problems.append(problems::nothingChanged());
    return wanted;
}

/// A weak tag never matches in If-Match (RFC 9110, 13.1.1), so it is as good as none.
QByteArray usableTag(const QByteArray &etag) { return etag.startsWith("W/") ? QByteArray() : etag; }

/// The queue in the list that the checks have read; empty when it isn't there, or may be missing.
std::optional<Queue> listed(const TenantFacts &facts, const QString &id)
{
    if (!facts.queues)
        return {};
    const QList<Queue> &queues = facts.queues->items;
    const auto queue = std::find_if(
        queues.cbegin(), queues.cend(), [&id](const Queue &one) { return one.id.value == id; });
    return queue == queues.cend() ? std::nullopt : std::optional(*queue);
}

} // namespace

UpdateJob::UpdateJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
    const QueueChange &change, QObject *parent)
    : QueueJob(services, settings, checked(change), updateOf(change), parent)
    , m_etag(usableTag(change.base.etag))
{
}

QList<Right> UpdateJob::rights() const
{
    QList<Right> rights{Right::UpdateQueues, Right::ReadQueues};
    if (!m_definition.skillGroups.isEmpty())
        rights.append(Right::ReadSkills);
    return rights;
}

void UpdateJob::prepare(const TenantFacts &facts)
{
    if (m_etag.isEmpty())
        readAgain(facts);
    else
        run(); // the tenant itself compares
}

void UpdateJob::readAgain(const TenantFacts &facts)
{
    const auto take = [this, inList = listed(facts, m_operation.queueId)](
                          const Result<Queue> &queue) {
        if (queue)
            takeCurrent(queue.value());
        else if (isCancelled())
            concludeUnsent(ProvisionOutcome::Cancelled, cancelledUnsentError());
        else if (queue.error().kind == ErrorKind::NotFound)
            takeCurrent(inList); // a tenant may be unable to tell of a single queue
        else
            concludeUnsent(ProvisionOutcome::Failed, queue.error());
    };
    followUnsent(m_services.tenant.readQueue(QueueId{m_operation.queueId}, this, take));
}

void UpdateJob::takeCurrent(const std::optional<Queue> &current)
{
    if (!current) {
        concludeUnsent(ProvisionOutcome::Failed, queueGoneError(m_operation.queueName));
        return;
    }
    const QList<FieldChange> changes = fieldChanges(m_operation.base, current->json);
    if (!changes.isEmpty()) {
        m_report.theirs = current;
        concludeUnsent(ProvisionOutcome::Failed,
            changedMeanwhileError(m_operation.queueName, namesOf(changes)));
        return;
    }
    m_etag = usableTag(current->etag);
    run();
}

OperationJob *UpdateJob::newOperationJob()
{
    QueueOperation operation(m_operation);
    operation.earlierRecords = m_signIn;
    operation.etag = m_etag;
    return new OperationJob(m_services, m_settings, operation, this);
}

} // namespace queuesmith
