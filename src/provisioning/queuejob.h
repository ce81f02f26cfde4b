#pragma once

#include "approvalgate.h"
#include "journal.h"
#include "preflight.h"
#include "provisionreport.h"
#include "tenantclient.h"

#include <QObject>
#include <QPointer>

namespace queuesmith {

class OperationJob;
class PreflightJob;
class SettleJob;
struct OperationContext;
struct Settled;

/// The way that a creation and a change have in common: settles what an earlier run left open,
/// claims the queue's name in the journal, validates, and hands over to an OperationJob, or records
/// why nothing was sent. Emits finished() exactly once, from the event loop.
class QueueJob : public QObject {
    Q_OBJECT

public:
    ~QueueJob() override;

    /// What the person wrote: `reason` in the intent's and the outcome's record, kept over a crash.
    /// To be set before start(). A blank one is rejected where the settings require an approval.
    void setReason(const QString &reason) { m_reason = reason; }

    /// Recommendations that are known by now: newer ones may make an approval void. To be set
    /// before start().
    void setLatestEvidence(const LatestEvidence &latest) { m_latest = latest; }

    void start();
    /// Nothing new is sent; what was sent gets one look of at most two seconds, and is else left
    /// to the next start.
    void cancel();
    /// Skips our own back-off; in a settle window it looks at once and sends nothing.
    void retryNow();

    Q_SIGNAL void stageChanged(queuesmith::Stage stage);
    Q_SIGNAL void attemptStarted(int attempt, int maxAttempts);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    Q_SIGNAL void finished(const queuesmith::ProvisionReport &report);

protected:
    /// `operation` has its kind, its queue, and what is to be sent; the rest is filled in.
    QueueJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        const ParsedDefinition &wanted, Operation operation, QObject *parent);

    [[nodiscard]] virtual QList<Right> rights() const = 0;
    /// The checks held; ends in run() or concludeUnsent().
    virtual void prepare(const TenantFacts &facts) = 0;
    [[nodiscard]] virtual OperationJob *newOperationJob() = 0;
    /// What the operation's context tells beyond the checks.
    virtual void addTo(OperationContext *) const { }
    [[nodiscard]] virtual AuditAction action() const = 0;

    void run();
    void concludeUnsent(ProvisionOutcome outcome, const Error &error);
    /// A read before anything is sent: it is cancelled and hurried on with the job.
    void followUnsent(Call *call);
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

    ProvisioningServices m_services;
    ProvisioningSettings m_settings;
    QueueDefinition m_definition;
    Operation m_operation;
    ProvisionReport m_report;
    QList<AuditRecord> m_signIn; ///< written with the next step

private:
    void settleEarlier();
    void takeSettled();
    [[nodiscard]] bool concernsThis(const Operation &earlier) const;
    [[nodiscard]] bool isSameWork(const Operation &earlier) const;
    [[nodiscard]] bool answersThis(const Settled &earlier) const;
    void claim();
    void validate();
    void takePreflight();
    void askForApproval(const TenantFacts &facts);
    void takeApproval(const std::optional<ApprovalFinding> &finding);
    void reject();
    void recordUnsent(const QList<AuditRecord> &records, OperationState state);
    void finish(const ProvisionReport &report);
    void conclude(const ProvisionReport &report);
    void release();
    void failEarly(const Error &error);

    QString m_reason;
    LatestEvidence m_latest;
    QJsonObject m_evidence; ///< of the approval that it is made with
    QList<ComplianceCheck> m_checks;
    QPointer<SettleJob> m_settle;
    QPointer<PreflightJob> m_preflight;
    QPointer<Call> m_read;
    QPointer<OperationJob> m_run;
    bool m_claimed = false;
    bool m_cancelled = false;
};

/// The person stopped it before anything was sent that changes the tenant.
[[nodiscard]] Error cancelledUnsentError();

} // namespace queuesmith
