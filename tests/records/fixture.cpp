#include "fixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace queuesmith {

Status WaitingRecords::open()
{
    return awaited<Status>(
        [this](QObject *context, auto done) { records.open(context, std::move(done)); });
}

Status WaitingRecords::openReadOnly()
{
    return awaited<Status>(
        [this](QObject *context, auto done) { records.openReadOnly(context, std::move(done)); });
}

Status WaitingRecords::claim(const Operation &operation)
{
    const Status claimed = awaited<Status>([this, &operation](QObject *context, auto done) {
        records.claim(operation, context, std::move(done));
    });
    records.release(operation.id);
    return claimed;
}

Result<QList<qint64>> WaitingRecords::commit(const Change &change)
{
    return awaited<Result<QList<qint64>>>([this, &change](QObject *context, auto done) {
        records.commit(change, context, std::move(done));
    });
}

Result<QList<qint64>> WaitingRecords::append(const QList<AuditRecord> &list)
{
    Change change;
    change.records = list;
    return commit(change);
}

Result<OpenWork> WaitingRecords::takeOver(const TenantId &whose)
{
    const auto work = awaited<Result<OpenWork>>([this, &whose](QObject *context, auto done) {
        records.takeOver(whose, context, std::move(done));
    });
    if (work) {
        for (const Operation &operation : work.value().operations)
            records.release(operation.id);
        for (const ExportTask &task : work.value().exports)
            records.release(task.id);
    }
    return work;
}

Result<KnownQueues> WaitingRecords::knownQueues(const Operation &operation)
{
    return awaited<Result<KnownQueues>>([this, &operation](QObject *context, auto done) {
        records.knownQueues(operation, context, std::move(done));
    });
}

Result<QList<StoredRecord>> WaitingRecords::list(const AuditFilter &filter)
{
    return awaited<Result<QList<StoredRecord>>>([this, &filter](QObject *context, auto done) {
        records.listRecords(filter, context, std::move(done));
    });
}

Result<QList<ExportTask>> WaitingRecords::exports(const std::optional<TenantId> &ofTenant)
{
    return awaited<Result<QList<ExportTask>>>([this, &ofTenant](QObject *context, auto done) {
        records.listExports(ofTenant, context, std::move(done));
    });
}

Result<CsvExport> WaitingRecords::exportCsv(
    const QString &file, const AuditFilter &filter, std::shared_ptr<std::atomic_bool> cancelled)
{
    return awaited<Result<CsvExport>>([&](QObject *context, auto done) {
        records.exportCsv(filter, file, cancelled, context, std::move(done));
    });
}

Result<Verification> WaitingRecords::verify(const std::optional<ExpectedHead> &expected)
{
    return awaited<Result<Verification>>([this, &expected](QObject *context, auto done) {
        records.verify(expected, context, std::move(done));
    });
}

int rowsOf(const QString &file, const QString &table)
{
    const QString name = QUuid::createUuid().toString();
    int rows = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(QStringLiteral("SELECT COUNT(*) FROM ") + table, database);
            if (query.next())
                rows = query.value(0).toInt();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return rows;
}

Operation operation(const QString &queueName)
{
    Operation operation;
    operation.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    operation.tenant = WaitingRecords::tenant();
    operation.queueName = queueName;
    operation.definition = {{QStringLiteral("name"), queueName}, {QStringLiteral("capacity"), 150}};
    operation.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return operation;
}

ExportTask exportTask(const Operation &operation)
{
    ExportTask task;
    task.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    task.operationId = operation.id;
    task.correlationId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    task.tenant = operation.tenant;
    task.queueId = QStringLiteral("q-1");
    task.queueName = operation.queueName;
    task.name = QStringLiteral("QueueExport_q-1_1_") + operation.id;
    task.endpoint = QStringLiteral("https://wfm.example/hook");
    task.headerNames = {QStringLiteral("X-Key")};
    return task;
}

AuditRecord record(
    AuditAction action, AuditOutcome outcome, const QString &correlation, const QString &queueName)
{
    AuditRecord record;
    record.action = action;
    record.outcome = outcome;
    record.correlationId = correlation;
    record.queueName = queueName;
    return record;
}

QJsonObject payloadOf(const StoredRecord &record)
{
    return QJsonDocument::fromJson(record.payload).object();
}

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString tamper(const QString &file, const QStringList &statements)
{
    const QString name = QUuid::createUuid().toString();
    QString error;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        if (!database.open())
            error = database.lastError().text();
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (error.isEmpty() && !query.exec(statement))
                error = query.lastError().databaseText();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return error;
}

} // namespace queuesmith
