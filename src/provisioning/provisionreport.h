#pragma once

#include "auditrecord.h"
#include "connection.h"
#include "httptypes.h"
#include "problem.h"

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
    RequestLimits limits; ///< of the request that creates the queue
    std::chrono::milliseconds settleWindow{60'000}; ///< how long an absent queue is watched
    WfmDestination wfm;
    std::optional<qint64> licensedAgents;
};

/// What a person says of a creation that the tenant can't tell about.
struct SettleDecision {
    QString queueName;
    QString queueId; ///< of the queue that is there; empty: it isn't there
    QString reason; ///< for the record
};

/// `rejected` is the work of our own checks, `failed` the tenant's refusal or a conflict, `unknown`
/// what couldn't be settled yet.
enum class ProvisionOutcome { Created, Adopted, Rejected, Failed, Unknown, Cancelled };

[[nodiscard]] QString word(ProvisionOutcome outcome);

/// What a job is at, said to a person.
enum class Stage {
    SettlingEarlier, ///< reading back what an earlier run left open
    Validating,
    Creating,
    ReadingBack, ///< an answer got lost: is the queue there?
    Exporting,
    Verifying,
};

/// How the creation of one queue ended.
struct ProvisionReport {
    ProvisionOutcome outcome = ProvisionOutcome::Unknown;
    QString queueId; ///< empty when there is none
    QString queueName;
    std::chrono::milliseconds latency{0}; ///< first byte of the first attempt to the settled answer
    int attempts = 0; ///< requests sent that create
    QString exportId;
    QString exportStatus = QStringLiteral("none"); ///< as `event_stream_sync`
    Problems problems;
    std::optional<Error> error;
    Compliance compliance;
    QList<qint64> auditSeq; ///< of the records that were written

    /// Everything that was asked for is done: created, exported where wanted, read back as
    /// declared.
    [[nodiscard]] bool isComplete() const;
};

} // namespace queuesmith
