#include "records/schema.h"

#include "domain/logcategories.h"
#include "domain/logline.h"
#include "records/runregistry.h"
#include "sqlite/database.h"

#include <QStringList>

namespace queuesmith {

namespace {
// The states in the two WHERE clauses are those of isOpen() and of every export not delivered.
const QStringList &firstVersion()
{
    static const QStringList statements{
        QStringLiteral(R"(CREATE TABLE audit_log(
            only INTEGER PRIMARY KEY CHECK (only = 1),
            log_id TEXT NOT NULL, created_at TEXT NOT NULL))"),
        QStringLiteral(R"(CREATE TABLE audit(
            seq INTEGER PRIMARY KEY, payload BLOB NOT NULL, hash BLOB NOT NULL,
            event_id TEXT NOT NULL, timestamp TEXT NOT NULL, actor TEXT NOT NULL,
            tenant TEXT NOT NULL, audit_action TEXT NOT NULL, outcome TEXT NOT NULL,
            queue_id TEXT NOT NULL, queue_name TEXT NOT NULL, correlation_id TEXT NOT NULL))"),
        QStringLiteral("CREATE INDEX audit_by_timestamp ON audit(timestamp)"),
        QStringLiteral("CREATE INDEX audit_by_actor ON audit(actor)"),
        QStringLiteral("CREATE INDEX audit_by_action ON audit(audit_action)"),
        QStringLiteral("CREATE INDEX audit_by_outcome ON audit(outcome)"),
        QStringLiteral("CREATE INDEX audit_by_queue_id ON audit(queue_id)"),
        QStringLiteral("CREATE INDEX audit_by_queue_name ON audit(queue_name)"),
        QStringLiteral("CREATE INDEX audit_by_correlation "
                       "ON audit(correlation_id, audit_action, seq, outcome)"),
        QStringLiteral(R"(CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'audit records are never changed'); END)"),
        QStringLiteral(R"(CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'audit records are never removed'); END)"),
        QStringLiteral(R"(CREATE TRIGGER audit_append_only BEFORE INSERT ON audit
            WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit)
            BEGIN SELECT RAISE(ABORT, 'audit records are appended in order'); END)"),
        QStringLiteral(R"(CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log
            BEGIN SELECT RAISE(ABORT, 'the id of the audit log never changes'); END)"),
        QStringLiteral(R"(CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log
            BEGIN SELECT RAISE(ABORT, 'the id of the audit log never changes'); END)"),
        QStringLiteral(R"(CREATE TABLE run(
            id TEXT PRIMARY KEY, host TEXT NOT NULL, pid INTEGER NOT NULL,
            started_at TEXT NOT NULL))"),
        QStringLiteral(R"(CREATE TABLE operation(
            id TEXT PRIMARY KEY, run_id TEXT NOT NULL, kind TEXT NOT NULL, tenant TEXT NOT NULL,
            queue_name TEXT NOT NULL, state TEXT NOT NULL, definition TEXT NOT NULL,
            idempotency_key TEXT NOT NULL, base TEXT NOT NULL, queue_id TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            first_sent_at TEXT NOT NULL, latency_ms INTEGER NOT NULL, context TEXT NOT NULL,
            created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
            untold INTEGER NOT NULL DEFAULT 0))"),
        QStringLiteral("CREATE INDEX operation_by_run ON operation(run_id)"),
        QStringLiteral("CREATE INDEX operation_untold ON operation(tenant) WHERE untold = 1"),
        QStringLiteral(R"(CREATE UNIQUE INDEX operation_open ON operation(tenant, queue_name)
            WHERE state IN ('planned', 'sent', 'unknown', 'created'))"),
        QStringLiteral(R"(CREATE TABLE export_task(
            id TEXT PRIMARY KEY, run_id TEXT NOT NULL,
            operation_id TEXT NOT NULL REFERENCES operation(id), correlation_id TEXT NOT NULL,
            tenant TEXT NOT NULL, queue_id TEXT NOT NULL, queue_name TEXT NOT NULL,
            name TEXT NOT NULL, endpoint TEXT NOT NULL, header_names TEXT NOT NULL,
            state TEXT NOT NULL, export_id TEXT NOT NULL, status TEXT NOT NULL,
            attempts INTEGER NOT NULL, last_error TEXT NOT NULL,
            created_at TEXT NOT NULL, updated_at TEXT NOT NULL))"),
        QStringLiteral(R"(CREATE INDEX export_task_open ON export_task(tenant)
            WHERE state IN ('pending', 'sent', 'unknown'))"),
        QStringLiteral("CREATE INDEX export_task_by_operation ON export_task(operation_id)"),
    };
    return statements;
}

/// Rows get an owner. An operation belongs to the client that its first intent names; one without
/// an intent was never sent. Where the path of the base URL isn't known, `tenant_id` stays empty.
const QStringList &tenantIds()
{
    static const QStringList statements{
        QStringLiteral("ALTER TABLE operation RENAME COLUMN untold TO unreported"),
        QStringLiteral("DROP INDEX IF EXISTS operation_untold"),
        QStringLiteral(
            "CREATE INDEX operation_unreported ON operation(tenant) WHERE unreported = 1"),
        QStringLiteral("ALTER TABLE operation ADD COLUMN tenant_id TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE operation ADD COLUMN client_id TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE export_task ADD COLUMN tenant_id TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE export_task ADD COLUMN client_id TEXT NOT NULL DEFAULT ''"),
        QStringLiteral(R"(UPDATE operation SET client_id = COALESCE((
            SELECT json_extract(CAST(payload AS TEXT), '$.client_id') FROM audit
            WHERE audit.correlation_id = operation.id AND audit.outcome = 'intent'
                AND json_valid(CAST(payload AS TEXT))
            ORDER BY seq LIMIT 1), ''))"),
        QStringLiteral(R"(UPDATE export_task SET client_id = COALESCE((
            SELECT client_id FROM operation
            WHERE operation.id = export_task.operation_id), ''))"),
        QStringLiteral(R"(UPDATE operation SET state = 'cancelled' WHERE state = 'planned'
            AND NOT EXISTS (SELECT 1 FROM audit WHERE audit.correlation_id = operation.id
                AND audit.outcome = 'intent'))"),
    };
    return statements;
}

/// Which queues a tenant had before an open operation was first sent. A list is kept once for all
/// operations that begin with it, such as those of one run.
const QStringList &queueLists()
{
    static const QStringList statements{
        QStringLiteral("CREATE TABLE queue_list(id TEXT PRIMARY KEY, queue_ids TEXT NOT NULL)"),
        QStringLiteral(R"(CREATE TABLE listed_before(
            operation_id TEXT PRIMARY KEY REFERENCES operation(id),
            list_id TEXT NOT NULL REFERENCES queue_list(id)))"),
        QStringLiteral("CREATE INDEX listed_before_by_list ON listed_before(list_id)"),
    };
    return statements;
}

/// What leads from version n to n+1, for n = 0, 1, …
const QList<QStringList> &steps()
{
    static const QList<QStringList> list{firstVersion(), tenantIds(), queueLists()};
    return list;
}

Error olderRun(const QString &file)
{
    return Error::of(ErrorKind::Storage, "audit_older_run",
        Sentence::tr("An older version of Queuesmith is still working with the audit log “%1”. "
                     "Nothing was sent, and the file was left as it is. Let that run finish or "
                     "close it, then try again.",
            {file}));
}

Status stepsFrom(Database &database, int version)
{
    QStringList statements;
    for (qsizetype step = version; step < kSchemaVersion; ++step)
        statements += steps().at(step);
    statements.append(QStringLiteral("PRAGMA user_version=%1").arg(kSchemaVersion));
    return database.runAll(statements);
}
} // namespace

Status createSchema(Database &database, const QString &logId, const QString &createdAt)
{
    return database.atomically([&] {
        Status made = stepsFrom(database, 0);
        if (made)
            made = database.run(QStringLiteral("PRAGMA application_id=%1").arg(kApplicationId));
        if (made)
            made = database.run(
                QStringLiteral("INSERT INTO audit_log VALUES(1, ?, ?)"), {logId, createdAt});
        return made;
    });
}

Status migrate(Database &database, const RunRegistry &runs)
{
    Transaction transaction(database);
    const auto before = database.value(QStringLiteral("PRAGMA user_version"));
    if (!before)
        return before.error();
    if (before.value().toInt() >= kSchemaVersion)
        return Done{};
    if (Status begun = transaction.begin(Transaction::Kind::Write); !begun)
        return begun;
    // Another process may have done it while this one waited.
    const auto version = database.value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    if (version.value().toInt() >= kSchemaVersion)
        return Done{};
    // It could neither read nor write its rows any more. One that is only about to begin finds out
    // before it sends anything.
    if (runs.othersLive())
        return olderRun(database.file());
    if (Status done = stepsFrom(database, version.value().toInt()); !done)
        return done;
    Status done = transaction.commit();
    qCInfo(lcAudit) << LogLine("migrated",
        {{"from", version.value().toInt()}, {"to", kSchemaVersion}, {"result", logWord(done)}});
    return done;
}

QStringList schemaTables()
{
    return {QStringLiteral("audit"), QStringLiteral("audit_log"), QStringLiteral("run"),
        QStringLiteral("operation"), QStringLiteral("export_task")};
}

QStringList schemaGuards()
{
    return {QStringLiteral("audit_no_update"), QStringLiteral("audit_no_delete"),
        QStringLiteral("audit_append_only"), QStringLiteral("audit_log_no_update"),
        QStringLiteral("audit_log_no_delete"), QStringLiteral("operation_open")};
}

} // namespace queuesmith
