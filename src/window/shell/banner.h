#pragma once

#include "window/appearance/status.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace queuesmith {

/// A note across the top of what it is about: shape, sentence, and one thing to do. Stays until it
/// is cleared or dismissed.
class Banner final : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void show(StatusKind kind, const QString &text);
    /// With a button that calls `act`.
    void show(
        StatusKind kind, const QString &text, const QString &button, std::function<void()> act);
    void clear();
    [[nodiscard]] bool isShowing(const QString &text) const
    {
        return isVisible() && m_text == text;
    }

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintKind();

    StatusKind m_kind = StatusKind::Info;
    QString m_text;
    QLabel *m_label;
    QPushButton *m_act;
    QPushButton *m_dismiss;
    std::function<void()> m_action;
};

} // namespace queuesmith
