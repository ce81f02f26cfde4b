#include "provisioning/queueoperation.h"

#include "domain/queuediff.h"
#include "provisioning/operationerrors.h"

#include <algorithm>

namespace queuesmith {

namespace {

Call *sendUpdate(TenantClient &tenant, const QueueOperation &operation, const RequestLimits &limits,
    QObject *context, OperationRules::Answered done)
{
    return tenant.updateQueue(QueueId{operation.kept.queueId}, operation.kept.definition,
        operation.etag, limits, context,
        [done = std::move(done)](const UpdateAnswer &answer) { done(answer.http, answer.queue); });
}

LookFunction lookById(TenantClient &tenant, const Operation &operation)
{
    return [&tenant, id = QueueId{operation.queueId}, base = operation.base](
               QObject *context, std::function<void(const Look &)> done) {
        return tenant.readQueue(
            id, context, [base, done = std::move(done)](const Result<Queue> &queue) {
                if (queue) {
                    const bool isAsBefore = isSameQueue(base, queue.value().json);
                    done({isAsBefore ? Look::Answer::Absent : Look::Answer::Found, {},
                        queue.value()});
                } else if (queue.error().kind == ErrorKind::NotFound) {
                    done({Look::Answer::Gone, whatHappened(queue.error())});
                } else {
                    done(lookThatFailed(queue.error()));
                }
            });
    };
}

/// The queue is gone, or the tenant can't read a single queue.
Look lookForId(const Operation &operation, const QList<Queue> &queues)
{
    const auto found = std::find_if(queues.crbegin(), queues.crend(),
        [&operation](const Queue &queue) { return queue.id.value == operation.queueId; });
    if (found == queues.crend())
        return {Look::Answer::Gone, {}};
    if (isSameQueue(operation.base, found->json))
        return {Look::Answer::Unanswered, {}}; // it may still take effect
    return {Look::Answer::Found, {}, *found};
}

Error otherVersion(
    const Operation &operation, const std::optional<Queue> &theirs, bool mayBeApplied)
{
    const QString fields = theirs ? namesOf(fieldChanges(operation.base, theirs->json)) : QString();
    return mayBeApplied ? changedAfterSendingError(operation.queueName, fields)
                        : changedMeanwhileError(operation.queueName, fields);
}

void describeUpdate(const QueueOperation &operation, AuditRecord *record)
{
    if (!record->hasChange)
        return;
    const QList<FieldChange> changes = fieldChanges(operation.kept.base, operation.kept.definition);
    record->before = fromSide(changes);
    record->after = toSide(changes);
}

} // namespace

QueueOperation updateOf(const QueueChange &change)
{
    Operation operation;
    operation.kind = OperationKind::Update;
    operation.queueId = change.base.id.value;
    operation.queueName = change.base.definition.name;
    operation.base = change.base.json;
    operation.definition = changedBody(change);
    QueueOperation update(operation);
    update.takeEtag(change.base.etag);
    update.wanted = change.wanted.definition;
    update.report.problems = change.wanted.problems;
    if (isSameQueue(operation.base, operation.definition))
        update.report.problems.append(problems::nothingChanged());
    return update;
}

const OperationRules &updateRules()
{
    static constexpr OperationRules kRules{AuditAction::QueueUpdated, Stage::Updating,
        Right::UpdateQueues, sendUpdate, lookById, lookForId, otherVersion, describeUpdate};
    return kRules;
}

} // namespace queuesmith
