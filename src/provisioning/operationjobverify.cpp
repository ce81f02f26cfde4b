// Whether the tenant shows in the end what it has said to have.

#include "call.h"
#include "operationerrors.h"
#include "operationjob.h"
#include "settleschedule.h"
#include "tenantclient.h"

#include <algorithm>

namespace queuesmith {

using namespace std::chrono_literals;

void OperationJob::verify()
{
    m_nextVerify.cancel();
    m_verifyStarted = m_services.clock.elapsed();
    Q_EMIT stageChanged(Stage::Verifying);
    if (m_cancelled) {
        m_services.clock.callAfter(lastLookLeft(), this, [this] {
            if (m_call)
                m_call->cancel();
        });
    }
    m_call = m_services.tenant.readQueue(
        QueueId{m_operation.queueId}, this, [this](const Result<Queue> &queue) {
            if (queue)
                concludeApplied(queue.value(), {});
            else
                verifyByList();
        });
}

/// For a tenant that can't read a single queue, or that doesn't have this one.
void OperationJob::verifyByList()
{
    const auto take = [this](const Result<Listing<Queue>> &queues) { takeListed(queues); };
    const QString name = m_operation.definition.value(QLatin1StringView("name")).toString();
    // Its name may be another one there: when it isn't found by it, the whole list has to tell.
    if (m_unseenSince)
        m_call = m_services.tenant.listQueues(this, take);
    else
        m_call = m_services.tenant.findQueues(name, this, take);
    if (m_cancelled)
        m_call->cancel();
}

void OperationJob::takeListed(const Result<Listing<Queue>> &queues)
{
    m_call.clear();
    const QList<Queue> items = queues ? queues.value().items : QList<Queue>();
    const auto own = std::find_if(items.cbegin(), items.cend(),
        [this](const Queue &queue) { return queue.id.value == m_operation.queueId; });
    const bool isAnswered = queues && queues.value().complete();
    if (own != items.cend())
        concludeApplied(*own, {});
    else if (m_unseenSince || (isAnswered && m_operation.kind == OperationKind::Create))
        lookLater();
    else if (isAnswered)
        concludeApplied({}, QStringLiteral("The tenant doesn't list the queue yet."));
    else
        concludeApplied({},
            queues ? queues.value().incompleteBecause.english()
                   : whatHappened(queues.error()).english());
}

/// A queue that was made may take its time to show; one that doesn't by the end of the settle
/// window may never have been made, whatever the tenant has answered.
void OperationJob::lookLater()
{
    if (!m_unseenSince)
        m_unseenSince = m_verifyStarted;
    const auto window = hasDecision() ? 0ms : m_settings.settleWindow;
    const auto next = nextLook(m_verifyStarted - *m_unseenSince, window);
    if (!next || m_cancelled) {
        concludeUnseen();
        return;
    }
    Waiting wait;
    wait.reason = WaitReason::Settling;
    wait.delay = std::max(*m_unseenSince + *next - m_services.clock.elapsed(), 0ms);
    wait.windowLeft = std::max(
        *m_unseenSince + window - m_services.clock.elapsed(), std::chrono::milliseconds(0));
    Q_EMIT waiting(wait);
    m_nextVerify = m_services.clock.callAfter(wait.delay, this, [this] { verify(); });
}

void OperationJob::concludeUnseen()
{
    m_nextVerify.cancel();
    if (hasDecision())
        takeDecision();
    else
        concludeUnknown(unseenError(m_operation), OperationState::Created);
}

} // namespace queuesmith
