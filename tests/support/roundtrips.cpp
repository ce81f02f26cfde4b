#include "roundtrips.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace queuesmith {

bool makeRoundTrips()
{
    constexpr int kTrips = 50;
    QTcpServer server;
    QTcpSocket near;
    if (!server.listen(QHostAddress::LocalHost))
        return false;
    near.connectToHost(server.serverAddress(), server.serverPort());
    if (!QTest::qWaitFor([&server] { return server.hasPendingConnections(); }))
        return false;
    QTcpSocket *far = server.nextPendingConnection();
    QObject::connect(far, &QTcpSocket::readyRead, far, [far] { far->write(far->readAll()); });
    for (int i = 0; i < kTrips; ++i) {
        near.write("x");
        if (!QTest::qWaitFor([&near] { return near.bytesAvailable() > 0; }))
            return false;
        near.readAll();
    }
    return true;
}

} // namespace queuesmith
