#pragma once

#include "cxone/tenantclient.h"
#include "domain/logline.h"
#include "provisioning/operationcontext.h"
#include "provisioning/provisionreport.h"
#include "provisioning/queuechange.h"
#include "provisioning/readback.h"
#include "records/records.h"

#include <chrono>
#include <functional>
#include <optional>

namespace queuesmith {

struct QueueOperation;

/// What is particular to one kind of operation; everything else is the same for both. The functions
/// have no state: what they need is in their arguments.
struct OperationRules {
    using Answered = std::function<void(const HttpOutcome &, const std::optional<Queue> &)>;

    AuditAction action;
    Stage sending;
    Right right; ///< needed, beside those of reading
    /// Sends the request once.
    Call *(*send)(TenantClient &tenant, const QueueOperation &operation,
        const RequestLimits &limits, QObject *context, Answered done);
    /// How it is looked for in the tenant. `tenant` must outlive the looks.
    LookFunction (*look)(TenantClient &tenant, const Operation &operation);
    /// What the whole list of queues says of it, where a look says `Absent` or `Gone`.
    Look (*lookIn)(const Operation &operation, const QList<Queue> &queues);
    /// Why it came to nothing when the tenant has something else; `theirs` is empty when that
    /// couldn't be read. `mayBeApplied`: ours may have been applied, and then changed again.
    Error (*conflict)(
        const Operation &operation, const std::optional<Queue> &theirs, bool mayBeApplied);
    /// Adds to a record what only this kind has.
    void (*describe)(const QueueOperation &operation, AuditRecord *record);
};

/// A new queue is recognised by its name and its definition, and its event stream is exported
/// before it is verified.
[[nodiscard]] const OperationRules &creationRules();
/// The queue is read back by its id: as it was sent, it is changed; as it was before (the
/// operation's `base`), the update was not applied; anything else is someone else's change, and a
/// conflict. No export is made: the one of the creation tells changes too.
[[nodiscard]] const OperationRules &updateRules();
[[nodiscard]] const OperationRules &rulesOf(OperationKind kind);

/// One creation or update of a queue, as provisioning carries it out: a value with functions. The
/// jobs that work on it share it, and each step is on disk before it is taken.
struct QueueOperation {
    /// As the journal has it.
    explicit QueueOperation(const Operation &operation);

    /// Gives a new one its ids and its tenant.
    void identify(const TenantId &tenant);

    [[nodiscard]] const OperationRules &rules() const { return rulesOf(kept.kind); }
    [[nodiscard]] bool isCreation() const { return kept.kind == OperationKind::Create; }
    [[nodiscard]] bool isCancelled() const { return cancelledAt.has_value(); }
    /// What is left of kLastLook; after a cancel only.
    [[nodiscard]] std::chrono::milliseconds lastLookLeft(const Clock &clock) const;
    [[nodiscard]] ProvisionOutcome appliedOutcome() const;
    [[nodiscard]] AuditRecord record(AuditOutcome outcome) const;
    /// Of a rejection, as the report has it.
    [[nodiscard]] AuditRecord rejection() const;
    /// Intent and outcome when nothing was sent, for the reason that the report has.
    [[nodiscard]] QList<AuditRecord> unsentRecords() const;
    void measureLatency(const Clock &clock);

    /// A step of it for the diagnostic log.
    [[nodiscard]] LogLine step(const char *event) const;
    /// A weak tag never matches in If-Match (RFC 9110, 13.1.1), so it is as good as none.
    void takeEtag(const QByteArray &tag);
    /// Notes where the event stream of a new queue is to go, if anywhere.
    void wantExport(const WfmDestination &destination, Capabilities capabilities);

    /// Commits `state` and what belongs to it, together with the records. When that fails, the
    /// operation keeps the state that it had.
    void commit(OperationState state, const QList<AuditRecord> &records,
        const ProvisioningServices &services, QObject *context,
        std::function<void(const Status &)> done);

    Operation kept; ///< by the journal
    QueueDefinition wanted; ///< for the checks; of a new operation only
    OperationContext context; ///< kept with it
    QByteArray etag; ///< of `kept.base`; empty when none is known, as after a restart
    /// Ids of the tenant's queues before the first send; until that is on disk.
    std::optional<QStringList> listedBefore;
    std::optional<ExportTask> exportTask; ///< the outbox's row, once there is one
    QList<AuditRecord> earlierRecords; ///< to be written with the next step
    QString decidedBecause; ///< why a person decided in the tenant's place
    bool wasFound = false; ///< a look told that it is applied, not the answer
    std::optional<std::chrono::milliseconds> firstSent; ///< on the monotonic clock, this run only
    std::optional<std::chrono::milliseconds> cancelledAt; ///< the same
    ProvisionReport report;

private:
    /// An intent with what every record of the operation tells.
    [[nodiscard]] AuditRecord bareRecord(AuditAction action) const;
};

/// What creates a queue. `definition` may have problems of its own: then it is rejected.
[[nodiscard]] QueueOperation creationOf(const ParsedDefinition &definition);

/// What changes a queue that exists: only what the person changed is replaced (changedBody()). A
/// queue that someone else has changed since it was read is left as it is: outcome `failed`, an
/// error of kind Conflict with the code `changed_meanwhile`, and the report's `theirs`. A change
/// that changes nothing is rejected with the code `nothing_changed`.
[[nodiscard]] QueueOperation updateOf(const QueueChange &change);

[[nodiscard]] AuditRecord signInRecord(const std::optional<Error> &failure);

} // namespace queuesmith
