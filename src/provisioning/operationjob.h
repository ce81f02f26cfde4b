#pragma once

#include "provisioning/queueoperation.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace queuesmith {

class EffectJob;
class ExportJob;
class VerifyJob;

/// Brings one operation to its end, from whatever state the journal has it in: announce, send,
/// read back, export, verify, record. Each state is on disk before the step that it announces, so
/// that a crash at any instant leaves an operation that another job can take up. Emits finished()
/// exactly once, from the event loop.
class OperationJob final : public QObject {
    Q_OBJECT

public:
    /// One that is Planned is sent; one that an earlier run left open is never sent again.
    OperationJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        QueueOperation operation, QObject *parent = nullptr);

    /// The person's word in place of the tenant's, for an operation whose effect isn't known.
    void setDecision(const SettleDecision &decision) { m_decision = decision; }

    void start();
    /// Nothing new is sent; for a look at what was sent kLastLook is left.
    void cancel();
    void retryNow();

    Q_SIGNAL void stageChanged(queuesmith::Stage stage);
    Q_SIGNAL void attemptStarted(int attempt, int maxAttempts);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    Q_SIGNAL void finished(const queuesmith::ProvisionReport &report);

private:
    void takeUp();
    void takeDecision();
    void announce();
    void findEffect(bool maySend);
    void takeApplied(const QString &queueId, bool wasFound);
    void exportEvents();
    void takeExport();
    void verify();
    void takeUnseen();
    void concludeApplied(const std::optional<Queue> &queue, const QString &why);
    void concludeWithout(OperationState state, const Error &error);
    void commit(
        OperationState state, const QList<AuditRecord> &records, const std::function<void()> &next);
    void storageFailed(const Error &error);
    void finish();

    ProvisioningServices m_services;
    ProvisioningSettings m_settings;
    QueueOperation m_operation;
    std::optional<SettleDecision> m_decision; ///< until it is taken
    bool m_isApplied = false;
    std::optional<Error> m_error; ///< of what comes after it is applied
    QPointer<EffectJob> m_effect;
    QPointer<ExportJob> m_export;
    QPointer<VerifyJob> m_verify;
};

} // namespace queuesmith
