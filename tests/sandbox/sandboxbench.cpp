#include "sandboxbench.h"

#include <QJsonDocument>

namespace queuesmith {

QByteArray RawReply::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QJsonObject RawReply::json() const { return QJsonDocument::fromJson(body).object(); }

RawReply parseReply(const QByteArray &bytes, bool closed)
{
    RawReply reply;
    reply.bytes = bytes;
    reply.closed = closed;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end >= 0 && bytes.startsWith("HTTP/1.1 ")) {
        reply.status = bytes.mid(9, 3).toInt();
        reply.head = bytes.left(end + 2);
        reply.body = bytes.mid(end + 4);
    }
    return reply;
}

SandboxBench::SandboxBench(const SandboxOptions &options)
{
    auto *server = new SandboxServer(options);
    server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, server, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        server,
        [this, server] {
            if (const Status listening = server->listen(); !listening)
                qFatal("%s", qPrintable(listening.error().message));
            m_port = static_cast<quint16>(server->baseUrl().port());
        },
        Qt::BlockingQueuedConnection);
}

SandboxBench::~SandboxBench()
{
    m_thread.quit();
    m_thread.wait();
}

SandboxOptions SandboxBench::smallEstate()
{
    SandboxOptions options;
    options.queues = 10;
    options.skills = 20;
    options.days = 14;
    return options;
}

QJsonObject SandboxBench::definition(const QString &name)
{
    const auto rule = [](const QString &type, int value) {
        return QJsonObject{{QStringLiteral("type"), type}, {QStringLiteral("value"), value}};
    };
    return {{QStringLiteral("name"), name}, {QStringLiteral("description"), QStringLiteral("d")},
        {QStringLiteral("type"), QStringLiteral("standard")}, {QStringLiteral("capacity"), 150},
        {QStringLiteral("overflow"),
            QJsonObject{{QStringLiteral("overflowType"), QStringLiteral("queue")},
                {QStringLiteral("overflowTargetId"), QJsonValue()},
                {QStringLiteral("overflowThreshold"), 75}}},
        {QStringLiteral("skillGroups"),
            QJsonArray{QStringLiteral("skill_group_id_1"), QStringLiteral("skill_group_id_2")}},
        {QStringLiteral("priority"), 1},
        {QStringLiteral("routingRules"),
            QJsonArray{
                rule(QStringLiteral("priority"), 1), rule(QStringLiteral("capacity"), 150)}}};
}

QByteArray SandboxBench::token(const QByteArray &client)
{
    const RawReply reply = plain("POST", "/api/v2/oauth/token",
        "grant_type=client_credentials&client_id=" + client + "&client_secret=demo-secret",
        {{"Content-Type", "application/x-www-form-urlencoded"}});
    return reply.json().value(QLatin1StringView("access_token")).toString().toLatin1();
}

RawReply SandboxBench::call(
    const QByteArray &method, const QByteArray &target, const QByteArray &body, Headers headers)
{
    if (m_token.isEmpty())
        m_token = token();
    headers.append(qMakePair(QByteArray("Authorization"), QByteArray("Bearer " + m_token)));
    return plain(method, target, body, headers);
}

RawReply SandboxBench::postJson(const QByteArray &target, const QJsonObject &body)
{
    return call(
        "POST", target, QJsonDocument(body).toJson(), {{"Content-Type", "application/json"}});
}

RawReply SandboxBench::plain(const QByteArray &method, const QByteArray &target,
    const QByteArray &body, const Headers &headers)
{
    QTcpSocket socket;
    connectSocket(&socket);
    Headers all = headers;
    all.append(qMakePair(QByteArray("Connection"), QByteArray("close")));
    socket.write(request(method, target, body, all));
    const bool closed =
        socket.waitForDisconnected(30000) || socket.state() == QAbstractSocket::UnconnectedState;
    return parseReply(socket.readAll(), closed);
}

void SandboxBench::setFaults(const QByteArray &script)
{
    const RawReply reply = plain("POST", "/_sandbox/faults", script);
    if (reply.status != 204)
        qFatal("%s", reply.bytes.constData());
}

QJsonObject SandboxBench::state() { return plain("GET", "/_sandbox/state").json(); }

QJsonArray SandboxBench::log()
{
    return QJsonDocument::fromJson(plain("GET", "/_sandbox/log").body).array();
}

qsizetype SandboxBench::queuesNamed(const QString &name)
{
    qsizetype count = 0;
    const QJsonArray queues = state().value(QLatin1StringView("queues")).toArray();
    for (const QJsonValue queue : queues)
        count += queue.toObject().value(QLatin1StringView("name")).toString() == name ? 1 : 0;
    return count;
}

QByteArray SandboxBench::request(const QByteArray &method, const QByteArray &target,
    const QByteArray &body, const Headers &headers)
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

void SandboxBench::connectSocket(QTcpSocket *socket) const
{
    socket->connectToHost(QStringLiteral("127.0.0.1"), port());
    if (!socket->waitForConnected(30000))
        qFatal("The demo tenant can't be reached.");
}

} // namespace queuesmith
