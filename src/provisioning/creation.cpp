#include "provisioning/queueoperation.h"

#include "domain/queuediff.h"
#include "provisioning/exportjob.h"
#include "provisioning/operationerrors.h"

namespace queuesmith {

namespace {

Call *sendCreation(TenantClient &tenant, const QueueOperation &operation,
    const RequestLimits &limits, QObject *context, OperationRules::Answered done)
{
    return tenant.createQueue(operation.kept.definition, operation.kept.idempotencyKey, limits,
        context,
        [done = std::move(done)](const CreateAnswer &answer) { done(answer.http, answer.queue); });
}

/// Of the queues of its name, the first that is as declared, and its twins; else the first of all.
Look lookAmong(const QJsonObject &definition, const QList<Queue> &named)
{
    Look look{Look::Answer::Absent, {}};
    for (const Queue &queue : named) {
        if (!isIdentical(definition, queue.json))
            continue;
        if (!look.queue)
            look.queue = queue;
        else if (queue.id != look.queue->id && !look.twins.contains(queue.id.value))
            look.twins.append(queue.id.value);
    }
    if (!look.queue && !named.isEmpty())
        look.queue = named.first();
    if (!look.twins.isEmpty())
        look.answer = Look::Answer::FoundTwice;
    else if (look.queue)
        look.answer = Look::Answer::Found;
    return look;
}

/// By its exact name. An incomplete list proves no absence, and twins count only when they are
/// still there at the end of the settle window.
LookFunction lookByName(TenantClient &tenant, const Operation &operation)
{
    return [&tenant, name = operation.queueName, definition = operation.definition](
               QObject *context, std::function<void(const Look &)> done) {
        const auto take = [definition, done = std::move(done)](
                              const Result<Listing<Queue>> &result) {
            if (!result) {
                done(lookThatFailed(result.error()));
                return;
            }
            Look look = lookAmong(definition, result.value().items);
            if (look.answer == Look::Answer::FoundTwice)
                look.why =
                    Sentence::tr("the tenant has two queues that are as it was sent, and there was "
                                 "no time to see whether both stay.");
            else if (look.answer == Look::Answer::Absent && !result.value().complete())
                look = {Look::Answer::Unanswered, result.value().incompleteBecause};
            done(look);
        };
        return tenant.findQueues(name, context, take);
    };
}

Look lookForName(const Operation &operation, const QList<Queue> &queues)
{
    QList<Queue> named = queues;
    named.removeIf(
        [&operation](const Queue &queue) { return queue.definition.name != operation.queueName; });
    return lookAmong(operation.definition, named);
}

Error otherQueue(const Operation &operation, const std::optional<Queue> &theirs, bool)
{
    return conflictError(operation.queueName, theirs->id.value,
        uncoveredMembers(operation.definition, theirs->json).join(QStringLiteral(", ")));
}

void describeCreation(const QueueOperation &operation, AuditRecord *record)
{
    if (record->hasChange)
        record->after = operation.kept.definition;
    const bool isFinal =
        record->outcome != AuditOutcome::Intent && record->outcome != AuditOutcome::Unknown;
    if (isFinal && operation.kept.attempts > 0)
        record->creationLatency = operation.kept.latency;
    if (record->outcome != AuditOutcome::Success)
        return;
    const std::optional<ExportTask> &task = operation.exportTask;
    record->eventStreamSync = task ? syncOf(*task) : EventStreamSync::None;
    if (task)
        record->exportId = task->exportId;
}

} // namespace

QueueOperation creationOf(const ParsedDefinition &definition)
{
    Operation operation;
    operation.kind = OperationKind::Create;
    operation.queueName = definition.definition.name;
    operation.definition = toJson(definition.definition);
    QueueOperation creation(operation);
    creation.wanted = definition.definition;
    creation.report.problems = definition.problems;
    return creation;
}

const OperationRules &creationRules()
{
    static constexpr OperationRules kRules{AuditAction::QueueProvisioned, Stage::Creating,
        Right::CreateQueues, sendCreation, lookByName, lookForName, otherQueue, describeCreation};
    return kRules;
}

} // namespace queuesmith
