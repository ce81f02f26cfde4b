#include "roundtrips.h"
#include "patience.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

namespace queuesmith {

bool makeRoundTrips()
{
    constexpr int kTrips = 20;
    QTcpServer server;
    QTcpSocket near;
    QSignalSpy answered(&near, &QTcpSocket::readyRead);
    QSignalSpy arrived(&server, &QTcpServer::newConnection);
    if (!server.listen(QHostAddress::LocalHost))
        return false;
    near.connectToHost(server.serverAddress(), server.serverPort());
    if (arrived.isEmpty() && !arrived.wait(kPatience))
        return false;
    QTcpSocket *far = server.nextPendingConnection();
    QObject::connect(far, &QTcpSocket::readyRead, far, [far] { far->write(far->readAll()); });
    for (int i = 0; i < kTrips; ++i) {
        near.write("x");
        if (!answered.wait(kPatience))
            return false;
        near.readAll();
    }
    return true;
}

} // namespace queuesmith
