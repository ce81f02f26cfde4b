#pragma once

#include "cxone/connection.h"
#include "cxone/tenantclient.h"

#include <QObject>
#include <QPointer>

namespace queuesmith {

class Sessions;

/// Tries a connection before it is saved: token, scopes, and each endpoint that is needed. Changes
/// nothing. A newer test replaces the one that goes on.
class ConnectionTest final : public QObject {
    Q_OBJECT

public:
    explicit ConnectionTest(const Sessions &sessions, QObject *parent = nullptr);

    void start(const Connection &connection, const QByteArray &secret);
    void stop();

    Q_SIGNAL void finished(const queuesmith::CheckReport &report);
    Q_SIGNAL void failed(const queuesmith::Error &error);

private:
    const Sessions &m_sessions;
    QPointer<QObject> m_attempt; ///< owns the client; its death ends the test
};

} // namespace queuesmith
