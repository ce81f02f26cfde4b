#pragma once

#include "clock.h"
#include "journal.h"
#include "operationcontext.h"
#include "provisionreport.h"
#include "queue.h"
#include "readback.h"
#include "result.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace queuesmith {

class Call;
struct Change;

/// Brings one operation of the journal to its end, from whatever state it is in: sends, reads back,
/// verifies, records. Each state is on disk before the step that it announces, so that a crash at
/// any instant leaves an operation that another job can take up. What is sent, and how its effect
/// is recognised, is told by CreationJob and ChangeJob. Emits finished() exactly once, from the
/// event loop.
class OperationJob : public QObject {
    Q_OBJECT

public:
    /// Whether an operation that turns out not to be applied may be sent.
    enum class Sending { Allowed, Forbidden };

    /// Records that are written together with the first step, in the same transaction.
    void setEarlierRecords(const QList<AuditRecord> &records) { m_earlierRecords = records; }

    /// The person's word in place of the tenant's, for an operation whose effect isn't known.
    void setDecision(const SettleDecision &decision) { m_decision = decision; }

    void start();
    /// Nothing new is sent; for a look at what was sent kLastLook is left.
    virtual void cancel();
    virtual void retryNow();

    [[nodiscard]] const Operation &operation() const { return m_operation; }

    Q_SIGNAL void stageChanged(queuesmith::Stage stage);
    Q_SIGNAL void attemptStarted(int attempt, int maxAttempts);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    Q_SIGNAL void finished(const queuesmith::ProvisionReport &report);

protected:
    using Next = std::function<void()>;

    OperationJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        Operation operation, Sending sending, QObject *parent);

    /// Sends the request once; its answer goes to takeAnswer().
    virtual Call *request(const RequestLimits &limits) = 0;
    [[nodiscard]] virtual Stage sendingStage() const = 0;
    /// One look at what came of the request.
    [[nodiscard]] virtual LookFunction look() = 0;
    /// A look was answered, and not with `Absent`.
    virtual void takeFound(const Look &look) = 0;
    /// Nothing came of the request as far as look() can tell. Ends in takeAbsent(), unless there is
    /// reason to doubt it.
    virtual void judgeAbsent();
    /// The request was answered, and certainly not applied.
    virtual void takeRefusal(const Error &error);
    /// A look can't be answered.
    void takeUnanswered(const Sentence &why);
    /// The tenant says that it has no queue of the operation's id.
    virtual void takeGone(const Sentence &why);
    /// How long a look is repeated before `Absent` counts.
    [[nodiscard]] virtual std::chrono::milliseconds settleWindow(bool maySendAgain) const;
    /// The tenant has it, and that is on disk. Ends in verify().
    virtual void continueApplied() = 0;
    /// What is committed together with the operation.
    virtual void addTo(Change *change);
    [[nodiscard]] virtual ProvisionOutcome appliedOutcome() const = 0;
    /// Action, change and whatever else the kind of operation tells in its records.
    virtual void describe(AuditRecord *record) const = 0;

    void takeAnswer(const HttpOutcome &http, const std::optional<Queue> &queue);
    void takeAbsent();
    void settleApplied(const QString &queueId, bool wasFound);
    void verify();
    void concludeNotApplied(ProvisionOutcome outcome, OperationState state, const Error &error);
    /// `state` is the one in which the next start finds it.
    void concludeUnknown(const Error &error, OperationState state = OperationState::Unknown);
    void noteCancel();
    /// What is left of kLastLook; after a cancel only.
    [[nodiscard]] std::chrono::milliseconds lastLookLeft() const;
    void storageFailed(const Error &error);

    ProvisioningServices m_services;
    ProvisioningSettings m_settings;
    Operation m_operation;
    OperationContext m_context;
    Sending m_sending;
    std::optional<Error> m_error;
    QPointer<Call> m_call;
    ProvisionReport m_report;
    bool m_wasFound = false; ///< a look told that it is applied, not the answer
    bool m_lostAnswers = false; ///< a request of this run wasn't answered
    bool m_cancelled = false;

private:
    void takeUp();
    [[nodiscard]] bool hasDecision() const { return m_decision && !m_decisionTaken; }
    void takeDecision();
    void announce();
    void send();
    void readBack();
    void takeLook(const Look &look);
    void takeCancelled();
    void settleBeforeEnd();
    void verifyByList();
    void takeListed(const Result<Listing<Queue>> &queues);
    void lookLater();
    void concludeUnseen();
    void concludeApplied(const std::optional<Queue> &queue, const QString &why);
    [[nodiscard]] AuditRecord recordOf(AuditOutcome outcome) const;
    void commit(OperationState state, const QList<AuditRecord> &records, Next next);
    void finish();
    [[nodiscard]] bool maySendAgain() const;
    [[nodiscard]] RequestLimits limitsLeft() const;
    [[nodiscard]] std::chrono::milliseconds demandedWait() const;
    [[nodiscard]] std::chrono::milliseconds lookWindow() const;
    void measureLatency();

    QList<AuditRecord> m_earlierRecords;
    std::optional<SettleDecision> m_decision;
    bool m_decisionTaken = false;
    bool m_applied = false;
    bool m_refused = false; ///< the last answer was a refusal
    bool m_unsettled = false; ///< a lost request may still take effect
    bool m_wholeWindow = true; ///< of the look that goes on
    int m_sendsStarted = 0;
    std::chrono::milliseconds m_deadlineUsed{0};
    std::optional<std::chrono::milliseconds> m_firstSent; ///< on the monotonic clock, this run only
    std::chrono::milliseconds m_cancelledAt{0}; ///< the same
    QPointer<ReadBack> m_readBack;
    std::chrono::milliseconds m_verifyStarted{0}; ///< the look that goes on
    /// The tenant has said that it is there, and hasn't shown it since then.
    std::optional<std::chrono::milliseconds> m_unseenSince;
    Clock::Timer m_nextVerify;
};

} // namespace queuesmith
