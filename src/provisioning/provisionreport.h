#pragma once

#include "cxone/connection.h"
#include "domain/problem.h"
#include "domain/queue.h"
#include "http/httptypes.h"
#include "records/auditrecord.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace queuesmith {

class Clock;
class Records;
class TenantClient;

/// What provisioning works with. All of it must outlive the jobs, on one thread.
struct ProvisioningServices {
    TenantClient &tenant;
    Records &records;
    Clock &clock;
};

struct ProvisioningSettings {
    RequestLimits limits; ///< of the request that creates or changes the queue
    std::chrono::milliseconds settleWindow{60'000}; ///< how long a late effect is watched for
    WfmDestination wfm;
    std::optional<qint64> licensedAgents;
    CapacitySettings capacity; ///< how a capacity above the present one is treated
    bool approvalRequired = false; ///< nothing is sent without a reason
};

/// What a person says of an operation that the tenant can't tell about.
struct SettleDecision {
    QString queueName;
    /// Of the queue that is there, or that has the change; empty: it isn't there, or hasn't.
    QString queueId;
    QString reason; ///< for the record
};

/// `rejected` is the work of our own checks, `failed` the tenant's refusal or a conflict, `unknown`
/// what couldn't be settled yet.
enum class ProvisionOutcome { Created, Adopted, Updated, Rejected, Failed, Unknown, Cancelled };

[[nodiscard]] QString word(ProvisionOutcome outcome);

/// What a job is at, said to a person.
enum class Stage {
    SettlingEarlier, ///< reading back what an earlier run left open
    Validating,
    Creating,
    Updating,
    ReadingBack, ///< an answer got lost: is the queue there, or changed?
    Exporting,
    Verifying,
};

/// How the creation or the change of one queue ended.
struct ProvisionReport {
    ProvisionOutcome outcome = ProvisionOutcome::Unknown;
    QString operationId; ///< the journal's; empty when there is none
    QString queueId; ///< empty when there is none
    QString queueName;
    /// Of a queue that may be the one that was sent, when the outcome isn't known for that; else
    /// empty.
    QString candidateId;
    std::chrono::milliseconds latency{0}; ///< first byte of the first attempt to the settled answer
    int attempts = 0; ///< requests sent that create or change
    QString exportId;
    QString exportStatus = QStringLiteral("none"); ///< as `event_stream_sync`
    Problems problems;
    /// When the tenant refused fields (400, 422), `error->fields` names them as it did.
    std::optional<Error> error;
    /// As read back at the end; empty when it couldn't be read.
    std::optional<Queue> queue;
    /// The queue as someone else has changed it meanwhile; set on a conflict of a change, when it
    /// could be read.
    std::optional<Queue> theirs;
    Compliance compliance;
    QList<qint64> auditSeq; ///< of the records that were written

    /// Everything that was asked for is done: created or changed, exported where wanted, read back
    /// as declared.
    [[nodiscard]] bool isComplete() const;
};

} // namespace queuesmith
