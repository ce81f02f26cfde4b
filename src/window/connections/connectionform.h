#pragma once

#include "connection.h"
#include "result.h"

namespace Ui {
class ConnectionsPage;
}

namespace queuesmith {

/// Between the fields of the page and a Connection.
class ConnectionForm final {
public:
    explicit ConnectionForm(Ui::ConnectionsPage &ui)
        : m_ui(ui)
    {
    }

    void show(const Connection &connection);
    /// The secret isn't part of it. Kind Usage; `detail` is the field's object name.
    [[nodiscard]] Result<Connection> read() const;

private:
    Ui::ConnectionsPage &m_ui;
};

} // namespace queuesmith
