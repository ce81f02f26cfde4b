#pragma once

#include <QMenu>

#include <functional>

namespace queuesmith {

class Sessions;

/// The connections to choose from, each with its environment and lock. Deletes itself when it
/// closes.
class ConnectionMenu final : public QMenu {
    Q_OBJECT

public:
    /// `sessions` must outlive this; a choice opens the connection.
    ConnectionMenu(Sessions &sessions, QWidget *parent);

    /// The connection was chosen that is the current one already.
    Q_SIGNAL void currentChosen();
    Q_SIGNAL void changeRequested();

private:
    void add(const QString &name, const QString &marks, const std::function<void()> &choose);

    Sessions &m_sessions;
};

} // namespace queuesmith
