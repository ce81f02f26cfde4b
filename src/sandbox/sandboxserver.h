#pragma once

#include "domain/clock.h"
#include "domain/result.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <memory>

class QTcpServer;

namespace queuesmith {

namespace sandbox {
class SandboxTenant;
class ExchangeLog;
class FaultScript;
class WireConnection;
struct Delivery;
struct Fault;
struct WireAnswer;
struct WireRequest;
} // namespace sandbox

struct SandboxOptions {
    quint16 port = 0; ///< 0: any free one
    int queues = 60;
    int skills = 400;
    int days = 90; ///< of history
    quint32 seed = 1; ///< the same seed gives the same estate and history
    std::chrono::milliseconds latency{0}; ///< added to every answer
    int rateLimit = 0; ///< requests a second, 0: none
    std::chrono::seconds tokenLife{3600};
    /// Assumed operationIds that are answered 404, and assumed intervals of the history (the
    /// contract's words) that are answered 400.
    QStringList lacks;
    /// What the tenant does to the names of queues: `trim`, `lower`, `nfc`. Empty: nothing.
    QStringList names;
    QByteArray faults; ///< JSON, a list of rules; empty: none
};

/// The demo tenant on 127.0.0.1. Lives in one thread, which needs an event loop; make it in one
/// and move it to another before listen() if need be. Stops when it is destroyed, in its thread.
///
/// Skills are `skill_group_id_1` and on, queues `q-1` and on, exports `x-1` and on. Control paths,
/// which are neither logged, limited, delayed nor faulted: POST /_sandbox/faults,
/// GET /_sandbox/log, GET /_sandbox/state, POST /_sandbox/reset.
class SandboxServer : public QObject {
    Q_OBJECT

public:
    explicit SandboxServer(SandboxOptions options, QObject *parent = nullptr);
    ~SandboxServer() override;

    /// Checks the options and listens. Kind Usage or InputFile: an option or the script is wrong;
    /// Transport: the port can't be had.
    [[nodiscard]] Status listen();
    [[nodiscard]] QUrl baseUrl() const; ///< empty before listen()

private:
    struct Exchange;

    [[nodiscard]] Status checkOptions() const;
    void reset();
    void acceptConnections();
    void serve(sandbox::WireConnection *connection, const sandbox::WireRequest &request);
    void answer(const Exchange &exchange, const sandbox::Fault &fault,
        const sandbox::WireAnswer *tenantAnswer);
    void carryOut(const Exchange &exchange, const sandbox::Delivery &delivery);
    [[nodiscard]] sandbox::WireAnswer control(const sandbox::WireRequest &request);

    SandboxOptions m_options;
    SystemClock m_clock;
    QTcpServer *m_listener;
    std::unique_ptr<sandbox::SandboxTenant> m_tenant;
    std::unique_ptr<sandbox::FaultScript> m_faults;
    std::unique_ptr<sandbox::ExchangeLog> m_log;
};

} // namespace queuesmith
