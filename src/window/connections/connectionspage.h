#pragma once

#include "connectionform.h"
#include "status.h"
#include "tenantclient.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ConnectionsPage;
}

namespace queuesmith {

class ConnectionTest;
class Sessions;

/// Saved connections and the form of one: enter, test, save, remove.
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

private:
    void connectParts();
    void prepareCapacity();
    void listSaved();
    void showNote(StatusKind kind, const QString &text);
    /// The form as a connection, or empty after the note and the focus say what is wrong.
    std::optional<Connection> readForm();
    /// Hands on the secret that was typed, or else the one that the keychain has.
    void withSecret(const QString &name, const std::function<void(const QByteArray &)> &use);
    void test();
    void showReport(const CheckReport &report);
    void save();
    void keepSecret(const Connection &connection, const QByteArray &secret);
    void remove();

    std::unique_ptr<Ui::ConnectionsPage> m_ui;
    ConnectionForm m_form;
    Sessions &m_sessions;
    ConnectionTest *m_test;
};

} // namespace queuesmith
