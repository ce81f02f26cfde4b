#include "sandbox/sandboxserver.h"

#include "sandbox/exchangelog.h"
#include "sandbox/faultdelivery.h"
#include "sandbox/sandboxtenant.h"
#include "sandbox/wireconnection.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace queuesmith {

using namespace sandbox;

namespace {

constexpr QByteArrayView kControlPrefix("/_sandbox/");

Error usageError(const QString &message)
{
    return Error::of(ErrorKind::Usage, "bad_option", message);
}

WireAnswer plainRefusal(int status, const QString &code, const QString &message)
{
    return jsonAnswer(
        status, {{QStringLiteral("code"), code}, {QStringLiteral("message"), message}});
}

const QString kTrim = QStringLiteral("trim");
const QString kLower = QStringLiteral("lower");
const QString kNfc = QStringLiteral("nfc");

NameForm nameForm(const QStringList &words)
{
    return {words.contains(kTrim), words.contains(kLower), words.contains(kNfc)};
}

} // namespace

struct SandboxServer::Exchange {
    QPointer<WireConnection> connection; ///< null when the client has gone
    WireRequest request;
    std::shared_ptr<ExchangeLog::Entry> entry;
};

SandboxServer::SandboxServer(SandboxOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_listener(new QTcpServer(this))
    , m_faults(std::make_unique<FaultScript>())
    , m_log(std::make_unique<ExchangeLog>())
{
    connect(m_listener, &QTcpServer::newConnection, this, &SandboxServer::acceptConnections);
}

SandboxServer::~SandboxServer() = default;

Status SandboxServer::checkOptions() const
{
    const QStringList assumedIntervals{
        QStringLiteral("HOURLY"), QStringLiteral("HALF_HOURLY"), QStringLiteral("QUARTER_HOURLY")};
    for (const QString &lacking : m_options.lacks) {
        if (assumedIntervals.contains(lacking))
            continue;
        const auto all = operations();
        const auto found =
            std::find_if(all.begin(), all.end(), [&lacking](const Operation &operation) {
                return lacking == QLatin1StringView(operation.id);
            });
        if (found == all.end())
            return usageError(
                QStringLiteral("The contract has no operation “%1” that could lack.").arg(lacking));
        if (found->origin == Operation::Origin::Given)
            return usageError(
                QStringLiteral("Every tenant has “%1”. Only assumed operations can lack.")
                    .arg(lacking));
    }
    for (const QString &word : m_options.names) {
        if (word != kTrim && word != kLower && word != kNfc)
            return usageError(
                QStringLiteral("Names are changed by trim, lower or nfc, not by “%1”.").arg(word));
    }
    const bool inRange = m_options.queues >= 0 && m_options.skills >= 0 && m_options.days >= 0
        && m_options.rateLimit >= 0 && m_options.latency.count() >= 0
        && m_options.tokenLife.count() >= 0;
    return inRange ? Status(Done{})
                   : usageError(QStringLiteral("A size, limit or duration is negative."));
}

Status SandboxServer::listen()
{
    if (Status checked = checkOptions(); !checked)
        return checked;
    Result<FaultScript> script = FaultScript::parse(m_options.faults);
    if (!script)
        return script.error();
    reset();
    *m_faults = std::move(script).value();
    if (m_listener->listen(QHostAddress::LocalHost, m_options.port))
        return Done{};
    return Error::of(ErrorKind::Transport, "cannot_listen",
        QStringLiteral(
            "The demo tenant can't listen on port %1: %2. Choose another port, or 0 for any.")
            .arg(m_options.port)
            .arg(m_listener->errorString()));
}

QUrl SandboxServer::baseUrl() const
{
    if (!m_listener->isListening())
        return {};
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_listener->serverPort()));
}

void SandboxServer::reset()
{
    m_tenant = std::make_unique<SandboxTenant>(
        TenantSettings{{m_options.queues, m_options.skills, m_options.days, m_options.seed},
            m_options.tokenLife, m_options.rateLimit, nameForm(m_options.names), m_options.lacks},
        m_clock);
    *m_faults = FaultScript();
    m_log->clear();
}

void SandboxServer::acceptConnections()
{
    while (QTcpSocket *socket = m_listener->nextPendingConnection()) {
        auto *connection = new WireConnection(socket, this);
        connect(connection, &WireConnection::closed, connection, &QObject::deleteLater);
        connect(connection, &WireConnection::requestReceived, this,
            [this, connection](const WireRequest &request) { serve(connection, request); });
        connect(connection, &WireConnection::requestRefused, this,
            [this, connection](const WireReader::Refusal &refused) {
                const auto entry = m_log->begin({"?", "?", {}, {}, false}, m_clock.elapsed());
                const WireAnswer answer =
                    plainRefusal(refused.status, QStringLiteral("malformed_request"), refused.why);
                const WireBytes bytes = toBytes(answer, false, false);
                carryOut({connection, entry->request, entry},
                    {Delivery::Kind::Send, answer, bytes.head + bytes.body, {}, true});
            });
    }
}

void SandboxServer::serve(WireConnection *connection, const WireRequest &request)
{
    if (request.target.startsWith(kControlPrefix)) {
        const WireBytes bytes =
            toBytes(control(request), request.keepAlive, request.method == "HEAD");
        connection->send(bytes.head + bytes.body, {}, !request.keepAlive);
        return;
    }
    const Exchange exchange{connection, request, m_log->begin(request, m_clock.elapsed())};
    const Fault fault = m_faults->take(request.method, request.path());
    exchange.entry->faulted = !fault.empty;

    switch (fault.effect()) {
    case Fault::Effect::Now: {
        const WireAnswer tenantAnswer = m_tenant->handle(request);
        answer(exchange, fault, &tenantAnswer);
        break;
    }
    case Fault::Effect::None:
        if (fault.replacesAnswer()) {
            answer(exchange, fault, nullptr);
        } else {
            // A copy answers, so that a cut answer reads as the real one would.
            const WireAnswer tenantAnswer = SandboxTenant(*m_tenant).handle(request);
            answer(exchange, fault, &tenantAnswer);
        }
        break;
    case Fault::Effect::Late:
        if (!fault.answersAfterEffect())
            answer(exchange, fault, nullptr);
        m_clock.callAfter(*fault.commitAfter, this, [this, exchange, fault] {
            const WireAnswer tenantAnswer = m_tenant->handle(exchange.request);
            if (fault.answersAfterEffect())
                answer(exchange, fault, &tenantAnswer);
        });
        break;
    }
}

void SandboxServer::answer(
    const Exchange &exchange, const Fault &fault, const WireAnswer *tenantAnswer)
{
    const Delivery delivery = deliveryFor(fault,
        tenantAnswer == nullptr ? std::nullopt : std::optional(*tenantAnswer), exchange.request);
    const std::chrono::milliseconds delay = m_options.latency + fault.delay;
    if (delay.count() == 0)
        carryOut(exchange, delivery);
    else if (exchange.connection)
        m_clock.callAfter(delay, exchange.connection,
            [this, exchange, delivery] { carryOut(exchange, delivery); });
}

void SandboxServer::carryOut(const Exchange &exchange, const Delivery &delivery)
{
    exchange.entry->finished = m_clock.elapsed();
    if (!exchange.connection || delivery.kind == Delivery::Kind::Hang)
        return;
    if (delivery.kind == Delivery::Kind::Close) {
        exchange.connection->close();
        return;
    }
    exchange.entry->answer = delivery.answer;
    exchange.connection->send(delivery.bytes, delivery.drip, delivery.closeAfterwards);
}

WireAnswer SandboxServer::control(const WireRequest &request)
{
    const QByteArray call = request.method + ' ' + request.path();
    const auto list = [](const QJsonArray &array) {
        return WireAnswer{200, {{"Content-Type", "application/json"}},
            QJsonDocument(array).toJson(QJsonDocument::Compact), {}};
    };
    if (call == "GET /_sandbox/log")
        return list(m_log->toJson());
    if (call == "GET /_sandbox/state") {
        QJsonArray queues;
        for (const QueueRecord &queue : m_tenant->estate().queues)
            queues.append(queue.json);
        QJsonArray exports;
        for (const QJsonObject &entry : m_tenant->estate().exports)
            exports.append(entry);
        return jsonAnswer(
            200, {{QStringLiteral("queues"), queues}, {QStringLiteral("exports"), exports}});
    }
    if (call == "POST /_sandbox/faults") {
        Result<FaultScript> script = FaultScript::parse(request.body);
        if (!script)
            return plainRefusal(400, script.error().code, script.error().message);
        *m_faults = std::move(script).value();
        return {204, {}, {}, {}};
    }
    if (call == "POST /_sandbox/reset") {
        reset();
        return {204, {}, {}, {}};
    }
    return plainRefusal(404, QStringLiteral("not_found"),
        QStringLiteral("The demo tenant has POST faults, GET log, GET state and POST reset."));
}

} // namespace queuesmith
