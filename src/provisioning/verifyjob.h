#pragma once

#include "provisioning/queueoperation.h"

#include <QObject>
#include <QPointer>

namespace queuesmith {

/// Reads a queue back that the tenant has said to have, created or changed. One that was created
/// may take its time to show; one that doesn't by the end of the window may never have been made,
/// whatever the tenant has answered. Emits verified() or unseen(), exactly once.
class VerifyJob final : public QObject {
    Q_OBJECT

public:
    /// `operation` must outlive the job. A created queue is waited for as long as `window`.
    VerifyJob(const ProvisioningServices &services, const QueueOperation &operation,
        std::chrono::milliseconds window, QObject *parent);

    void start();
    /// The operation says that it is cancelled.
    void cancel();
    void retryNow();

    Q_SIGNAL void stageChanged(queuesmith::Stage stage);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    /// `queue` is empty when it couldn't be read; `why` says so.
    Q_SIGNAL void verified(const std::optional<queuesmith::Queue> &queue, const QString &why);
    /// The tenant answers, and doesn't have it.
    Q_SIGNAL void unseen();

private:
    void look();
    void lookInList();
    void takeList(const Result<Listing<Queue>> &queues);
    void lookLater();
    void concludeUnseen();

    ProvisioningServices m_services;
    const QueueOperation &m_operation;
    std::chrono::milliseconds m_window;
    std::chrono::milliseconds m_lookStarted{0};
    std::optional<std::chrono::milliseconds> m_unseenSince; ///< begin of the first look in vain
    QPointer<Call> m_call;
    Clock::Timer m_next;
};

} // namespace queuesmith
