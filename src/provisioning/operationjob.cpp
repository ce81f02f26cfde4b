#include "operationjob.h"

#include "call.h"
#include "operationerrors.h"
#include "tenantclient.h"

#include <algorithm>

namespace queuesmith {

using namespace std::chrono_literals;

OperationJob::OperationJob(const ProvisioningServices &services,
    const ProvisioningSettings &settings, Operation operation, Sending sending, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_operation(std::move(operation))
    , m_context(contextFromJson(m_operation.context))
    , m_sending(sending)
{
    m_report.operationId = m_operation.id;
    m_report.queueName = m_operation.queueName;
    m_report.problems = allProblems(m_context);
}

void OperationJob::start()
{
    m_services.clock.callAfter(0ms, this, [this] { takeUp(); });
}

void OperationJob::takeUp()
{
    if (!m_operation.isReadable && m_operation.state != OperationState::Planned) {
        if (hasDecision())
            takeDecision();
        else
            concludeUnknown(unknownError(m_operation,
                                Sentence::tr("what the journal kept of it can't be read any more, "
                                             "so it can't be recognised.")),
                m_operation.state);
        return;
    }
    switch (m_operation.state) {
    case OperationState::Planned:
        announce();
        return;
    case OperationState::Created:
        m_wasFound = true;
        m_applied = true;
        continueApplied();
        return;
    default:
        if (hasDecision())
            takeDecision();
        else
            readBack();
    }
}

void OperationJob::takeDecision()
{
    m_decisionTaken = true;
    if (!m_decision->queueId.isEmpty()) {
        settleApplied(m_decision->queueId, true);
        return;
    }
    if (m_operation.kind == OperationKind::Create)
        m_operation.queueId.clear();
    concludeNotApplied(
        ProvisionOutcome::Failed, OperationState::Failed, declaredAbsentError(m_operation));
}

void OperationJob::noteCancel()
{
    if (!m_cancelled)
        m_cancelledAt = m_services.clock.elapsed();
    m_cancelled = true;
}

std::chrono::milliseconds OperationJob::lastLookLeft() const
{
    return std::max(m_cancelledAt + kLastLook - m_services.clock.elapsed(), 0ms);
}

void OperationJob::cancel()
{
    noteCancel();
    if (m_readBack)
        m_readBack->finishSoon(lastLookLeft());
    else if (m_nextVerify.isActive())
        concludeUnseen();
    else if (m_call)
        m_call->cancel();
}

void OperationJob::retryNow()
{
    if (m_readBack)
        m_readBack->lookNow();
    else if (m_nextVerify.isActive())
        verify();
    else if (m_call)
        m_call->retryNow();
}

void OperationJob::addTo(Change *) { }

void OperationJob::announce()
{
    m_operation.firstSentAt = m_services.clock.utcNow();
    AuditRecord intent = recordOf(AuditOutcome::Intent);
    intent.attempts.reset();
    commit(OperationState::Sent, {intent}, [this] { send(); });
}

RequestLimits OperationJob::limitsLeft() const
{
    RequestLimits limits = m_settings.limits;
    limits.maxAttempts -= m_sendsStarted;
    limits.deadline -= m_deadlineUsed;
    return limits;
}

void OperationJob::send()
{
    if (m_cancelled) {
        takeCancelled();
        return;
    }
    Q_EMIT stageChanged(sendingStage());
    const int earlier = m_sendsStarted;
    m_call = request(limitsLeft());
    connect(m_call, &Call::attemptStarted, this, [this, earlier](int attempt) {
        if (!m_firstSent)
            m_firstSent = m_services.clock.elapsed();
        m_sendsStarted = earlier + attempt;
        Q_EMIT attemptStarted(m_sendsStarted, m_settings.limits.maxAttempts);
    });
    connect(m_call, &Call::waiting, this, [this, earlier](Waiting waiting) {
        waiting.attempt += earlier;
        waiting.maxAttempts = m_settings.limits.maxAttempts;
        Q_EMIT this->waiting(waiting);
    });
}

void OperationJob::takeAnswer(const HttpOutcome &http, const std::optional<Queue> &queue)
{
    m_call.clear();
    m_operation.attempts += http.attempts;
    m_deadlineUsed += http.deadlineUsed;
    m_context.lastHttpStatus = http.response.status;
    m_context.lastError = http.error ? whatHappened(*http.error) : Sentence();
    m_error = http.error;
    switch (http.applied) {
    case Applied::Yes:
        settleApplied(queue->id.value, false);
        return;
    case Applied::No:
        if (m_cancelled)
            takeCancelled();
        else
            takeRefusal(m_error.value_or(Error{}));
        return;
    case Applied::Unknown:
        m_lostAnswers = true;
        m_unsettled = true;
        commit(OperationState::Unknown, {}, [this] { readBack(); });
    }
}

void OperationJob::takeRefusal(const Error &error)
{
    m_refused = true;
    if (m_unsettled)
        settleBeforeEnd();
    else
        concludeNotApplied(ProvisionOutcome::Failed, OperationState::Failed, error);
}

void OperationJob::takeCancelled()
{
    if (m_unsettled)
        settleBeforeEnd();
    else
        concludeNotApplied(
            ProvisionOutcome::Cancelled, OperationState::Cancelled, cancelledError(m_operation));
}

/// Nothing more is sent, but an earlier request may still take effect.
void OperationJob::settleBeforeEnd()
{
    m_sending = Sending::Forbidden;
    commit(OperationState::Unknown, {}, [this] { readBack(); });
}

/// What the tenant demands to wait, which is a lower bound for the next send.
std::chrono::milliseconds OperationJob::demandedWait() const
{
    return m_error ? m_error->retryAfter.value_or(0ms) : 0ms;
}

bool OperationJob::maySendAgain() const
{
    const RequestLimits left = limitsLeft();
    // A 409 says that something has the name; sending again would only hear it again.
    return m_sending == Sending::Allowed && !m_cancelled && m_context.lastHttpStatus != 409
        && left.maxAttempts > 0 && left.deadline > 0ms && demandedWait() <= kLongestRetryAfter;
}

std::chrono::milliseconds OperationJob::settleWindow(bool) const { return m_settings.settleWindow; }

std::chrono::milliseconds OperationJob::lookWindow() const
{
    const bool waits = m_sending == Sending::Allowed && demandedWait() <= kLongestRetryAfter;
    const std::chrono::milliseconds window = settleWindow(maySendAgain());
    return waits ? std::max(window, demandedWait()) : window;
}

void OperationJob::readBack()
{
    Q_EMIT stageChanged(Stage::ReadingBack);
    const std::chrono::milliseconds window = lookWindow();
    m_wholeWindow = window >= m_settings.settleWindow;
    m_readBack = new ReadBack(m_services.clock, look(), window, this);
    connect(m_readBack, &ReadBack::waiting, this, [this](Waiting waiting) {
        waiting.attempt = m_sendsStarted + 1;
        waiting.maxAttempts = m_settings.limits.maxAttempts;
        waiting.httpStatus = m_context.lastHttpStatus;
        Q_EMIT this->waiting(waiting);
    });
    connect(m_readBack, &ReadBack::finished, this, &OperationJob::takeLook);
    m_readBack->start();
    if (m_cancelled)
        m_readBack->finishSoon(lastLookLeft());
}

void OperationJob::takeLook(const Look &look)
{
    m_readBack->deleteLater();
    m_readBack.clear();
    switch (look.answer) {
    case Look::Answer::Found:
    case Look::Answer::FoundTwice:
        takeFound(look);
        return;
    case Look::Answer::Absent:
        m_unsettled = m_unsettled && !m_wholeWindow;
        judgeAbsent();
        return;
    case Look::Answer::Gone:
        takeGone(look.why);
        return;
    case Look::Answer::Unanswered:
    case Look::Answer::Unanswerable:
        takeUnanswered(look.why);
    }
}

void OperationJob::takeUnanswered(const Sentence &why)
{
    concludeUnknown(unknownError(
        m_operation, why.isEmpty() ? Sentence::tr("there was no time to find out.") : why));
}

void OperationJob::takeGone(const Sentence &why) { takeUnanswered(why); }

void OperationJob::judgeAbsent() { takeAbsent(); }

void OperationJob::takeAbsent()
{
    if (maySendAgain()) {
        commit(OperationState::Sent, {}, [this] { send(); });
        return;
    }
    if (m_unsettled) {
        settleBeforeEnd();
        return;
    }
    const bool refused = m_refused || m_context.lastHttpStatus == 409;
    // What an earlier run was told says nothing of the tenant as it is now.
    const Sentence why = m_sendsStarted > 0 ? m_context.lastError : Sentence();
    concludeNotApplied(ProvisionOutcome::Failed, OperationState::Failed,
        refused && m_error ? *m_error : notAppliedError(m_operation, why));
}

void OperationJob::settleApplied(const QString &queueId, bool wasFound)
{
    // An earlier run may have died before it could note that it had sent.
    m_operation.attempts = std::max(m_operation.attempts, 1);
    m_wasFound = wasFound;
    m_applied = true;
    m_error.reset();
    m_unseenSince.reset();
    if (m_operation.kind == OperationKind::Create)
        m_operation.queueId = queueId;
    measureLatency();
    commit(OperationState::Created, {}, [this] { continueApplied(); });
}

} // namespace queuesmith
