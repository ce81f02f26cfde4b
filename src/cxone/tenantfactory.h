#pragma once

#include "cxone/connection.h"
#include "cxone/tenantclient.h"
#include "domain/knownsecrets.h"

#include <functional>
#include <memory>

namespace queuesmith {

class Clock;

struct TenantOptions {
    RequestLimits limits;
    QString httpLogFile; ///< empty: none
    /// Learns the connection's secrets; whoever shows what the tenant says shares it.
    std::shared_ptr<KnownSecrets> secrets = std::make_shared<KnownSecrets>();
};

/// The client for a connection, in its dialect. `secret` stays in memory only. `clock` must outlive
/// the client; `random` gives values in [0, 1). Kind Usage for a dialect that doesn't exist, or an
/// authority file that can't be read; OutputFile for a log that can't be written.
[[nodiscard]] Result<TenantClient *> connectTenant(const Connection &connection,
    const QByteArray &secret, const TenantOptions &options, Clock &clock,
    std::function<double()> random, QObject *parent);

} // namespace queuesmith
