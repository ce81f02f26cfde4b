#include "window/connections/connectiontest.h"

#include "window/session/sessions.h"

namespace queuesmith {

ConnectionTest::ConnectionTest(const Sessions &sessions, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
{
}

void ConnectionTest::start(const Connection &connection, const QByteArray &secret)
{
    stop();
    m_attempt = new QObject(this);
    const Result<TenantClient *> client = m_sessions.trial(connection, secret, m_attempt);
    if (!client) {
        stop();
        Q_EMIT failed(client.error());
        return;
    }
    client.value()->check(m_attempt, [this](const CheckReport &report) {
        stop();
        Q_EMIT finished(report);
    });
}

void ConnectionTest::stop()
{
    if (m_attempt)
        m_attempt->deleteLater();
    m_attempt.clear();
}

} // namespace queuesmith
