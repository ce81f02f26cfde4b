#include "records/journalstore.h"

#include "domain/strictjson.h"
#include "records/auditpayload.h"
#include "records/runregistry.h"
#include "sqlite/database.h"

#include <QJsonDocument>

#include <utility>

namespace queuesmith {

namespace {
const QString kOpenStates = QStringLiteral("('planned', 'sent', 'unknown', 'created')");

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject jsonObject(const QVariant &text, bool *isReadable)
{
    const std::optional<QJsonObject> object = strictObject(text.toString().toUtf8());
    *isReadable = *isReadable && object;
    return object.value_or(QJsonObject());
}

/// With less than this an operation would take any queue for its own.
bool tellsItsQueue(const Operation &operation)
{
    const bool isNamed = operation.definition.contains(QLatin1StringView("name"));
    return operation.kind == OperationKind::Create
        ? isNamed && operation.definition.contains(QLatin1StringView("capacity"))
        : isNamed && !operation.base.isEmpty();
}

/// What can't be read is kept as it is, for whoever looks into it.
QVariant unlessDamaged(const Operation &operation, const QJsonObject &object)
{
    return operation.isReadable ? QVariant(jsonText(object))
                                : QVariant(QMetaType(QMetaType::QString));
}

QString firstSentText(const Operation &operation)
{
    return operation.firstSentAt.isValid() ? timestampText(operation.firstSentAt)
                                           : QStringLiteral("");
}

Operation operationFrom(const Statement &row, const TenantId &tenant)
{
    Operation operation;
    operation.id = row.value(QStringLiteral("id")).toString();
    const auto kind = operationKind(row.value(QStringLiteral("kind")).toString());
    operation.isReadable = kind.has_value();
    operation.kind = kind.value_or(OperationKind::Create);
    operation.tenant = tenant;
    operation.queueName = row.value(QStringLiteral("queue_name")).toString();
    // A word that nobody knows is treated as the case that is always read back.
    operation.state = operationState(row.value(QStringLiteral("state")).toString())
                          .value_or(OperationState::Unknown);
    operation.definition =
        jsonObject(row.value(QStringLiteral("definition")), &operation.isReadable);
    operation.idempotencyKey = row.value(QStringLiteral("idempotency_key")).toString();
    operation.base = jsonObject(row.value(QStringLiteral("base")), &operation.isReadable);
    operation.queueId = row.value(QStringLiteral("queue_id")).toString();
    operation.attempts = row.value(QStringLiteral("attempts")).toInt();
    operation.firstSentAt = QDateTime::fromString(
        row.value(QStringLiteral("first_sent_at")).toString(), Qt::ISODateWithMs);
    operation.latency =
        std::chrono::milliseconds(row.value(QStringLiteral("latency_ms")).toLongLong());
    operation.context = jsonObject(row.value(QStringLiteral("context")), &operation.isReadable);
    operation.isReadable = operation.isReadable && tellsItsQueue(operation);
    return operation;
}

Error inProgress(const QString &queueName, bool leftBehind, const QString &otherClient)
{
    if (leftBehind && !otherClient.isEmpty()) {
        return Error::of(ErrorKind::Conflict, "in_progress",
            Sentence::tr("Earlier work on a queue “%1” by another client of this host, “%2”, isn't "
                         "settled yet. Nothing was sent. Settle it through a connection of that "
                         "client, then try again.",
                {queueName, otherClient}));
    }
    const Words source = leftBehind
        ? Sentence::tr("Earlier work on the queue “%1” is not settled yet. Nothing was sent. "
                       "Settle it first, then try again.")
        : Sentence::tr(
            "Another run is at work on the queue “%1” already, and what it has sent may have taken "
            "effect. This run sent nothing. Wait until the other one is finished, then try again.");
    return Error::of(ErrorKind::Conflict, "in_progress", {source, {queueName}});
}
} // namespace

QString notNull(const QString &text) { return text.isNull() ? QStringLiteral("") : text; }

OwnRows ownRows(const TenantId &tenant, int version)
{
    const QString origin = notNull(tenant.origin);
    if (version < 2)
        return {QStringLiteral("tenant = ?"), {origin}};
    return {QStringLiteral("tenant = ? AND (tenant_id = ? OR (tenant_id = '' AND client_id = ?))"),
        {origin, notNull(tenant.key()), notNull(tenant.client)}};
}

Error notHeld(const QString &queueName)
{
    return Error::of(ErrorKind::Conflict, "taken_over",
        Sentence::tr("Another run of the program is working on the queue “%1”. This step was not "
                     "recorded. Let the other run finish.",
            {queueName}));
}

Status JournalStore::claim(const Operation &operation, const QDateTime &now)
{
    const auto holder = m_database.row(
        QStringLiteral("SELECT run_id, client_id FROM operation WHERE tenant = ? AND "
                       "queue_name = ? AND state IN ")
            + kOpenStates,
        {notNull(operation.tenant.origin), notNull(operation.queueName)});
    if (!holder)
        return holder.error();
    if (!holder.value().isEmpty()) {
        const QString client = holder.value().at(1).toString();
        return inProgress(operation.queueName, m_runs.isDead(holder.value().at(0).toString()),
            client == operation.tenant.client ? QString() : client);
    }

    const QString at = timestampText(now);
    return m_database.run(
        QStringLiteral(
            "INSERT INTO operation VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, "
            "?, ?)"),
        {notNull(operation.id), m_runs.own(), word(operation.kind),
            notNull(operation.tenant.origin), notNull(operation.queueName),
            word(OperationState::Planned), jsonText(operation.definition),
            notNull(operation.idempotencyKey), jsonText(operation.base), notNull(operation.queueId),
            operation.attempts, firstSentText(operation), qint64{operation.latency.count()},
            jsonText(operation.context), at, at, notNull(operation.tenant.key()),
            notNull(operation.tenant.client)});
}

Status JournalStore::update(const Operation &operation, const QDateTime &now)
{
    const auto changed = m_database.change(
        QStringLiteral("UPDATE operation SET state = ?, definition = COALESCE(?, definition), "
                       "idempotency_key = ?, queue_id = ?, attempts = ?, first_sent_at = ?, "
                       "latency_ms = ?, context = COALESCE(?, context), updated_at = ? "
                       "WHERE id = ? AND run_id = ?"),
        {word(operation.state), unlessDamaged(operation, operation.definition),
            notNull(operation.idempotencyKey), notNull(operation.queueId), operation.attempts,
            firstSentText(operation), qint64{operation.latency.count()},
            unlessDamaged(operation, operation.context), timestampText(now), notNull(operation.id),
            m_runs.own()});
    if (!changed)
        return changed.error();
    if (changed.value() != 1)
        return notHeld(operation.queueName);
    return Done{};
}

Result<JournalStore::TakenOver> JournalStore::takeOver(const TenantId &tenant, const QDateTime &now)
{
    const OwnRows own = ownRows(tenant);
    TakenOver taken;
    const Status looked = m_database.each(QStringLiteral("SELECT * FROM operation WHERE ")
            + own.condition + QStringLiteral(" AND state IN ") + kOpenStates
            + QStringLiteral(" ORDER BY created_at, rowid"),
        own.values, [&](const Statement &row) {
            const QString run = row.value(QStringLiteral("run_id")).toString();
            if (run == m_runs.own() || m_runs.isDead(run))
                taken.operations.append(operationFrom(row, tenant));
            else
                ++taken.busy;
        });
    if (!looked)
        return looked.error();
    if (const Status told = takeUnreported(tenant, &taken); !told)
        return told.error();
    for (const Operation &operation : std::as_const(taken.operations)) {
        const Status held = m_database.run(
            QStringLiteral(
                "UPDATE operation SET run_id = ?, tenant_id = ?, updated_at = ? WHERE id = ?"),
            {m_runs.own(), notNull(tenant.key()), timestampText(now), operation.id});
        if (!held)
            return held.error();
    }
    return taken;
}

Status JournalStore::markReported(const QString &operationId)
{
    return m_database.run(
        QStringLiteral("UPDATE operation SET run_id = '' WHERE id = ? AND run_id = ? AND "
                       "state = 'verified'"),
        {operationId, m_runs.own()});
}

Status JournalStore::takeUnreported(const TenantId &tenant, TakenOver *taken)
{
    const OwnRows own = ownRows(tenant);
    const Status looked = m_database.each(QStringLiteral("SELECT * FROM operation WHERE ")
            + own.condition + QStringLiteral(" AND unreported = 1 ORDER BY rowid"),
        own.values,
        [&](const Statement &row) { taken->unreported.append(operationFrom(row, tenant)); });
    if (!looked)
        return looked;
    // Held by this run: if it dies before it has told, the next one finds them again.
    for (const Operation &operation : std::as_const(taken->unreported)) {
        const Status held = m_database.run(
            QStringLiteral(
                "UPDATE operation SET run_id = ?, tenant_id = ?, unreported = 0 WHERE id = ?"),
            {m_runs.own(), notNull(tenant.key()), operation.id});
        if (!held)
            return held;
    }
    return Done{};
}

Status JournalStore::addOthers(const Operation &operation, KnownQueues *known)
{
    const OwnRows own = ownRows(operation.tenant);
    return m_database.each(QStringLiteral("SELECT queue_id, queue_name FROM operation WHERE ")
            + own.condition + QStringLiteral(" AND kind = 'create' AND id <> ?"),
        own.values + QVariantList{operation.id}, [known](const Statement &row) {
            known->madeByOthers.insert(row.value(0).toString());
            known->namesOfOthers.append(row.value(1).toString());
        });
}

Status JournalStore::reportLater(const QString &id)
{
    return m_database.run(QStringLiteral("UPDATE operation SET unreported = 1 WHERE id = ?"), {id});
}

} // namespace queuesmith
