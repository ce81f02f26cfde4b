#include "records/outboxstore.h"

#include "records/auditpayload.h"
#include "records/journalstore.h"
#include "records/runregistry.h"
#include "sqlite/database.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace queuesmith {

namespace {
QString headerNamesText(const QStringList &names)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(names)).toJson(QJsonDocument::Compact));
}

QStringList headerNames(const QVariant &text)
{
    QStringList names;
    const QJsonArray array = QJsonDocument::fromJson(text.toString().toUtf8()).array();
    for (const auto &name : array)
        names.append(name.toString());
    return names;
}

QDateTime time(const QVariant &text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
}

ExportTask taskFrom(const Statement &row)
{
    ExportTask task;
    task.id = row.value(QStringLiteral("id")).toString();
    task.operationId = row.value(QStringLiteral("operation_id")).toString();
    task.correlationId = row.value(QStringLiteral("correlation_id")).toString();
    task.tenant.origin = row.value(QStringLiteral("tenant")).toString();
    task.queueId = row.value(QStringLiteral("queue_id")).toString();
    task.queueName = row.value(QStringLiteral("queue_name")).toString();
    task.name = row.value(QStringLiteral("name")).toString();
    task.endpoint = row.value(QStringLiteral("endpoint")).toString();
    task.headerNames = headerNames(row.value(QStringLiteral("header_names")));
    // A word that nobody knows is treated as the case that is always looked at again.
    task.state =
        exportState(row.value(QStringLiteral("state")).toString()).value_or(ExportState::Unknown);
    task.exportId = row.value(QStringLiteral("export_id")).toString();
    task.status = row.value(QStringLiteral("status")).toString();
    task.attempts = row.value(QStringLiteral("attempts")).toInt();
    task.lastError = row.value(QStringLiteral("last_error")).toString();
    task.createdAt = time(row.value(QStringLiteral("created_at")));
    task.updatedAt = time(row.value(QStringLiteral("updated_at")));
    return task;
}
} // namespace

Status OutboxStore::put(const ExportTask &task, const QDateTime &now)
{
    const QString at = timestampText(now);
    const auto changed = m_database.change(
        QStringLiteral("INSERT INTO export_task VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                       "?, ?, ?, ?, ?) "
                       "ON CONFLICT(id) DO UPDATE SET correlation_id = excluded.correlation_id, "
                       "queue_id = excluded.queue_id, queue_name = excluded.queue_name, "
                       "name = excluded.name, endpoint = excluded.endpoint, "
                       "header_names = excluded.header_names, state = excluded.state, "
                       "export_id = excluded.export_id, status = excluded.status, "
                       "attempts = excluded.attempts, last_error = excluded.last_error, "
                       "updated_at = excluded.updated_at WHERE run_id = excluded.run_id"),
        {notNull(task.id), m_runs.own(), notNull(task.operationId), notNull(task.correlationId),
            notNull(task.tenant.origin), notNull(task.queueId), notNull(task.queueName),
            notNull(task.name), notNull(task.endpoint), headerNamesText(task.headerNames),
            word(task.state), notNull(task.exportId), notNull(task.status), task.attempts,
            notNull(task.lastError), at, at, notNull(task.tenant.key()),
            notNull(task.tenant.client)});
    if (!changed)
        return changed.error();
    if (changed.value() != 1)
        return notHeld(task.queueName);
    return Done{};
}

Result<QList<ExportTask>> OutboxStore::takeOver(const TenantId &tenant, const QDateTime &now)
{
    const OwnRows own = ownRows(tenant);
    QList<ExportTask> taken;
    const Status looked =
        m_database.each(QStringLiteral("SELECT * FROM export_task WHERE ") + own.condition
                + QStringLiteral(
                    " AND state IN ('pending', 'sent', 'unknown') ORDER BY created_at, rowid"),
            own.values, [&](const Statement &row) {
                const QString run = row.value(QStringLiteral("run_id")).toString();
                if (run == m_runs.own() || m_runs.isDead(run))
                    taken.append(taskFrom(row));
            });
    if (!looked)
        return looked.error();
    for (ExportTask &task : taken)
        task.tenant = tenant;
    for (const ExportTask &task : std::as_const(taken)) {
        const Status held = m_database.run(
            QStringLiteral(
                "UPDATE export_task SET run_id = ?, tenant_id = ?, updated_at = ? WHERE id = ?"),
            {m_runs.own(), notNull(tenant.key()), timestampText(now), task.id});
        if (!held)
            return held.error();
    }
    return taken;
}

Result<QList<ExportTask>> OutboxStore::list(const std::optional<TenantId> &tenant)
{
    const auto version = m_database.value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    OwnRows own{QStringLiteral("1"), {}};
    if (tenant)
        own = ownRows(*tenant, version.value().toInt());
    QList<ExportTask> tasks;
    const Status looked = m_database.each(QStringLiteral("SELECT * FROM export_task WHERE ")
            + own.condition + QStringLiteral(" ORDER BY created_at DESC, rowid DESC"),
        own.values, [&tasks](const Statement &row) { tasks.append(taskFrom(row)); });
    if (!looked)
        return looked.error();
    for (ExportTask &task : tasks)
        task.tenant = tenant.value_or(task.tenant);
    return tasks;
}

} // namespace queuesmith
