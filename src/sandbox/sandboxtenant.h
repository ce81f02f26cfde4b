#pragma once

#include "domain/clock.h"
#include "sandbox/demotokens.h"
#include "sandbox/estatemaker.h"
#include "sandbox/operationtable.h"
#include "sandbox/ratebucket.h"

#include <QStringList>

namespace queuesmith::sandbox {

struct TenantSettings {
    EstateSize size;
    std::chrono::seconds tokenLife{3600};
    int rateLimit = 0; ///< requests a second, 0: none
    NameForm names;
    QStringList lacks; ///< operationIds that are answered 404, intervals that are answered 400
};

/// The tenant without the network: a request in, an answer out, at once. A value: a request that
/// is put to a copy is answered, but has no effect on this one.
class SandboxTenant {
public:
    /// The clock is the caller's and outlives this and every copy.
    SandboxTenant(TenantSettings settings, const Clock &clock);

    [[nodiscard]] WireAnswer handle(const WireRequest &request);
    [[nodiscard]] const DemoEstate &estate() const { return m_estate; }

private:
    struct Route {
        const Operation *operation = nullptr; ///< null when there is none for this path and method
        QString id;
        QByteArray allowed; ///< methods of the path, for a 405; empty when there is no such path
    };
    [[nodiscard]] Route route(const WireRequest &request) const;
    [[nodiscard]] WireAnswer serve(const Operation &operation, const OperationCall &call);
    [[nodiscard]] WireAnswer issueToken(const OperationCall &call);
    [[nodiscard]] WireAnswer tooMany(
        const OperationCall &call, std::chrono::milliseconds wait) const;

    TenantSettings m_settings;
    const Clock *m_clock;
    DemoEstate m_estate;
    DemoTokens m_tokens;
    RateBucket m_rate;
    int m_requests = 0;
};

} // namespace queuesmith::sandbox
