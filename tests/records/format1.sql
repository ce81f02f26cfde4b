-- Format 1 of the audit log, statement by statement as the version made it that wrote it. Never
-- changed: tests fill such a file and bring it up to date.
PRAGMA application_id=1364413780;
PRAGMA user_version=1;
CREATE TABLE audit_log(
    only INTEGER PRIMARY KEY CHECK (only = 1),
    log_id TEXT NOT NULL, created_at TEXT NOT NULL);
CREATE TABLE audit(
    seq INTEGER PRIMARY KEY, payload BLOB NOT NULL, hash BLOB NOT NULL,
    event_id TEXT NOT NULL, timestamp TEXT NOT NULL, actor TEXT NOT NULL,
    tenant TEXT NOT NULL, audit_action TEXT NOT NULL, outcome TEXT NOT NULL,
    queue_id TEXT NOT NULL, queue_name TEXT NOT NULL, correlation_id TEXT NOT NULL);
CREATE INDEX audit_by_timestamp ON audit(timestamp);
CREATE INDEX audit_by_actor ON audit(actor);
CREATE INDEX audit_by_action ON audit(audit_action);
CREATE INDEX audit_by_outcome ON audit(outcome);
CREATE INDEX audit_by_queue_id ON audit(queue_id);
CREATE INDEX audit_by_queue_name ON audit(queue_name);
CREATE INDEX audit_by_correlation ON audit(correlation_id, audit_action, seq, outcome);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit records are never changed'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit records are never removed'); END;
CREATE TRIGGER audit_append_only BEFORE INSERT ON audit
    WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit)
    BEGIN SELECT RAISE(ABORT, 'audit records are appended in order'); END;
CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log
    BEGIN SELECT RAISE(ABORT, 'the id of the audit log never changes'); END;
CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log
    BEGIN SELECT RAISE(ABORT, 'the id of the audit log never changes'); END;
CREATE TABLE run(
    id TEXT PRIMARY KEY, host TEXT NOT NULL, pid INTEGER NOT NULL,
    started_at TEXT NOT NULL);
CREATE TABLE operation(
    id TEXT PRIMARY KEY, run_id TEXT NOT NULL, kind TEXT NOT NULL, tenant TEXT NOT NULL,
    queue_name TEXT NOT NULL, state TEXT NOT NULL, definition TEXT NOT NULL,
    idempotency_key TEXT NOT NULL, base TEXT NOT NULL, queue_id TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    first_sent_at TEXT NOT NULL, latency_ms INTEGER NOT NULL, context TEXT NOT NULL,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    untold INTEGER NOT NULL DEFAULT 0);
CREATE INDEX operation_by_run ON operation(run_id);
CREATE INDEX operation_untold ON operation(tenant) WHERE untold = 1;
CREATE UNIQUE INDEX operation_open ON operation(tenant, queue_name)
    WHERE state IN ('planned', 'sent', 'unknown', 'created');
CREATE TABLE export_task(
    id TEXT PRIMARY KEY, run_id TEXT NOT NULL,
    operation_id TEXT NOT NULL REFERENCES operation(id), correlation_id TEXT NOT NULL,
    tenant TEXT NOT NULL, queue_id TEXT NOT NULL, queue_name TEXT NOT NULL,
    name TEXT NOT NULL, endpoint TEXT NOT NULL, header_names TEXT NOT NULL,
    state TEXT NOT NULL, export_id TEXT NOT NULL, status TEXT NOT NULL,
    attempts INTEGER NOT NULL, last_error TEXT NOT NULL,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL);
CREATE INDEX export_task_open ON export_task(tenant)
    WHERE state IN ('pending', 'sent', 'unknown');
CREATE INDEX export_task_by_operation ON export_task(operation_id);
