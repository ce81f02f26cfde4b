#pragma once

#include "cli/commandline.h"
#include "cxone/tenantclient.h"
#include "domain/clock.h"
#include "domain/knownsecrets.h"
#include "records/records.h"
#include "workplace/workplace.h"

#include <QFlags>
#include <QObject>

#include <functional>
#include <memory>

namespace queuesmith {

class BuiltInTenant;
class Output;

/// Opens what a subcommand works with: demo tenant, audit log, secret, tenant client.
class Session final : public QObject {
    Q_OBJECT

public:
    enum class Need {
        Tenant = 0x1,
        Licence = 0x2, ///< the number of licensed seats
        WriteRecords = 0x4,
        ReadRecords = 0x8, ///< works on a file that can't be written
        ChangeTenant = 0x10, ///< not through a connection that is locked read-only
    };
    Q_DECLARE_FLAGS(Needs, Need)

    /// `output` must outlive this; `secrets` learns the secrets that the session works with.
    Session(CommandLine line, const Output &output, std::shared_ptr<KnownSecrets> secrets);
    ~Session() override;

    /// `done` is called once, from the event loop. What was opened stays so until the session dies.
    void open(Needs needs, std::function<void(Status)> done);

    [[nodiscard]] const CommandLine &line() const { return m_line; }
    [[nodiscard]] const Connection &connection() const { return m_connection; }
    [[nodiscard]] QString auditFile() const;
    /// The secret that came with the command line: from the file or the environment; empty when
    /// none did.
    [[nodiscard]] Result<QByteArray> givenSecret() const;
    [[nodiscard]] Clock &clock() { return m_clock; }
    /// Once it is open.
    [[nodiscard]] Workplace &workplace() const { return *m_workplace; }
    [[nodiscard]] TenantClient &tenant() { return m_workplace->tenant(); }
    [[nodiscard]] Records &records() { return m_workplace->records(); }
    /// The log of requests ended early; that was said then.
    [[nodiscard]] bool hasLostLog() const { return m_hasLostLog; }

private:
    [[nodiscard]] Status resolveConnection();
    [[nodiscard]] Status applyOptions();
    void startDemo();
    void makeWorkplace();
    void openRecords();
    void takeSecret();
    void connectTenant(const QByteArray &secret);
    void finish(const Status &status);

    SystemClock m_clock;
    CommandLine m_line;
    const Output &m_output;
    std::shared_ptr<KnownSecrets> m_secrets;
    Needs m_needs;
    std::function<void(Status)> m_done;
    Connection m_connection;
    QByteArray m_environmentSecret;
    BuiltInTenant *m_demo = nullptr;
    Workplace *m_workplace = nullptr;
    bool m_hasLostLog = false;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Session::Needs)

} // namespace queuesmith
