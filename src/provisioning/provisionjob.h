#pragma once

#include "provisioning/approvalgate.h"
#include "provisioning/preflight.h"
#include "provisioning/queueoperation.h"

#include <QObject>
#include <QPointer>

namespace queuesmith {

class FactsJob;
class OperationJob;
class SettleJob;

/// Carries out one new operation, made by creationOf() or updateOf(): claims the queue's name,
/// checks the definition, asks for the approval, and hands over to an OperationJob, or records why
/// nothing was sent. When an earlier run has already sent the very same and the tenant has it, that
/// is reported instead, and nothing is sent twice. Emits finished() exactly once, from the event
/// loop.
///
/// Two steps can be shared by many operations: settling what is open, before claim(), and reading
/// the facts, before carryOut(). start() does both for a single one. The name is claimed before the
/// facts are read: otherwise another process could create the queue in between.
class ProvisionJob final : public QObject {
    Q_OBJECT

public:
    /// The records must be open.
    ProvisionJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        QueueOperation operation, QObject *parent = nullptr);
    ~ProvisionJob() override;

    /// What the person wrote: `reason` in the intent's and the outcome's record, kept over a crash.
    /// To be set before it begins. A blank one is rejected where the settings require an approval.
    void setReason(const QString &reason) { m_operation.context.reason = reason; }

    /// Recommendations that are known by now: newer ones may make an approval void. To be set
    /// before it begins.
    void setLatestEvidence(const LatestEvidence &latest) { m_latest = latest; }

    void start();

    /// Whether nothing in the operation itself forbids sending it; if something does, it ends as
    /// rejected.
    [[nodiscard]] bool checkByItself();
    /// Ends in claimed(); or in finished(), when what an earlier run left open is what is asked for
    /// now, or stands in its way.
    void claim(const SettleJob &settled);
    /// Needed to read the facts and to send.
    [[nodiscard]] QList<Right> rights() const;
    void carryOut(const Result<TenantFacts> &facts);

    /// Nothing new is sent; what was sent gets one look of at most two seconds, and is else left
    /// to the next start.
    void cancel();
    /// Skips our own back-off; in a settle window it looks at once and sends nothing.
    void retryNow();

    Q_SIGNAL void claimed();
    Q_SIGNAL void stageChanged(queuesmith::Stage stage);
    Q_SIGNAL void attemptStarted(int attempt, int maxAttempts);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    Q_SIGNAL void finished(const queuesmith::ProvisionReport &report);

private:
    void settle();
    void readFacts();
    void check(const TenantFacts &facts);
    void askForApproval(const TenantFacts &facts);
    void takeApproval(const std::optional<ApprovalFinding> &finding);
    void readAgain(const TenantFacts &facts);
    void takeCurrent(const std::optional<Queue> &current);
    void run();
    void reject();
    void stop();
    void concludeUnsent(ProvisionOutcome outcome, const Error &error);
    void recordUnsent(const QList<AuditRecord> &records);
    void failUnrecorded(const Error &error);
    void conclude(const ProvisionReport &report);
    void release();

    ProvisioningServices m_services;
    ProvisioningSettings m_settings;
    QueueOperation m_operation;
    LatestEvidence m_latest;
    QPointer<SettleJob> m_settle;
    QPointer<FactsJob> m_facts;
    QPointer<Call> m_read;
    QPointer<OperationJob> m_run;
    bool m_claimed = false;
};

} // namespace queuesmith
