#include "window/appearance/sessionbus.h"

#include "domain/background.h"

#include <QDBusConnection>

namespace queuesmith {

namespace {
/// Not the pool that everything shares, which would be full of waiting threads.
QThreadPool &busPool()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return pool;
}
} // namespace

void withSessionBus(QObject *context, std::function<void(QDBusConnection)> done)
{
    runInBackground(
        busPool(), context, [] { return QDBusConnection::sessionBus(); },
        [done = std::move(done)](const QDBusConnection &bus) {
            if (bus.isConnected())
                done(bus);
        });
}

} // namespace queuesmith
