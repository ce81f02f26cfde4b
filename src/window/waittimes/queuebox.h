#pragma once

#include <QString>

class QComboBox;

namespace queuesmith {

/// Lets a person find one of many queues by a part of its name: typing lists those that have it.
/// What is no queue's name gives way to the one that is shown. The model must be set.
void makeFindable(QComboBox &box);

/// Keeps what a person is typing while the box gets other rows.
class TypedText final {
public:
    explicit TypedText(QComboBox &box);
    ~TypedText();
    Q_DISABLE_COPY_MOVE(TypedText)

private:
    QComboBox &m_box;
    QString m_text; ///< null: nobody is typing
    int m_cursor = 0;
};

} // namespace queuesmith
