#pragma once

#include "domain/result.h"
#include "provisioning/provisionreport.h"
#include "provisioning/readback.h"
#include "records/journal.h"

#include <QObject>
#include <QPointer>

namespace queuesmith {

class Call;
struct ExportAnswer;

/// Delivers one event-stream export to the tenant, from whatever state the outbox has it in. An
/// export that was sent is looked for by its name before it is sent again. Emits finished() exactly
/// once.
class ExportJob final : public QObject {
    Q_OBJECT

public:
    /// An export is sent again after a window of at most this, since its name lets a repeat be
    /// recognised.
    static constexpr std::chrono::milliseconds kLongestWindow{2'000};

    ExportJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        ExportTask task, bool maySend, QObject *parent = nullptr);

    void start();
    void cancel();
    void retryNow();

    [[nodiscard]] const ExportTask &task() const { return m_task; }
    [[nodiscard]] const QList<qint64> &auditSeq() const { return m_auditSeq; }
    /// Why the export isn't delivered; a Storage error when that couldn't be recorded.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    Q_SIGNAL void attemptStarted(int attempt, int maxAttempts);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    Q_SIGNAL void finished();

private:
    void order();
    void send(const WfmDestination &destination);
    void takeAnswer(const ExportAnswer &answer);
    void lookForIt();
    void takeLook(const Look &look);
    void settle(ExportState state, AuditOutcome outcome);
    void record(ExportState state, AuditOutcome outcome, std::function<void()> next);
    void delivered(const QString &exportId, const QString &status);

    ProvisioningServices m_services;
    ProvisioningSettings m_settings;
    ExportTask m_task;
    bool m_maySend;
    bool m_cancelled = false;
    std::chrono::milliseconds m_cancelledAt{0}; ///< on the monotonic clock
    int m_rounds = 0;
    int m_httpStatus = 0;
    QString m_foundId;
    QString m_foundStatus;
    QPointer<Call> m_call;
    QPointer<ReadBack> m_readBack;
    std::optional<Error> m_error;
    QList<qint64> m_auditSeq;
};

/// `initiated`, `active`, `pending`, `failed`, `none`: how far an export has come.
[[nodiscard]] EventStreamSync syncOf(const ExportTask &task);

} // namespace queuesmith
