#pragma once

#include "window/activity/outcomeanswer.h"

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
    QPushButton *addButton(const char *objectName, const QString &text, const QString &toolTip);
    void buildLayout();
    void connectButtons();
    void ask(OutcomeAnswer::Answer answer);

    QPointer<Activities> m_activities;
    QPointer<Activity> m_activity;
    QLabel *m_shape;
    QLabel *m_label;
    QList<QPushButton *> m_buttons; ///< from left to right
    QPushButton *m_retry;
    QPushButton *m_cancel;
    QPushButton *m_checkAgain;
    QPushButton *m_there;
    QPushButton *m_notThere;
    QPushButton *m_dismiss;
    OutcomeAnswer *m_answer;
};

} // namespace queuesmith
