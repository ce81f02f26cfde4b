#pragma once

#include "journal.h"
#include "provisionreport.h"
#include "queuedefinition.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace queuesmith {

class OperationJob;
class PreflightJob;
class SettleJob;
struct Settled;

/// Provisions one queue: settles what an earlier run left open, validates, creates with retries,
/// exports, verifies, and records all of it. When an earlier run has already sent this very
/// definition and the tenant has it, that creation is finished instead (`adopted`), and nothing is
/// sent twice. Emits finished() exactly once, from the event loop.
class ProvisionJob final : public QObject {
    Q_OBJECT

public:
    /// The records must be open. `definition` may have problems of its own: then it is rejected.
    ProvisionJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        const ParsedDefinition &definition, QObject *parent = nullptr);

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

private:
    void settleEarlier();
    void takeSettled();
    [[nodiscard]] bool answersThis(const Settled &earlier) const;
    void claim();
    void validate();
    void takePreflight();
    void create();
    void reject();
    void concludeUnsent(ProvisionOutcome outcome, const Error &error);
    void recordUnsent(const QList<AuditRecord> &records, OperationState state);
    void finish(const ProvisionReport &report);
    void failEarly(const Error &error);

    ProvisioningServices m_services;
    ProvisioningSettings m_settings;
    QueueDefinition m_definition;
    Operation m_operation;
    ProvisionReport m_report;
    QList<ComplianceCheck> m_checks;
    QList<AuditRecord> m_signIn; ///< written with the next step
    QPointer<SettleJob> m_settle;
    QPointer<PreflightJob> m_preflight;
    QPointer<OperationJob> m_create;
    bool m_claimed = false;
    bool m_cancelled = false;
};

} // namespace queuesmith
