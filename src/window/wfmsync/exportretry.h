#pragma once

#include <QObject>
#include <QPointer>

namespace queuesmith {

class Activity;
class TenantSession;
class WfmJob;

/// Delivers what the outbox still has for the session's tenant, as an activity that the person can
/// watch, hurry and cancel. One at a time.
class ExportRetry final : public QObject {
    Q_OBJECT

public:
    /// `session` must outlive this.
    explicit ExportRetry(TenantSession &session, QObject *parent = nullptr);

    void start();
    [[nodiscard]] bool isRunning() const { return !m_job.isNull(); }

    Q_SIGNAL void runningChanged(bool running);

private:
    void conclude();

    TenantSession &m_session;
    QPointer<WfmJob> m_job;
    QPointer<Activity> m_activity;
};

} // namespace queuesmith
