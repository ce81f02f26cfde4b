#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace queuesmith {

class Activities;
class Activity;

/// One activity in the bar.
class ActivityRow final : public QWidget {
    Q_OBJECT

public:
    explicit ActivityRow(QWidget *parent = nullptr);

    void show(Activities *activities, Activity *activity);
    void refresh();
    [[nodiscard]] Activity *activity() const { return m_activity; }

private:
    QPointer<Activities> m_activities;
    QPointer<Activity> m_activity;
    QLabel *m_shape;
    QLabel *m_label;
    QPushButton *m_retry;
    QPushButton *m_cancel;
    QPushButton *m_dismiss;
};

} // namespace queuesmith
