#pragma once

#include <QString>

class QListWidget;

namespace queuesmith {

class Sessions;

/// Fills the list of saved connections: name, environment, lock, and which are open. What was
/// current stays it.
void listConnections(QListWidget *list, const Sessions &sessions);

/// Of the item that is current; empty: none is.
[[nodiscard]] QString currentConnection(const QListWidget *list);

/// Makes the item of that name current, or none.
void setCurrentConnection(QListWidget *list, const QString &name);

} // namespace queuesmith
