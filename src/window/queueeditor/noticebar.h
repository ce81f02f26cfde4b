#pragma once

#include "window/appearance/status.h"

#include <QFrame>
#include <QList>
#include <QString>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace queuesmith {

/// One thing to say or to ask at the top of a page, with a button for each way to go on. There only
/// while there is something.
class NoticeBar final : public QFrame {
    Q_OBJECT

public:
    struct Choice {
        QString objectName; ///< of its button
        QString text;
        std::function<void()> act; ///< called after the bar has gone; may show the next notice
    };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// Takes the place of what was said before.
    void say(StatusKind kind, const QString &text, const QList<Choice> &choices);
    /// The same with `Dismiss` only.
    void say(StatusKind kind, const QString &text);
    void clear();
    [[nodiscard]] QString text() const; ///< with its shape; empty: nothing is said

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QHBoxLayout *m_row;
    QLabel *m_label;
    QString m_text; ///< in full
    StatusKind m_kind = StatusKind::Info;
};

} // namespace queuesmith
