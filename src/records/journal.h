#pragma once

#include "domain/tenantid.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace queuesmith {

/// What an operation does to the tenant.
enum class OperationKind { Create, Update };

[[nodiscard]] QString word(OperationKind kind);
[[nodiscard]] std::optional<OperationKind> operationKind(const QString &word);

/// How far one operation has come. Committed to disk before the step that it announces.
enum class OperationState {
    Planned, ///< claimed; nothing that changes the tenant was sent
    Sent, ///< a request may have left; its effect must be read back after a crash
    Unknown, ///< a request left and its effect could not be found out yet
    Created, ///< the tenant has the queue, or its change; export and verification are still to do
    Verified, ///< finished: created, adopted or changed, and recorded
    Failed, ///< finished: certainly not applied
    Conflict, ///< finished: another queue has the name, or someone else changed the queue
    Cancelled, ///< finished: cancelled before anything could take effect
};

/// Still to be settled: Planned, Sent, Unknown, Created.
[[nodiscard]] bool isOpen(OperationState state);
[[nodiscard]] QString word(OperationState state);
[[nodiscard]] std::optional<OperationState> operationState(const QString &word);

/// One creation or change of a queue, as the journal keeps it. At most one open operation exists
/// for a tenant's origin and a queue's name, whatever the number of clients and processes.
struct Operation {
    QString id; ///< UUID; the audit log's correlation_id
    OperationKind kind = OperationKind::Create;
    TenantId tenant;
    QString queueName; ///< before the operation, should it change the name
    OperationState state = OperationState::Planned;
    QJsonObject definition; ///< the body as it is sent
    QString idempotencyKey; ///< the same over retries and restarts
    QJsonObject base; ///< of an update: the queue as it was, as it came; else empty
    QString queueId; ///< of an update: from the beginning
    int attempts = 0; ///< requests that were started
    QDateTime firstSentAt; ///< UTC; null before the first attempt
    std::chrono::milliseconds latency{0}; ///< first byte of the first attempt to the settled answer
    QJsonObject context; ///< what the outcome's record needs after a restart; provisioning's own
    /// False: what the journal has of it is damaged, so its queue can't be recognised.
    bool isReadable = true;
};

/// What the journal knows of the queues at an operation's tenant, to tell the one that the
/// operation may have made from all others.
struct KnownQueues {
    std::optional<QSet<QString>> listedBefore; ///< ids, before its first send; empty: not known
    QSet<QString> madeByOthers; ///< ids of queues that other operations made
    QStringList namesOfOthers; ///< that other operations ask for, or have asked for
};

enum class ExportState {
    Pending, ///< to be delivered
    Sent, ///< a POST may have left
    Unknown, ///< a POST left and its effect isn't known
    Delivered, ///< the tenant has accepted it
};

[[nodiscard]] QString word(ExportState state);
[[nodiscard]] std::optional<ExportState> exportState(const QString &word);

/// One event-stream export, as the outbox keeps it until the tenant has accepted it.
/// Header values are never kept: they may hold a secret.
struct ExportTask {
    QString id; ///< UUID of the task
    QString operationId; ///< of the queue's creation
    QString correlationId; ///< of the intent that is open or was last
    TenantId tenant; ///< in a list over all tenants its origin only
    QString queueId;
    QString queueName;
    QString name; ///< QueueExport_{queueId}_{epoch}_{operationId}: lets a repeat be recognised
    QString endpoint;
    QStringList headerNames;
    ExportState state = ExportState::Pending;
    QString exportId;
    QString status; ///< the tenant's word, or empty
    int attempts = 0;
    QString lastError;
    QDateTime createdAt; ///< UTC, filled in
    QDateTime updatedAt; ///< UTC, filled in
};

} // namespace queuesmith
