#pragma once

#include "domain/result.h"
#include "provisioning/provisionreport.h"
#include "records/journal.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace queuesmith {

class ExportJob;
class SettleJob;

/// Delivers every event-stream export that the outbox still has for the tenant, one after the
/// other, after what an earlier run left open is settled. Emits finished() exactly once.
class WfmJob final : public QObject {
    Q_OBJECT

public:
    WfmJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
        QObject *parent = nullptr);

    void start();
    void cancel();
    void retryNow();

    /// What was tried, as it stands now.
    [[nodiscard]] const QList<ExportTask> &tasks() const { return m_tasks; }
    /// The first thing that went wrong.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    Q_SIGNAL void attemptStarted(int attempt, int maxAttempts);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    Q_SIGNAL void finished();

private:
    void deliverNext();
    void note(const std::optional<Error> &error);

    ProvisioningServices m_services;
    ProvisioningSettings m_settings;
    QPointer<SettleJob> m_settle;
    QPointer<ExportJob> m_export;
    QList<ExportTask> m_left;
    QList<ExportTask> m_tasks;
    std::optional<Error> m_error;
    bool m_cancelled = false;
};

} // namespace queuesmith
