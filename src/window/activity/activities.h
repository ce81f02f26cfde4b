#pragma once

#include "activity.h"

#include <QList>
#include <QObject>

namespace queuesmith {

/// The activities of a session, oldest first. One that succeeded leaves by itself after a while;
/// any other end stays until the person has read and dismissed it.
class Activities final : public QObject {
    Q_OBJECT

public:
    explicit Activities(Clock &clock, QObject *parent = nullptr);

    /// Belongs to this list.
    Activity *begin(const QString &title);
    void dismiss(Activity *activity);

    [[nodiscard]] const QList<Activity *> &all() const { return m_all; }
    [[nodiscard]] int running() const;
    void cancelAll();

    Q_SIGNAL void begun(queuesmith::Activity *activity);
    /// Of one that was dismissed; it is deleted after this.
    Q_SIGNAL void dismissed(queuesmith::Activity *activity);
    Q_SIGNAL void concluded(queuesmith::Activity *activity);
    /// The last one that ran is over.
    Q_SIGNAL void allConcluded();

private:
    Clock &m_clock;
    QList<Activity *> m_all;
};

} // namespace queuesmith
