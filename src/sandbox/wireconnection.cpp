#include "sandbox/wireconnection.h"

#include <QTcpSocket>

namespace queuesmith::sandbox {

namespace {
constexpr qint64 kReadBuffer = 256LL * 1024;
}

WireConnection::WireConnection(QTcpSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_dripTimer(this)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // While an answer is due nothing is read, and a client that goes on sending has to wait.
    m_socket->setReadBufferSize(kReadBuffer);
    m_dripTimer.setTimerType(Qt::PreciseTimer);
    connect(m_socket, &QTcpSocket::readyRead, this, &WireConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &WireConnection::closed);
    connect(&m_dripTimer, &QTimer::timeout, this, &WireConnection::sendNextByte);
}

void WireConnection::read()
{
    if (m_answering)
        return;
    m_reader.feed(m_socket->readAll());
    takeRequests();
}

void WireConnection::takeRequests()
{
    while (!m_answering && m_socket->state() == QAbstractSocket::ConnectedState) {
        const WireReader::Step step = m_reader.next();
        if (const auto *more = std::get_if<WireReader::NeedMore>(&step)) {
            if (more->sendContinue)
                m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            return;
        }
        m_answering = true;
        if (const auto *request = std::get_if<WireRequest>(&step))
            Q_EMIT requestReceived(*request);
        else
            Q_EMIT requestRefused(std::get<WireReader::Refusal>(step));
    }
}

void WireConnection::send(
    const QByteArray &bytes, std::chrono::milliseconds drip, bool closeAfterwards)
{
    m_closeAfterwards = closeAfterwards;
    if (drip.count() > 0) {
        m_drip = bytes;
        m_dripTimer.start(drip);
        return;
    }
    m_socket->write(bytes);
    finishAnswer();
}

void WireConnection::close() { m_socket->disconnectFromHost(); }

void WireConnection::sendNextByte()
{
    m_socket->write(m_drip.left(1));
    m_drip.remove(0, 1);
    if (!m_drip.isEmpty())
        return;
    m_dripTimer.stop();
    finishAnswer();
}

void WireConnection::finishAnswer()
{
    if (m_closeAfterwards) {
        close();
        return;
    }
    m_answering = false;
    // Queued, because an answer may be given from within takeRequests().
    QMetaObject::invokeMethod(this, &WireConnection::read, Qt::QueuedConnection);
}

} // namespace queuesmith::sandbox
