#pragma once

#include "exportjob.h"
#include "journal.h"
#include "operationcontext.h"
#include "provisionreport.h"
#include "queue.h"
#include "readback.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace queuesmith {

class Call;
struct CreateAnswer;

/// Brings one operation of the journal to its end, from whatever state it is in: sends, reads back,
/// exports, verifies, records. Each state is on disk before the step that it announces, so that a
/// crash at any instant leaves an operation that another OperationJob can take up.
/// Emits finished() exactly once, from the event loop.
class OperationJob final : public QObject {
    Q_OBJECT

public:
    /// Whether an operation that turns out not to be applied may be sent.
    enum class Sending { Allowed, Forbidden };

    OperationJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        Operation operation, Sending sending, QObject *parent = nullptr);

    /// Records that are written together with the first step, in the same transaction.
    void setEarlierRecords(const QList<AuditRecord> &records) { m_earlierRecords = records; }
    /// The outbox's row, when the operation had come as far as that.
    void setExportTask(const ExportTask &task) { m_exportTask = task; }

    /// The person's word in place of the tenant's, for an operation whose effect isn't known.
    void setDecision(const SettleDecision &decision) { m_decision = decision; }

    void start();
    /// Nothing new is sent; what was sent gets one look of at most two seconds.
    void cancel();
    void retryNow();

    [[nodiscard]] const Operation &operation() const { return m_operation; }

    Q_SIGNAL void stageChanged(queuesmith::Stage stage);
    Q_SIGNAL void attemptStarted(int attempt, int maxAttempts);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    Q_SIGNAL void finished(const queuesmith::ProvisionReport &report);

private:
    using Next = std::function<void()>;

    void takeUp();
    void takeDecision();
    void announce();
    void send();
    void takeAnswer(const CreateAnswer &answer);
    void readBack();
    void takeLook(const Look &look);
    void takeAbsent();
    void settleCreated(const QString &queueId, bool adopted);
    void exportEvents();
    void takeExport();
    void verify();
    void verifyByName();
    void concludeCreated(const std::optional<QJsonObject> &theirs, const QString &why);
    void concludeNotCreated(ProvisionOutcome outcome, OperationState state, const Error &error);
    void concludeUnknown(const Error &error);
    [[nodiscard]] AuditRecord recordOf(AuditOutcome outcome) const;
    void commit(OperationState state, const QList<AuditRecord> &records, Next next);
    void storageFailed(const Error &error);
    void finish();
    [[nodiscard]] ExportTask newExportTask() const;
    [[nodiscard]] RequestLimits limitsLeft() const;
    [[nodiscard]] std::chrono::milliseconds demandedWait() const;
    [[nodiscard]] std::chrono::milliseconds lookWindow() const;
    void measureLatency();

    ProvisioningServices m_services;
    ProvisioningSettings m_settings;
    Operation m_operation;
    OperationContext m_context;
    Sending m_sending;
    QList<AuditRecord> m_earlierRecords;
    std::optional<ExportTask> m_exportTask;
    std::optional<SettleDecision> m_decision;
    bool m_adopted = false;
    bool m_cancelled = false;
    int m_sendsStarted = 0;
    std::chrono::milliseconds m_deadlineUsed{0};
    std::optional<std::chrono::milliseconds> m_firstSent; ///< on the monotonic clock, this run only
    std::optional<Error> m_error;
    std::optional<Queue> m_found;
    QPointer<Call> m_call;
    QPointer<ReadBack> m_readBack;
    QPointer<ExportJob> m_exportJob;
    ProvisionReport m_report;
};

} // namespace queuesmith
