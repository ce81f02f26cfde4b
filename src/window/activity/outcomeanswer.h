#pragma once

#include "window/activity/activity.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace queuesmith {

/// Where a person says how something ended that the tenant can't tell about: whether it is there,
/// under which id, and what was seen. Says first what follows from that; hidden until it is asked.
class OutcomeAnswer final : public QWidget {
    Q_OBJECT

public:
    enum class Answer { There, NotThere };

    explicit OutcomeAnswer(QWidget *parent = nullptr);

    /// Takes the keyboard.
    void ask(Answer answer, const OpenOutcome &outcome);

    Q_SIGNAL void given(const queuesmith::SettleDecision &decision);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLine();
    void updateButton();
    void give();
    [[nodiscard]] QString consequence() const;
    [[nodiscard]] bool needsId() const;

    QLabel *m_consequence;
    QLabel *m_idLabel;
    QLineEdit *m_id;
    QLineEdit *m_seen;
    QPushButton *m_give;
    Answer m_answer = Answer::There;
    OpenOutcome m_outcome;
};

} // namespace queuesmith
