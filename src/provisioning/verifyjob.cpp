#include "provisioning/verifyjob.h"

#include "cxone/call.h"
#include "provisioning/settleschedule.h"

#include <algorithm>

namespace queuesmith {

using namespace std::chrono_literals;

VerifyJob::VerifyJob(const ProvisioningServices &services, const QueueOperation &operation,
    std::chrono::milliseconds window, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_operation(operation)
    , m_window(window)
{
}

void VerifyJob::start() { look(); }

void VerifyJob::cancel()
{
    if (m_next.isActive())
        concludeUnseen();
    else if (m_call)
        m_call->cancel();
}

void VerifyJob::retryNow()
{
    if (m_next.isActive())
        look();
    else if (m_call)
        m_call->retryNow();
}

void VerifyJob::look()
{
    m_next.cancel();
    m_lookStarted = m_services.clock.elapsed();
    Q_EMIT stageChanged(Stage::Verifying);
    if (m_operation.isCancelled()) {
        m_services.clock.callAfter(m_operation.lastLookLeft(m_services.clock), this, [this] {
            if (m_call)
                m_call->cancel();
        });
    }
    m_call = m_services.tenant.readQueue(
        QueueId{m_operation.kept.queueId}, this, [this](const Result<Queue> &queue) {
            if (queue)
                Q_EMIT verified(queue.value(), {});
            else
                lookInList();
        });
    connect(m_call, &Call::waiting, this, &VerifyJob::waiting);
}

/// For a tenant that can't read a single queue, or that doesn't have this one.
void VerifyJob::lookInList()
{
    const auto take = [this](const Result<Listing<Queue>> &queues) { takeList(queues); };
    const QString name = m_operation.kept.definition.value(QLatin1StringView("name")).toString();
    // Its name may be another one there: when it isn't found by it, the whole list has to tell.
    if (m_unseenSince)
        m_call = m_services.tenant.listQueues(this, take);
    else
        m_call = m_services.tenant.findQueues(name, this, take);
    connect(m_call, &Call::waiting, this, &VerifyJob::waiting);
    if (m_operation.isCancelled())
        m_call->cancel();
}

void VerifyJob::takeList(const Result<Listing<Queue>> &queues)
{
    m_call.clear();
    const QList<Queue> items = queues ? queues.value().items : QList<Queue>();
    const auto own = std::find_if(items.cbegin(), items.cend(),
        [this](const Queue &queue) { return queue.id.value == m_operation.kept.queueId; });
    const bool isAnswered = queues && queues.value().complete();
    if (own != items.cend())
        Q_EMIT verified(*own, {});
    else if (m_unseenSince || (isAnswered && m_operation.isCreation()))
        lookLater();
    else if (isAnswered)
        Q_EMIT verified({}, QStringLiteral("The tenant doesn't list the queue yet."));
    else
        Q_EMIT verified({},
            queues ? queues.value().incompleteBecause.english()
                   : whatHappened(queues.error()).english());
}

void VerifyJob::lookLater()
{
    if (!m_unseenSince)
        m_unseenSince = m_lookStarted;
    const auto next = nextLook(m_lookStarted - *m_unseenSince, m_window);
    if (!next || m_operation.isCancelled()) {
        concludeUnseen();
        return;
    }
    Waiting wait;
    wait.reason = WaitReason::Settling;
    wait.delay = std::max(*m_unseenSince + *next - m_services.clock.elapsed(), 0ms);
    wait.windowLeft = std::max(*m_unseenSince + m_window - m_services.clock.elapsed(), 0ms);
    Q_EMIT waiting(wait);
    m_next = m_services.clock.callAfter(wait.delay, this, [this] { look(); });
}

void VerifyJob::concludeUnseen()
{
    m_next.cancel();
    Q_EMIT unseen();
}

} // namespace queuesmith
