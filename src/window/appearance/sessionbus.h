#pragma once

#include <functional>

class QDBusConnection;
class QObject;

namespace queuesmith {

/// Hands the desktop's bus to `done`, from the event loop, once there is a connection; where there
/// is no bus, nothing happens. Connecting takes as long as a bus that hangs pleases, so it is done
/// on a thread of its own.
void withSessionBus(QObject *context, std::function<void(QDBusConnection)> done);

} // namespace queuesmith
