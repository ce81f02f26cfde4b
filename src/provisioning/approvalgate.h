#pragma once

#include "provisioning/approval.h"

#include <functional>
#include <optional>

namespace queuesmith {

/// What is said of the capacity that an operation sets, before it is sent.
struct ApprovalFinding {
    ApprovalState state;
    Problems problems; ///< as the connection's setting has it
    bool isDemanded = false; ///< the connection sends it with an approval only
};

/// What an approval is asked of.
struct ApprovalQuestion {
    CapacityBinding binding;
    CapacitySettings settings;
    LatestEvidence latest; ///< recommendations that are known by now
    QDateTime now; ///< UTC
};

/// Of an operation of the journal: of its body, and of the queue as it was read before.
[[nodiscard]] CapacityBinding bindingOf(const Operation &operation);

/// Looks the approval up and judges it. An operation that leaves the capacity as it is needs none:
/// then nothing is looked up, and the finding is empty. `done` as with Records.
void findApproval(Records &records, const TenantId &tenant, const ApprovalQuestion &question,
    QObject *context, std::function<void(const Result<std::optional<ApprovalFinding>> &)> done);

} // namespace queuesmith
