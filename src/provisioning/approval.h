#pragma once

#include "cxone/capacitysettings.h"
#include "domain/problem.h"
#include "provisioning/capacityevidence.h"
#include "provisioning/queuechange.h"
#include "records/records.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace queuesmith {

/// What a decision on a capacity holds for, and for nothing else.
struct CapacityBinding {
    QueueId queueId; ///< empty for a queue that is new: then its name counts
    QString queueName;
    qint64 capacity = 0; ///< that is to be
    std::optional<qint64> liveCapacity; ///< that the tenant has; empty for a queue that is new
    QString definitionDigest; ///< SHA-256 over the body's canonical bytes, hex

    /// More than the tenant has. A new queue has nothing that could be less.
    [[nodiscard]] bool isIncrease() const { return liveCapacity && capacity > *liveCapacity; }
    [[nodiscard]] bool isNew() const { return queueId.isEmpty(); }
    [[nodiscard]] bool isSameQueue(const CapacityBinding &other) const;
    friend bool operator==(const CapacityBinding &, const CapacityBinding &) = default;
};

/// Of the body that creates a queue, or changes `base`. The order of the skill groups, members that
/// are null and what a tenant gives itself don't count.
[[nodiscard]] CapacityBinding bindingOf(const QJsonObject &body, const std::optional<Queue> &base);
[[nodiscard]] CapacityBinding bindingOf(const QueueDefinition &wanted);
[[nodiscard]] CapacityBinding bindingOf(const QueueChange &change);

/// What someone has said of a capacity: a record CAPACITY_APPROVED or CAPACITY_DECLINED.
struct CapacityDecision {
    qint64 seq = 0;
    QDateTime at; ///< UTC
    QString actor;
    QString reason;
    bool approved = false; ///< false: declined
    CapacityBinding binding;
    CapacityEvidence evidence;
    QJsonObject sealedEvidence; ///< as it is on record
    bool isIntact = false; ///< the evidence is as its digest says
};

/// Empty when the record tells of something else, or can't be read.
[[nodiscard]] std::optional<CapacityDecision> decisionOf(const StoredRecord &record);

/// The audit log's `evidence` of a decision, with its digest.
[[nodiscard]] QJsonObject decisionEvidence(
    const CapacityEvidence &evidence, const CapacityBinding &binding);

enum class ApprovalVerdict {
    Valid,
    NeverApproved,
    Declined,
    DefinitionChanged, ///< or another capacity was approved
    LiveChanged, ///< the tenant has another capacity than when it was approved
    Expired,
    OutOfRange, ///< newer data recommend what the approved range doesn't hold
    Damaged, ///< the evidence isn't what was signed
};

/// Whether a capacity is approved now, and why not.
struct ApprovalState {
    ApprovalVerdict verdict = ApprovalVerdict::NeverApproved;
    std::optional<CapacityDecision> decision; ///< that it rests on; empty: there is none
    Sentence why; ///< what holds, or why it doesn't

    [[nodiscard]] bool isValid() const { return verdict == ApprovalVerdict::Valid; }
};

/// Judges the newest decision on exactly this definition, or else the newest one on this queue.
/// `decisions` are newest first. `latest` tells the newest recommendations that are known, also of
/// a similar queue whose history was taken; `validDays` is CapacitySettings::approvalDays. Pure.
[[nodiscard]] ApprovalState approvalState(const QList<CapacityDecision> &decisions,
    const CapacityBinding &wanted, const LatestEvidence &latest, const QDateTime &now,
    int validDays);

/// What the connection's setting makes of a state: nothing, a warning, or an error, code
/// `capacity_not_approved`. A new queue needs an approval only where one is demanded. Pure.
[[nodiscard]] Problems approvalProblems(
    const ApprovalState &state, const CapacityBinding &wanted, UnapprovedCapacity setting);

/// Whether the connection demands an approval of this capacity before it is sent.
[[nodiscard]] bool demandsApproval(const CapacityBinding &wanted, UnapprovedCapacity setting);

} // namespace queuesmith
