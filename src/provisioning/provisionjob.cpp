#include "provisionjob.h"

#include "operationjob.h"

namespace queuesmith {

namespace {

Operation creationOf(const QueueDefinition &definition)
{
    Operation operation;
    operation.kind = OperationKind::Create;
    operation.queueName = definition.name;
    operation.definition = toJson(definition);
    return operation;
}

} // namespace

ProvisionJob::ProvisionJob(const ProvisioningServices &services,
    const ProvisioningSettings &settings, const ParsedDefinition &definition, QObject *parent)
    : QueueJob(services, settings, definition, creationOf(definition.definition), parent)
{
}

QList<Right> ProvisionJob::rights() const
{
    QList<Right> rights{Right::CreateQueues, Right::ReadQueues};
    if (!m_definition.skillGroups.isEmpty())
        rights.append(Right::ReadSkills);
    if (!m_settings.wfm.endpoint.isEmpty())
        rights.append(Right::CreateExports);
    return rights;
}

void ProvisionJob::prepare(const TenantFacts &facts)
{
    if (facts.queues) {
        m_listedBefore.emplace();
        for (const Queue &queue : facts.queues->items)
            m_listedBefore->append(queue.id.value);
    }
    run();
}

OperationJob *ProvisionJob::newOperationJob()
{
    QueueOperation operation(m_operation);
    operation.earlierRecords = m_signIn;
    operation.listedBefore = m_listedBefore;
    return new OperationJob(m_services, m_settings, operation, this);
}

void ProvisionJob::addTo(OperationContext *context) const
{
    context->wantsExport = !m_settings.wfm.endpoint.isEmpty()
        && m_services.tenant.capabilities().testFlag(Capability::ExportEvents);
    context->wfmEndpoint = storedEndpoint(m_settings.wfm.endpoint);
    for (const auto &[name, value] : m_settings.wfm.headers)
        context->wfmHeaderNames.append(QString::fromLatin1(name));
}

} // namespace queuesmith
