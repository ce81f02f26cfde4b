#include "scriptedserver.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

#include <sys/socket.h>

namespace queuesmith {

QByteArray SeenRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

ScriptedAnswer ScriptedAnswer::json(
    int status, const QByteArray &body, const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status)
        + " Scripted\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    return raw(bytes + "\r\n" + body, false);
}

ScriptedAnswer ScriptedAnswer::raw(const QByteArray &bytes, bool close)
{
    ScriptedAnswer answer;
    answer.bytes = bytes;
    answer.close = close;
    return answer;
}

ScriptedAnswer ScriptedAnswer::closed() { return raw({}, true); }
ScriptedAnswer ScriptedAnswer::hang() { return raw({}, false); }

ScriptedServer::ScriptedServer(QObject *parent)
    : QTcpServer(parent)
{
    listen(QHostAddress::LocalHost);
}

void ScriptedServer::secureWith(const QByteArray &certificate, const QByteArray &key)
{
    m_certificate = certificate;
    m_key = key;
}

QUrl ScriptedServer::url(const QString &path) const
{
    const QString scheme = m_key.isEmpty() ? QStringLiteral("http") : QStringLiteral("https");
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3").arg(scheme).arg(serverPort()).arg(path));
}

void ScriptedServer::closeIdleConnections()
{
    for (const auto &connection : std::as_const(m_open)) {
        if (connection->socket && !connection->busy)
            connection->socket->disconnectFromHost();
    }
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    auto connection = std::make_shared<Connection>();
    connection->number = ++m_connections;
    m_open.append(connection);
    if (m_key.isEmpty()) {
        connection->socket = new QTcpSocket(this);
        connection->socket->setSocketDescriptor(descriptor);
    } else {
        auto *socket = new QSslSocket(this);
        connection->socket = socket;
        socket->setSocketDescriptor(descriptor);
        socket->setLocalCertificate(QSslCertificate(m_certificate));
        socket->setPrivateKey(QSslKey(m_key, QSsl::Rsa));
    }
    QTcpSocket *socket = connection->socket;
    connect(socket, &QTcpSocket::readyRead, this, [this, connection] { readFrom(connection); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    begin(connection);
}

void ScriptedServer::begin(const std::shared_ptr<Connection> &connection)
{
    if (!m_script.empty() && m_script.front().beforeRequest) {
        act(connection, take());
        return;
    }
    if (auto *secure = qobject_cast<QSslSocket *>(connection->socket))
        secure->startServerEncryption();
}

void ScriptedServer::readFrom(const std::shared_ptr<Connection> &connection)
{
    connection->unread += connection->socket->readAll();
    if (connection->busy)
        return;
    const qsizetype end = connection->unread.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    SeenRequest request;
    request.connection = connection->number;
    QList<QByteArray> lines = connection->unread.left(end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    const bool early = !m_script.empty() && m_script.front().atHeaders;
    const qsizetype length = early ? 0 : request.header("Content-Length").toLongLong();
    if (connection->unread.size() < end + 4 + length)
        return;
    request.body = connection->unread.mid(end + 4, length);
    connection->unread.remove(0, end + 4 + length);
    m_requests.append(request);
    connection->busy = true;
    act(connection, take());
}

ScriptedAnswer ScriptedServer::take()
{
    if (m_script.empty()) {
        if (m_otherwise)
            return *m_otherwise;
        ++m_unscripted;
        return ScriptedAnswer::json(599);
    }
    ScriptedAnswer answer = m_script.front();
    m_script.pop_front();
    return answer;
}

void ScriptedServer::act(
    const std::shared_ptr<Connection> &connection, const ScriptedAnswer &answer)
{
    if (answer.dripMs > 0) {
        drip(connection, answer, 0);
        return;
    }
    if (!answer.bytes.isEmpty())
        connection->socket->write(answer.bytes);
    finishAnswer(connection, answer);
}

void ScriptedServer::drip(
    const std::shared_ptr<Connection> &connection, const ScriptedAnswer &answer, qsizetype at)
{
    if (!connection->socket)
        return;
    if (at >= answer.bytes.size() && !answer.dripForever) {
        finishAnswer(connection, answer);
        return;
    }
    const qsizetype index = std::min(at, answer.bytes.size() - 1);
    connection->socket->write(answer.bytes.mid(index, 1));
    QTimer::singleShot(answer.dripMs, connection->socket,
        [this, connection, answer, at] { drip(connection, answer, at + 1); });
}

void ScriptedServer::finishAnswer(
    const std::shared_ptr<Connection> &connection, const ScriptedAnswer &answer)
{
    QTcpSocket *socket = connection->socket;
    if (answer.reset) {
        const linger abortive{1, 0};
        ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &abortive,
            sizeof abortive);
        socket->abort();
    } else if (answer.close) {
        socket->disconnectFromHost();
    }
    const bool hanging = answer.bytes.isEmpty() && !answer.close && !answer.reset;
    connection->busy = hanging;
    if (answer.then)
        answer.then();
    // A request that arrived while this answer was still under way would otherwise never be read.
    if (connection->socket && !connection->unread.isEmpty())
        readFrom(connection);
}

} // namespace queuesmith
