#include "demotenant.h"
#include "patience.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <csignal>

#include <sys/prctl.h>

namespace queuesmith {

namespace {

/// With the contract's defaults filled in.
QJsonObject whole(const QJsonObject &definition)
{
    QJsonObject overflow{{QStringLiteral("overflowType"), QStringLiteral("queue")},
        {QStringLiteral("overflowTargetId"), QJsonValue::Null},
        {QStringLiteral("overflowThreshold"), 80}};
    const QJsonObject told = definition.value(QLatin1StringView("overflow")).toObject();
    for (auto member = told.begin(); member != told.end(); ++member)
        overflow.insert(member.key(), member.value());
    const auto rule = [](const char *type, const QJsonValue &value) {
        return QJsonObject{
            {QStringLiteral("type"), QString::fromLatin1(type)}, {QStringLiteral("value"), value}};
    };
    QJsonObject object{{QStringLiteral("description"), QStringLiteral("Provisioned via API")},
        {QStringLiteral("type"), QStringLiteral("standard")}, {QStringLiteral("priority"), 5},
        {QStringLiteral("skillGroups"), QJsonArray()},
        {QStringLiteral("routingRules"),
            QJsonArray{rule("priority", 5),
                rule("capacity", definition.value(QLatin1StringView("capacity")))}}};
    for (auto member = definition.begin(); member != definition.end(); ++member)
        object.insert(member.key(), member.value());
    object.insert(QLatin1StringView("overflow"), overflow);
    return object;
}
} // namespace

DemoTenant::DemoTenant(const QStringList &options)
{
    QStringList arguments = options;
    const auto unlessTold = [&](const char *name, const char *value) {
        if (!options.contains(QString::fromLatin1(name)))
            arguments += {QString::fromLatin1(name), QString::fromLatin1(value)};
    };
    unlessTold("--queues", "12");
    unlessTold("--skills", "20");
    unlessTold("--days", "1");
    // A test that crashes leaves no tenant behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(QUEUESMITH_SANDBOX), arguments);
    QByteArray line;
    while (!line.endsWith('\n') && m_process.waitForReadyRead(kPatience))
        line += m_process.readLine();
    static const QRegularExpression pattern(QStringLiteral("^listening on (http://[0-9.:]+)\n$"));
    const auto match = pattern.match(QString::fromUtf8(line));
    m_url = match.captured(1);
    m_port = static_cast<quint16>(QUrl(m_url).port(0));
}

DemoTenant::~DemoTenant()
{
    m_process.terminate();
    m_process.waitForFinished(kPatience);
}

DemoTenant::Reply DemoTenant::call(
    const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    socket.write(method + ' ' + target
        + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\nContent-Type: "
        + (target.contains("oauth") ? "application/x-www-form-urlencoded" : "application/json")
        + (m_token.isEmpty() ? QByteArray() : "\r\nAuthorization: Bearer " + m_token)
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray bytes;
    while (
        socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(kPatience))
        bytes += socket.readAll();
    bytes += socket.readAll();
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    return {bytes.mid(9, 3).toInt(), headEnd < 0 ? QByteArray() : bytes.mid(headEnd + 4)};
}

void DemoTenant::setFaults(const QByteArray &script)
{
    const Reply reply = call("POST", "/_sandbox/faults", script);
    if (reply.status != 204)
        qFatal("The fault script is refused: %s", reply.body.constData());
}

void DemoTenant::signIn()
{
    if (!m_token.isEmpty())
        return;
    const Reply grant = call("POST", "/api/v2/oauth/token",
        "grant_type=client_credentials&client_id=demo&client_secret=demo-secret");
    m_token = QJsonDocument::fromJson(grant.body)[QLatin1StringView("access_token")]
                  .toString()
                  .toLatin1();
}

QString DemoTenant::addQueue(const QJsonObject &definition)
{
    signIn();
    const Reply made = call("POST", "/api/v2/queues", QJsonDocument(whole(definition)).toJson());
    return QJsonDocument::fromJson(made.body)[QLatin1StringView("id")].toString();
}

void DemoTenant::changeQueue(const QString &id, const QJsonObject &definition)
{
    signIn();
    const Reply reply =
        call("PUT", "/api/v2/queues/" + id.toLatin1(), QJsonDocument(definition).toJson());
    if (reply.status != 200)
        qFatal("The demo tenant refused the change: %s", reply.body.constData());
}

void DemoTenant::reset()
{
    (void)call("POST", "/_sandbox/reset");
    m_token.clear();
}

QJsonArray DemoTenant::queues()
{
    const Reply state = call("GET", "/_sandbox/state");
    return QJsonDocument::fromJson(state.body)[QLatin1StringView("queues")].toArray();
}

QJsonArray DemoTenant::exports()
{
    const Reply state = call("GET", "/_sandbox/state");
    return QJsonDocument::fromJson(state.body)[QLatin1StringView("exports")].toArray();
}

int DemoTenant::queuesNamed(const QString &name)
{
    int count = 0;
    const QJsonArray all = queues();
    for (const QJsonValue &queue : all)
        count += queue[QLatin1StringView("name")].toString() == name ? 1 : 0;
    return count;
}

QJsonArray DemoTenant::log()
{
    return QJsonDocument::fromJson(call("GET", "/_sandbox/log").body).array();
}

int DemoTenant::requests(const QString &method, const QString &path)
{
    int count = 0;
    const QJsonArray entries = log();
    for (const QJsonValue &entry : entries) {
        const QString target = entry[QLatin1StringView("path")].toString().section(u'?', 0, 0);
        if (entry[QLatin1StringView("method")].toString() == method && target == path)
            ++count;
    }
    return count;
}

int DemoTenant::creations()
{
    return requests(QStringLiteral("POST"), QStringLiteral("/api/v2/queues"));
}

bool DemoTenant::awaitRequests(const QString &method, const QString &path, int count)
{
    return QTest::qWaitFor([&] { return requests(method, path) >= count; }, kPatience);
}

} // namespace queuesmith
