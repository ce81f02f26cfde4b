#include "provisioning/effectjob.h"

#include "cxone/call.h"
#include "domain/logcategories.h"
#include "domain/queuediff.h"
#include "provisioning/creationcandidates.h"
#include "provisioning/operationerrors.h"

#include <algorithm>

namespace queuesmith {

using namespace std::chrono_literals;

EffectJob::EffectJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
    QueueOperation &operation, bool maySend, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_operation(operation)
    , m_maySend(maySend)
{
}

void EffectJob::start()
{
    if (m_maySend)
        send();
    else
        readBack();
}

void EffectJob::cancel()
{
    if (m_readBack)
        m_readBack->finishSoon(m_operation.lastLookLeft(m_services.clock));
    else if (m_call)
        m_call->cancel();
}

void EffectJob::retryNow()
{
    if (m_readBack)
        m_readBack->lookNow();
    else if (m_call)
        m_call->retryNow();
}

void EffectJob::commit(OperationState state, void (EffectJob::*next)())
{
    m_operation.commit(state, {}, m_services, this, [this, next](const Status &written) {
        if (written)
            (this->*next)();
        else
            Q_EMIT storageFailed(written.error());
    });
}

void EffectJob::send()
{
    if (m_operation.isCancelled()) {
        endOnceSettled(OperationState::Cancelled, cancelledError(m_operation.kept));
        return;
    }
    Q_EMIT stageChanged(m_operation.rules().sending);
    qCInfo(lcProvision) << m_operation.step("send").with({{"sent_before", m_sendsStarted}});
    const int earlier = m_sendsStarted;
    m_call = m_operation.rules().send(m_services.tenant, m_operation, limitsLeft(), this,
        [this](const HttpOutcome &http, const std::optional<Queue> &queue) {
            takeAnswer(http, queue);
        });
    connect(m_call, &Call::attemptStarted, this, [this, earlier](int attempt) {
        if (!m_operation.firstSent)
            m_operation.firstSent = m_services.clock.elapsed();
        m_sendsStarted = earlier + attempt;
        Q_EMIT attemptStarted(m_sendsStarted, m_settings.limits.maxAttempts);
    });
    connect(m_call, &Call::waiting, this, [this, earlier](Waiting waiting) {
        waiting.attempt += earlier;
        waiting.maxAttempts = m_settings.limits.maxAttempts;
        Q_EMIT this->waiting(waiting);
    });
}

void EffectJob::takeAnswer(const HttpOutcome &http, const std::optional<Queue> &queue)
{
    m_call.clear();
    m_operation.kept.attempts += http.attempts;
    m_deadlineUsed += http.deadlineUsed;
    m_operation.context.lastHttpStatus = http.response.status;
    m_operation.context.lastError = http.error ? whatHappened(*http.error) : Sentence();
    m_error = http.error;
    qCInfo(lcProvision) << m_operation.step("answered")
                               .with({{"status", http.response.status}, {"attempts", http.attempts},
                                   {"code",
                                       http.error ? http.error->code : QStringLiteral("none")}});
    switch (http.applied) {
    case Applied::Yes:
        Q_EMIT applied(queue->id.value, false);
        return;
    case Applied::No:
        takeRefusal();
        return;
    case Applied::Unknown:
        m_lostAnswers = true;
        m_unsettled = true;
        commit(OperationState::Unknown, &EffectJob::readBack);
    }
}

void EffectJob::takeRefusal()
{
    const Error error = m_error.value_or(Error{});
    if (m_operation.isCancelled()) {
        endOnceSettled(OperationState::Cancelled, cancelledError(m_operation.kept));
    } else if (error.httpStatus == 412 && !m_operation.isCreation()) {
        readAfterRefusal();
    } else {
        m_refused = true;
        endOnceSettled(OperationState::Failed, error);
    }
}

/// The tenant has another version than the one that was to be changed.
void EffectJob::readAfterRefusal()
{
    Q_EMIT stageChanged(Stage::ReadingBack);
    m_call = m_services.tenant.readQueue(
        QueueId{m_operation.kept.queueId}, this, [this](const Result<Queue> &queue) {
            m_call.clear();
            const auto theirs = queue ? std::optional(queue.value()) : std::nullopt;
            // Only an answer that got lost can have made our own change the other version.
            const bool isOurs =
                m_lostAnswers && theirs && isIdentical(m_operation.kept.definition, theirs->json);
            if (isOurs)
                Q_EMIT applied(m_operation.kept.queueId, true);
            else if (m_lostAnswers && !theirs)
                takeUnanswered(whatHappened(queue.error()));
            else
                concludeConflict(theirs, m_lostAnswers);
        });
    connect(m_call, &Call::waiting, this, &EffectJob::waiting);
}

/// Nothing more is sent; but while an earlier request may take effect, it hasn't ended.
void EffectJob::endOnceSettled(OperationState state, const Error &error)
{
    if (!m_unsettled) {
        Q_EMIT notApplied(state, error);
        return;
    }
    m_maySend = false;
    commit(OperationState::Unknown, &EffectJob::readBack);
}

RequestLimits EffectJob::limitsLeft() const
{
    RequestLimits limits = m_settings.limits;
    limits.maxAttempts -= m_sendsStarted;
    limits.deadline -= m_deadlineUsed;
    return limits;
}

/// What the tenant demands to wait, which is a lower bound for the next send.
std::chrono::milliseconds EffectJob::demandedWait() const
{
    return m_error ? m_error->retryAfter.value_or(0ms) : 0ms;
}

bool EffectJob::maySendAgain() const
{
    const RequestLimits left = limitsLeft();
    // A 409 says that something has the name; sending again would only hear it again.
    return m_maySend && !m_operation.isCancelled() && m_operation.context.lastHttpStatus != 409
        && left.maxAttempts > 0 && left.deadline > 0ms && demandedWait() <= kLongestRetryAfter;
}

/// How long a look is repeated before `Absent` counts.
std::chrono::milliseconds EffectJob::lookWindow() const
{
    const bool isGuarded = maySendAgain() && !m_operation.etag.isEmpty();
    const auto window =
        isGuarded ? std::min(m_settings.settleWindow, kShortWindow) : m_settings.settleWindow;
    const bool waits = m_maySend && demandedWait() <= kLongestRetryAfter;
    return waits ? std::max(window, demandedWait()) : window;
}

void EffectJob::readBack()
{
    Q_EMIT stageChanged(Stage::ReadingBack);
    const std::chrono::milliseconds window = lookWindow();
    m_wholeWindow = window >= m_settings.settleWindow;
    qCInfo(lcProvision) << m_operation.step("read_back")
                               .with({{"window_ms", window}, {"may_send_again", maySendAgain()}});
    m_readBack = new ReadBack(m_services.clock,
        m_operation.rules().look(m_services.tenant, m_operation.kept), window, this);
    connect(m_readBack, &ReadBack::waiting, this, [this](Waiting waiting) {
        if (waiting.reason == WaitReason::Settling) { // else it is of the look, not of the request
            waiting.attempt = m_sendsStarted + 1;
            waiting.maxAttempts = m_settings.limits.maxAttempts;
            waiting.httpStatus = m_operation.context.lastHttpStatus;
        }
        Q_EMIT this->waiting(waiting);
    });
    connect(m_readBack, &ReadBack::finished, this, &EffectJob::takeLook);
    m_readBack->start();
    if (m_operation.isCancelled())
        m_readBack->finishSoon(m_operation.lastLookLeft(m_services.clock));
}

void EffectJob::takeLook(const Look &look)
{
    qCInfo(lcSettle) << m_operation.step("looked").with(
        {{"answer", word(look.answer)}, {"may_send_again", maySendAgain()}});
    m_readBack->deleteLater();
    m_readBack.clear();
    switch (look.answer) {
    case Look::Answer::Found:
    case Look::Answer::FoundTwice:
        takeFound(look);
        return;
    case Look::Answer::Absent:
        m_unsettled = m_unsettled && !m_wholeWindow;
        // A tenant that trims names, or changes their case or their letters, has a new queue under
        // another name. Sent again, it would make a second one.
        if (m_operation.isCreation())
            lookInList({});
        else
            takeAbsent();
        return;
    case Look::Answer::Gone:
        if (m_operation.isCancelled())
            takeUnanswered(look.why);
        else
            lookInList(look.why);
        return;
    case Look::Answer::Unanswered:
    case Look::Answer::Unanswerable:
        takeUnanswered(look.why);
    }
}

void EffectJob::takeFound(const Look &look)
{
    const Queue &queue = *look.queue;
    if (!isIdentical(m_operation.kept.definition, queue.json)) {
        concludeConflict(queue, true);
        return;
    }
    if (!look.twins.isEmpty())
        m_operation.context.readBackProblems = {
            problems::twin(m_operation.kept.queueName, queue.id.value, look.twins)};
    Q_EMIT applied(queue.id.value, true);
}

void EffectJob::takeUnanswered(const Sentence &why)
{
    Q_EMIT notApplied(OperationState::Unknown,
        unknownError(m_operation.kept,
            why.isEmpty() ? Sentence::tr("there was no time to find out.") : why));
}

/// `why` says what made the looks end; empty when they were answered.
void EffectJob::lookInList(const Sentence &why)
{
    m_call = m_services.tenant.listQueues(this, [this, why](const Result<Listing<Queue>> &queues) {
        m_call.clear();
        if (queues && queues.value().complete())
            judgeList(queues.value().items, why);
        else if (!why.isEmpty())
            takeUnanswered(why);
        else
            takeUnanswered(
                queues ? queues.value().incompleteBecause : whatHappened(queues.error()));
    });
    connect(m_call, &Call::waiting, this, &EffectJob::waiting);
}

void EffectJob::judgeList(const QList<Queue> &queues, const Sentence &why)
{
    const Look look = m_operation.rules().lookIn(m_operation.kept, queues);
    if (look.queue) // it has come between the last look and this one, or is shown in lists only
        takeFound(look);
    else if (look.answer == Look::Answer::Absent)
        judgeCandidates(queues);
    else if (look.answer == Look::Answer::Gone)
        Q_EMIT notApplied(OperationState::Failed, queueGoneError(m_operation.kept.queueName));
    else
        takeUnanswered(why);
}

void EffectJob::judgeCandidates(const QList<Queue> &queues)
{
    m_services.records.knownQueues(
        m_operation.kept, this, [this, queues](const Result<KnownQueues> &known) {
            if (!known) {
                Q_EMIT storageFailed(known.error());
                return;
            }
            const QList<Queue> candidates =
                creationCandidates(m_operation.kept, queues, known.value());
            qCInfo(lcSettle) << m_operation.step("candidates").with({{"count", candidates.size()}});
            if (candidates.isEmpty()) {
                takeAbsent();
                return;
            }
            m_operation.report.candidateId = candidates.first().id.value;
            Q_EMIT notApplied(
                OperationState::Unknown, candidateError(m_operation.kept, candidates.first()));
        });
}

void EffectJob::takeAbsent()
{
    if (maySendAgain()) {
        commit(OperationState::Sent, &EffectJob::send);
        return;
    }
    const bool isRefused = m_refused || m_operation.context.lastHttpStatus == 409;
    // What an earlier run was told says nothing of the tenant as it is now.
    const Sentence why = m_sendsStarted > 0 ? m_operation.context.lastError : Sentence();
    endOnceSettled(OperationState::Failed,
        isRefused && m_error ? *m_error : notAppliedError(m_operation.kept, why));
}

void EffectJob::concludeConflict(const std::optional<Queue> &theirs, bool mayBeApplied)
{
    Error conflict = m_operation.rules().conflict(m_operation.kept, theirs, mayBeApplied);
    if (!m_operation.isCreation()) {
        m_operation.report.theirs = theirs;
        if (m_error)
            conflict.httpStatus = m_error->httpStatus;
    }
    Q_EMIT notApplied(OperationState::Conflict, conflict);
}

} // namespace queuesmith
