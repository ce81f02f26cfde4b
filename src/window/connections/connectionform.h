#pragma once

#include "cxone/connection.h"
#include "domain/result.h"

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

    /// What the form has no field for stays as it is in this connection.
    void show(const Connection &connection);
    /// The secret isn't part of it. Kind Usage; `detail` is the field's object name.
    [[nodiscard]] Result<Connection> read() const;
    /// Whether the fields say something else than what was shown.
    [[nodiscard]] bool isChanged() const;
    /// Whether a setting that is folded away isn't the usual one.
    [[nodiscard]] bool hasRareSettings() const;

private:
    Ui::ConnectionsPage &m_ui;
    Connection m_shown;
};

} // namespace queuesmith
