#pragma once

#include "sandbox/wirereader.h"

#include <QObject>
#include <QTimer>

#include <chrono>

class QTcpSocket;

namespace queuesmith::sandbox {

/// One client's connection. Reports one request at a time: the next, which a client may have sent
/// already, follows when the one before was answered.
class WireConnection : public QObject {
    Q_OBJECT

public:
    /// Becomes the socket's parent.
    WireConnection(QTcpSocket *socket, QObject *parent);

    /// Sends an answer, one byte each `drip` when that isn't zero.
    void send(const QByteArray &bytes, std::chrono::milliseconds drip, bool closeAfterwards);
    void close();

Q_SIGNALS:
    void requestReceived(const queuesmith::sandbox::WireRequest &request);
    void requestRefused(const queuesmith::sandbox::WireReader::Refusal &refusal);
    /// Nothing can be sent any more; the owner may delete this.
    void closed();

private:
    void read();
    void takeRequests();
    void sendNextByte();
    void finishAnswer();

    QTcpSocket *m_socket;
    WireReader m_reader;
    QTimer m_dripTimer;
    QByteArray m_drip; ///< what is left to drip
    bool m_answering = false;
    bool m_closeAfterwards = false;
};

} // namespace queuesmith::sandbox
