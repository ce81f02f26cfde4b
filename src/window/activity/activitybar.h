#pragma once

#include <QFrame>
#include <QList>
#include <QTimer>

class QLabel;
class QVBoxLayout;

namespace queuesmith {

class Activities;
class Activity;
class ActivityRow;

/// What is under way, at the foot of the window: a row each, with its countdown, `Retry now` and
/// `Cancel`. There only while something runs, or ended in a way that the person should read. Of
/// many at once a handful is shown, those that need the person first, and the others are counted.
class ActivityBar final : public QFrame {
    Q_OBJECT

public:
    explicit ActivityBar(QWidget *parent = nullptr);

    /// Shows these from now on; null: none.
    void setActivities(Activities *activities);

protected:
    void changeEvent(QEvent *event) override;

private:
    void scheduleArrange();
    void arrange();

    Activities *m_activities = nullptr;
    QVBoxLayout *m_rows;
    QLabel *m_more;
    QList<ActivityRow *> m_shown;
    QTimer m_arranging; ///< several changes make one new arrangement
    QTimer m_counting; ///< ticks while something runs
};

} // namespace queuesmith
