#pragma once

#include "cxone/connection.h"
#include "domain/result.h"
#include "provisioning/provisionreport.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace queuesmith {

/// The command line as values. Options may stand anywhere; which of them a subcommand takes is
/// checked.
struct CommandLine {
    QStringList words; ///< subcommand and its arguments
    bool json = false;

    // The tenant
    QString connection;
    std::optional<Connection> unsaved; ///< from --base-url and --client-id
    QString dialect; ///< empty: the connection's own
    std::optional<Environment> environment; ///< of a connection that is to be saved
    std::optional<qint64> licensedAgents;
    std::optional<CapacityReading> capacityReading;
    std::optional<UnapprovedCapacity> unapprovedCapacity;
    std::optional<qint64> approvalDays;
    WfmDestination wfm;
    QString secretFile;
    bool demo = false;
    QString demoFaults;

    // How it is done
    QString auditFile; ///< empty: the user's own
    QString actor; ///< for the audit log: the login name unless told
    QString actorGiven; ///< empty unless told; a filter of audit list and audit export
    RequestLimits limits;
    std::optional<std::chrono::milliseconds> settleWindow;
    QString httpLogFile;
    QString logRules; ///< for QLoggingCategory; empty: none were given

    QHash<QString, QString> extra; ///< options of the subcommand, by name
};

/// The call itself is wrong: kind Usage, exit code 2.
[[nodiscard]] Error usageError(const QString &message);

/// A usage error names what is wrong and never repeats a secret.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList &arguments);

/// Help for people; of one subcommand, or of the whole.
[[nodiscard]] QString helpText();

} // namespace queuesmith
