#pragma once

#include <QByteArray>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

class QTcpSocket;

namespace queuesmith {

/// A request as the server got it, byte for byte.
struct SeenRequest {
    QByteArray method;
    QByteArray target; ///< path and query
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int connection = 0; ///< from 1

    /// First header of that name, without regard to case; empty when absent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// What the server does with one request.
struct ScriptedAnswer {
    QByteArray bytes; ///< sent as they are, status line and all
    bool close = false; ///< close the connection after the bytes
    bool reset = false; ///< the same, but with a reset
    bool beforeRequest = false; ///< don't wait for the request: act when the connection is there
    bool atHeaders = false; ///< act as soon as the headers are there, without the body
    int dripMs = 0; ///< send the bytes one by one, this far apart
    bool dripForever = false; ///< begin again at the end of the body
    std::function<void()> then; ///< called after the bytes were handed to the socket

    static ScriptedAnswer json(int status, const QByteArray &body = "{}",
        const QList<std::pair<QByteArray, QByteArray>> &headers = {});
    static ScriptedAnswer raw(const QByteArray &bytes, bool close = true);
    static ScriptedAnswer closed(); ///< read the request, answer nothing, close
    static ScriptedAnswer hang(); ///< read the request, answer nothing
};

/// A loopback HTTP server that does what its script says, request by request, in order, over all
/// connections. A request that nobody scripted is answered with a 599, and counted.
class ScriptedServer final : public QTcpServer {
    Q_OBJECT

public:
    explicit ScriptedServer(QObject *parent = nullptr);

    void script(const ScriptedAnswer &answer) { m_script.push_back(answer); }
    /// Used when the script is empty.
    void otherwise(const ScriptedAnswer &answer) { m_otherwise = answer; }
    /// TLS with a PEM certificate and key.
    void secureWith(const QByteArray &certificate, const QByteArray &key);

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] const QList<SeenRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int unscripted() const { return m_unscripted; }
    void closeIdleConnections();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Connection {
        QPointer<QTcpSocket> socket;
        int number = 0;
        QByteArray unread;
        bool busy = false; ///< an answer is under way
    };

    void begin(const std::shared_ptr<Connection> &connection);
    void readFrom(const std::shared_ptr<Connection> &connection);
    [[nodiscard]] ScriptedAnswer take();
    void act(const std::shared_ptr<Connection> &connection, const ScriptedAnswer &answer);
    void drip(
        const std::shared_ptr<Connection> &connection, const ScriptedAnswer &answer, qsizetype at);
    void finishAnswer(const std::shared_ptr<Connection> &connection, const ScriptedAnswer &answer);

    std::deque<ScriptedAnswer> m_script;
    std::optional<ScriptedAnswer> m_otherwise;
    QList<SeenRequest> m_requests;
    QList<std::shared_ptr<Connection>> m_open;
    QByteArray m_certificate;
    QByteArray m_key;
    int m_connections = 0;
    int m_unscripted = 0;
};

} // namespace queuesmith
