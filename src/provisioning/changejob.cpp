#include "changejob.h"

#include "call.h"
#include "operationerrors.h"
#include "queuechange.h"
#include "queuediff.h"
#include "tenantclient.h"

#include <algorithm>

namespace queuesmith {

ChangeJob::ChangeJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
    Operation operation, QByteArray etag, Sending sending, QObject *parent)
    : OperationJob(services, settings, std::move(operation), sending, parent)
    , m_etag(std::move(etag))
{
}

Call *ChangeJob::request(const RequestLimits &limits)
{
    return m_services.tenant.updateQueue(QueueId{m_operation.queueId}, m_operation.definition,
        m_etag, limits, this,
        [this](const UpdateAnswer &answer) { takeAnswer(answer.http, answer.queue); });
}

std::chrono::milliseconds ChangeJob::settleWindow(bool maySendAgain) const
{
    const bool isGuarded = maySendAgain && !m_etag.isEmpty();
    return isGuarded ? std::min(m_settings.settleWindow, kShortWindow) : m_settings.settleWindow;
}

LookFunction ChangeJob::look()
{
    return [this](QObject *context, std::function<void(const Look &)> done) {
        return m_services.tenant.readQueue(QueueId{m_operation.queueId}, context,
            [this, done = std::move(done)](const Result<Queue> &queue) {
                if (queue) {
                    const bool isAsBefore = isSameQueue(m_operation.base, queue.value().json);
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

void ChangeJob::takeFound(const Look &look)
{
    if (isIdentical(m_operation.definition, look.queue->json))
        settleApplied(m_operation.queueId, true);
    else
        concludeConflict(look.queue, true);
}

void ChangeJob::takeRefusal(const Error &error)
{
    if (error.httpStatus == 412)
        readAfterRefusal(error);
    else
        OperationJob::takeRefusal(error);
}

/// The tenant has another version than the one that was to be changed.
void ChangeJob::readAfterRefusal(const Error &error)
{
    Q_EMIT stageChanged(Stage::ReadingBack);
    m_call = m_services.tenant.readQueue(
        QueueId{m_operation.queueId}, this, [this, error](const Result<Queue> &queue) {
            m_call.clear();
            const auto theirs = queue ? std::optional(queue.value()) : std::nullopt;
            // Only an answer that got lost can have made our own change the other version.
            const bool isOurs =
                m_lostAnswers && theirs && isIdentical(m_operation.definition, theirs->json);
            if (isOurs) {
                settleApplied(m_operation.queueId, true);
            } else if (m_lostAnswers && !theirs) {
                concludeUnknown(unknownError(m_operation, whatHappened(queue.error())));
            } else {
                m_error = error;
                concludeConflict(theirs, m_lostAnswers);
            }
        });
}

void ChangeJob::concludeConflict(const std::optional<Queue> &theirs, bool maybeApplied)
{
    m_report.theirs = theirs;
    const QString fields =
        theirs ? namesOf(fieldChanges(m_operation.base, theirs->json)) : QString();
    Error conflict = maybeApplied ? changedAfterSendingError(m_operation.queueName, fields)
                                  : changedMeanwhileError(m_operation.queueName, fields);
    if (m_error)
        conflict.httpStatus = m_error->httpStatus;
    concludeNotApplied(ProvisionOutcome::Failed, OperationState::Conflict, conflict);
}

/// The queue is gone, or the tenant can't read a single queue.
void ChangeJob::takeGone(const Sentence &why)
{
    if (m_cancelled) {
        takeUnanswered(why);
        return;
    }
    m_call = m_services.tenant.listQueues(this, [this, why](const Result<Listing<Queue>> &queues) {
        m_call.clear();
        if (!queues || !queues.value().complete()) {
            takeUnanswered(why);
            return;
        }
        std::optional<Queue> found;
        for (const Queue &queue : queues.value().items) {
            if (queue.id.value == m_operation.queueId)
                found = queue;
        }
        if (!found)
            concludeNotApplied(ProvisionOutcome::Failed, OperationState::Failed,
                queueGoneError(m_operation.queueName));
        else if (isSameQueue(m_operation.base, found->json))
            takeUnanswered(why); // it may still take effect
        else
            takeFound({Look::Answer::Found, {}, found});
    });
}

void ChangeJob::describe(AuditRecord *record) const
{
    record->action = AuditAction::QueueUpdated;
    if (!record->hasChange)
        return;
    const QList<FieldChange> changes = fieldChanges(m_operation.base, m_operation.definition);
    record->before = fromSide(changes);
    record->after = toSide(changes);
}

} // namespace queuesmith
