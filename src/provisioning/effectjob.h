#pragma once

#include "provisioning/queueoperation.h"

#include <QObject>
#include <QPointer>

namespace queuesmith {

/// Sends an operation, and reads back what came of it when the answer doesn't say: until it is
/// certain whether it was applied, or that this can't be found out now. Sends again only what
/// certainly wasn't applied. Each step is in the journal before it is taken; how it ended is left
/// to the owner to record. Emits one of applied(), notApplied() and storageFailed(), exactly once,
/// from the event loop.
class EffectJob final : public QObject {
    Q_OBJECT

public:
    /// An update with an etag is sent again after a window of at most this: the tenant itself
    /// refuses one of what was changed meanwhile.
    static constexpr std::chrono::milliseconds kShortWindow{2'000};

    /// `operation` must outlive the job. One that may not be sent is read back only.
    EffectJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        QueueOperation &operation, bool maySend, QObject *parent);

    void start();
    /// The operation says that it is cancelled: nothing new is sent.
    void cancel();
    void retryNow();

    Q_SIGNAL void stageChanged(queuesmith::Stage stage);
    Q_SIGNAL void attemptStarted(int attempt, int maxAttempts);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);

    /// `wasFound`: a look told it, not the answer.
    Q_SIGNAL void applied(const QString &queueId, bool wasFound);
    /// `state` is Failed, Conflict or Cancelled; Unknown when that couldn't be found out.
    Q_SIGNAL void notApplied(queuesmith::OperationState state, const queuesmith::Error &error);
    Q_SIGNAL void storageFailed(const queuesmith::Error &error);

private:
    void send();
    void takeAnswer(const HttpOutcome &http, const std::optional<Queue> &queue);
    void takeRefusal();
    void readAfterRefusal();
    void endOnceSettled(OperationState state, const Error &error);
    void readBack();
    void takeLook(const Look &look);
    void takeFound(const Look &look);
    void takeUnanswered(const Sentence &why);
    void lookInList(const Sentence &why);
    void judgeList(const QList<Queue> &queues, const Sentence &why);
    void judgeCandidates(const QList<Queue> &queues);
    void takeAbsent();
    void concludeConflict(const std::optional<Queue> &theirs, bool mayBeApplied);
    void commit(OperationState state, void (EffectJob::*next)());
    [[nodiscard]] RequestLimits limitsLeft() const;
    [[nodiscard]] std::chrono::milliseconds demandedWait() const;
    [[nodiscard]] bool maySendAgain() const;
    [[nodiscard]] std::chrono::milliseconds lookWindow() const;

    ProvisioningServices m_services;
    ProvisioningSettings m_settings;
    QueueOperation &m_operation;
    bool m_maySend;
    std::optional<Error> m_error; ///< of the last answer
    bool m_lostAnswers = false; ///< a request of this run wasn't answered
    bool m_refused = false; ///< the last answer was a refusal
    bool m_unsettled = false; ///< a lost request may still take effect
    bool m_wholeWindow = true; ///< of the look that goes on
    int m_sendsStarted = 0;
    std::chrono::milliseconds m_deadlineUsed{0};
    QPointer<Call> m_call;
    QPointer<ReadBack> m_readBack;
};

} // namespace queuesmith
