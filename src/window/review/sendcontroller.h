#pragma once

#include "provisioning/provisionreport.h"
#include "window/review/review.h"

#include <QObject>

namespace queuesmith {

class Activity;
class TenantSession;
struct OpenOutcome;

/// Starts creations and changes, each as an activity of its own, so that several may be under way.
class SendController final : public QObject {
    Q_OBJECT

public:
    explicit SendController(TenantSession &session, QObject *parent = nullptr);

    /// Ends in finished() with the same `document`. When nothing may be sent at all, that is said
    /// as an activity, and nothing is started.
    void send(const Review &review, const QString &reason, const QString &document);

    Q_SIGNAL void finished(const QString &document, const queuesmith::ProvisionReport &report);

private:
    void conclude(Activity &activity, const ProvisionReport &report, const OpenOutcome &open);

    TenantSession &m_session;
};

} // namespace queuesmith
