#pragma once

#include "window/activity/activity.h"

#include <QList>
#include <QObject>

namespace queuesmith {

/// The activities of a session, oldest first. One that succeeded leaves by itself after a while;
/// any other end stays until the person has read and dismissed it, or it is overtaken.
class Activities final : public QObject {
    Q_OBJECT

public:
    explicit Activities(Clock &clock, QObject *parent = nullptr);

    /// Belongs to this list.
    Activity *begin(const QString &title);
    void dismiss(Activity *activity);
    /// What ended about this subject no longer counts; `keep`, the newest word on it, stays.
    void supersede(const QString &subject, const Activity *keep = nullptr);

    [[nodiscard]] const QList<Activity *> &all() const { return m_all; }
    [[nodiscard]] int running() const;
    void cancelAll();

    /// The tenant is to be asked again how what is open has ended.
    void checkAgain() { Q_EMIT checkAgainRequested(); }
    /// A person says how it ended.
    void declare(const SettleDecision &decision) { Q_EMIT declared(decision); }

    Q_SIGNAL void begun(queuesmith::Activity *activity);
    /// Of one that was dismissed; it is deleted after this.
    Q_SIGNAL void dismissed(queuesmith::Activity *activity);
    Q_SIGNAL void concluded(queuesmith::Activity *activity);
    /// The last one that ran is over.
    Q_SIGNAL void allConcluded();
    Q_SIGNAL void checkAgainRequested();
    Q_SIGNAL void declared(const queuesmith::SettleDecision &decision);

private:
    Clock &m_clock;
    QList<Activity *> m_all;
};

} // namespace queuesmith
