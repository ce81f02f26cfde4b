#pragma once

#include "cxone/connection.h"
#include "domain/knownsecrets.h"
#include "domain/result.h"
#include "provisioning/provisionreport.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace queuesmith {

class Clock;
class HistoryLoader;
class ProvisionJob;
class Records;
class SettleJob;
class TenantClient;
class WfmJob;
struct ParsedDefinition;
struct QueueChange;

/// What a program says of the person who works with it, and of where it keeps what it keeps.
struct WorkplaceOptions {
    QString auditFile;
    QString historyFile; ///< cache of wait-time history, may be deleted; empty: none is kept
    QString actor; ///< who is acting, for the audit log
    RequestLimits limits;
    /// How long an operation whose answer was lost is looked for; not given: the usual time.
    std::optional<std::chrono::milliseconds> settleWindow;
    QString httpLogFile; ///< empty: none
    /// Learns the secrets of the connection, so that no output shows one.
    std::shared_ptr<KnownSecrets> secrets = std::make_shared<KnownSecrets>();
};

/// One connection with all that working through it takes: the tenant's client, the audit log with
/// journal and outbox, the wait-time history, and the settings that jobs get. Every program begins
/// here, so that the same connection means the same in each of them.
///
/// Lives on one thread, with an event loop; SQLite works on threads of its own. What it gives
/// belongs to it, and jobs that use it must be gone before it.
class Workplace final : public QObject {
    Q_OBJECT

public:
    /// The demo tenant answers at once, so nobody needs to wait longer for what it lost.
    static constexpr std::chrono::seconds kDemoSettleWindow{2};

    /// `clock` must outlive this.
    Workplace(
        Connection connection, WorkplaceOptions options, Clock &clock, QObject *parent = nullptr);
    ~Workplace() override;

    /// Makes the client; nothing is sent yet. `secret` stays in memory only; `random` gives values
    /// in [0, 1). Kind Usage for a dialect that doesn't exist, or an authority file that can't be
    /// read; OutputFile for a request log that can't be written.
    [[nodiscard]] Status connectTenant(const QByteArray &secret, std::function<double()> random);

    [[nodiscard]] const Connection &connection() const { return m_connection; }
    [[nodiscard]] const WorkplaceOptions &options() const { return m_options; }
    [[nodiscard]] Clock &clock() const { return m_clock; }

    /// After connectTenant().
    [[nodiscard]] TenantClient &tenant() const { return *m_tenant; }
    /// After connectTenant(); what the tenant knows of waits, with the cache's help.
    [[nodiscard]] HistoryLoader &history();

    /// The audit log; whoever needs it opens it, for writing or for reading alone.
    [[nodiscard]] Records &records();
    /// The same log once more, on a thread of its own and not yet open: for reading that mustn't
    /// hold up a job, or for a step that is to be recorded after reading. Belongs to `parent`.
    [[nodiscard]] Records *newRecords(QObject *parent);

    // Jobs, after connectTenant(), with records() open for writing; settling and retrying work on
    // what earlier jobs left. Connect to a job's signals and call its start(): it says how far it
    // is, and how it ended. Each belongs to `parent`, and its results may be used until it is
    // deleted.

    /// Creates a queue, never twice. What `definition` lacks makes the outcome `rejected`.
    [[nodiscard]] ProvisionJob *provision(const ParsedDefinition &definition, QObject *parent);
    /// Changes a queue, and only what the person changed of it.
    [[nodiscard]] ProvisionJob *update(const QueueChange &change, QObject *parent);
    /// Finds out how it ended what earlier jobs had to leave open.
    [[nodiscard]] SettleJob *settle(QObject *parent);
    /// Delivers the event-stream exports that are still to be delivered.
    [[nodiscard]] WfmJob *retryExports(QObject *parent);

    [[nodiscard]] ProvisioningSettings settings() const;

    /// The log of requests ended early; what goes on isn't logged.
    Q_SIGNAL void logFailed(const queuesmith::Error &error);
    /// Something about the audit log that the person should know, and that stops nothing.
    Q_SIGNAL void noticed(const queuesmith::Sentence &what);

private:
    [[nodiscard]] ProvisioningServices services();

    Connection m_connection;
    WorkplaceOptions m_options;
    Clock &m_clock;
    TenantClient *m_tenant = nullptr;
    Records *m_records = nullptr;
    HistoryLoader *m_history = nullptr;
};

} // namespace queuesmith
