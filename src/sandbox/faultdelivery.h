#pragma once

#include "sandbox/faultscript.h"
#include "sandbox/wiremessage.h"

namespace queuesmith::sandbox {

/// What happens on the connection.
struct Delivery {
    enum class Kind { Send, Close, Hang };

    Kind kind = Kind::Send;
    WireAnswer answer; ///< as it is logged; status 0 when what is sent is no answer
    QByteArray bytes;
    std::chrono::milliseconds drip{0};
    bool closeAfterwards = false;
};

/// Works out what a fault makes of the tenant's answer. `tenantAnswer` is missing when the request
/// took no effect, or takes it later.
[[nodiscard]] Delivery deliveryFor(
    const Fault &fault, const std::optional<WireAnswer> &tenantAnswer, const WireRequest &request);

} // namespace queuesmith::sandbox
