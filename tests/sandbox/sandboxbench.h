#pragma once

#include "sandbox/sandboxserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QPair>
#include <QTcpSocket>
#include <QThread>

namespace queuesmith {

/// What a raw socket got. Nothing is made nicer than it was.
struct RawReply {
    QByteArray bytes; ///< all of it
    int status = 0; ///< 0 when it doesn't start like an HTTP answer
    QByteArray head;
    QByteArray body;
    bool closed = false; ///< by the server

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QJsonObject json() const;
};

[[nodiscard]] RawReply parseReply(const QByteArray &bytes, bool closed);

/// A demo tenant in a thread of its own, and a raw client that talks to it over loopback.
class SandboxBench {
public:
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    explicit SandboxBench(const SandboxOptions &options = smallEstate());
    ~SandboxBench();
    SandboxBench(const SandboxBench &) = delete;
    SandboxBench &operator=(const SandboxBench &) = delete;

    [[nodiscard]] static SandboxOptions smallEstate(); ///< 10 queues, 20 skills, 14 days
    [[nodiscard]] static QJsonObject definition(const QString &name);

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray token(const QByteArray &client = "demo");

    /// One request on a connection of its own, with the token of `demo`; reads until the server
    /// closes. A missing answer shows as status 0.
    [[nodiscard]] RawReply call(const QByteArray &method, const QByteArray &target,
        const QByteArray &body = {}, Headers headers = {});
    [[nodiscard]] RawReply postJson(const QByteArray &target, const QJsonObject &body);
    /// The same without a token.
    [[nodiscard]] RawReply plain(const QByteArray &method, const QByteArray &target,
        const QByteArray &body = {}, const Headers &headers = {});

    void setFaults(const QByteArray &script);
    [[nodiscard]] QJsonObject state();
    [[nodiscard]] QJsonArray log();
    [[nodiscard]] qsizetype queuesNamed(const QString &name);

    [[nodiscard]] static QByteArray request(const QByteArray &method, const QByteArray &target,
        const QByteArray &body, const Headers &headers);
    void connectSocket(QTcpSocket *socket) const;

private:
    QThread m_thread;
    quint16 m_port = 0;
    QByteArray m_token;
};

} // namespace queuesmith
