#pragma once

#include "provisioning/approval.h"

#include <functional>

namespace queuesmith {

/// What a person decides on a capacity.
struct CapacityDecisionRequest {
    CapacityBinding binding;
    CapacityEvidence evidence;
    bool approve = true; ///< false: decline
    QString reason;
    bool historyReviewed = false; ///< ticked by the person
    /// Nobody has looked yet whether there is a history: then it is treated as if there were one.
    bool historyUnknown = false;
};

/// Why a decision can't be recorded: no reason (code `reason_missing`), or an approval of what has
/// a history that nobody says to have looked at (code `history_not_reviewed`). Pure.
[[nodiscard]] Status checkDecision(const CapacityDecisionRequest &request);

/// Decisions on capacities in the audit log of one tenant. Calls as with Records: `done` once, from
/// the event loop, unless `context` or the records died before.
class Approvals {
public:
    /// `records` must be open, and outlive what was asked. `tenant` is the
    /// connection's.
    Approvals(Records &records, TenantId tenant)
        : m_records(records)
        , m_tenant(std::move(tenant))
    {
    }

    /// Commits CAPACITY_APPROVED or CAPACITY_DECLINED and gives the record's number. Kind
    /// Validation when checkDecision() refuses: then nothing is written.
    void record(const CapacityDecisionRequest &request, QObject *context,
        std::function<void(const Result<qint64> &)> done);

    /// The decisions on a queue, newest first, the newest 50 of them: by its id, or by its name
    /// while it is new.
    void find(const CapacityBinding &queue, QObject *context,
        std::function<void(const Result<QList<CapacityDecision>> &)> done);

private:
    Records &m_records;
    TenantId m_tenant;
};

} // namespace queuesmith
