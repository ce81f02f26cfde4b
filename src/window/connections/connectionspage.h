#pragma once

#include "cxone/tenantclient.h"
#include "window/appearance/status.h"
#include "window/connections/connectionform.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class ConnectionsPage;
}

namespace queuesmith {

class ConnectionTest;
class Sessions;

/// Saved connections and the form of one: enter, test, save, connect, remove.
class ConnectionsPage final : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionsPage(Sessions &sessions, QWidget *parent = nullptr);
    ~ConnectionsPage() override;

    /// An empty form.
    void startNew();
    /// The form of a saved connection, with a note about it where there is one.
    void edit(const QString &name, const QString &note = {});

    /// The connection works, but its secret will have to be entered again at the next start.
    Q_SIGNAL void secretNotKept(const QString &name, const queuesmith::Error &error);
    Q_SIGNAL void secretKept(const QString &name);

private:
    enum class After { Stay, Open };

    void connectParts();
    void fitToFont();
    void prepareCapacity();
    void listSaved();
    void foldAdvanced(bool open);
    void show(const Connection &connection);
    void showNote(StatusKind kind, const QString &text);
    /// The form as a connection, or empty after the note and the focus say what is wrong.
    std::optional<Connection> readForm();
    /// Hands on the secret that was typed, or else the one that is kept.
    void withSecret(const QString &name, const std::function<void(const QByteArray &)> &use);
    /// Under which name the secret of what is in the form is kept.
    [[nodiscard]] QString secretName(const Connection &connection) const;
    void test();
    void showReport(const CheckReport &report);
    void save();
    void open();
    void keep(const Connection &connection, After after);
    void keepSecret(const Connection &connection, const QByteArray &secret, After after);
    void tellSaved();
    void remove();
    void forget(const QString &name);

    std::unique_ptr<Ui::ConnectionsPage> m_ui;
    ConnectionForm m_form;
    Sessions &m_sessions;
    ConnectionTest *m_test;
    QString m_editing; ///< the saved connection that the form shows; empty: a new one
    std::optional<Connection> m_tested; ///< what the test that goes on is of
};

} // namespace queuesmith
