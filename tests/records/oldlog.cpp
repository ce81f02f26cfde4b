#include "oldlog.h"

#include "records/auditchain.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace queuesmith {

namespace {

const QString kOldTime = QStringLiteral("2026-11-22T14:03:07.120Z");

class OldFile {
public:
    explicit OldFile(const QString &file)
    {
        m_database.setDatabaseName(file);
        if (!m_database.open())
            qFatal("%s can't be made.", qPrintable(file));
    }

    void run(const QString &statement, const QVariantList &values = {})
    {
        QSqlQuery query(m_database);
        query.prepare(statement);
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().databaseText()));
    }

    void append(const QString &origin, const QString &client, const OldOperation &operation)
    {
        const QString action = QStringLiteral("QUEUE_PROVISIONED");
        const QString outcome = QStringLiteral("intent");
        const QString eventId = QString::number(++m_seq);
        const QJsonObject members{{QStringLiteral("actor"), QStringLiteral("ada")},
            {QStringLiteral("app_version"), QStringLiteral("0.9")},
            {QStringLiteral("audit_action"), action}, {QStringLiteral("client_id"), client},
            {QStringLiteral("correlation_id"), operation.queueName},
            {QStringLiteral("event_id"), eventId}, {QStringLiteral("host"), QStringLiteral("desk")},
            {QStringLiteral("outcome"), outcome}, {QStringLiteral("queue_id"), QString()},
            {QStringLiteral("queue_name"), operation.queueName},
            {QStringLiteral("reason"), QString()}, {QStringLiteral("schema"), 1},
            {QStringLiteral("seq"), m_seq}, {QStringLiteral("tenant"), origin},
            {QStringLiteral("timestamp"), kOldTime}};
        const QByteArray payload = QJsonDocument(members).toJson(QJsonDocument::Compact);
        m_head = chainHash(m_seq, m_head, payload);
        run(QStringLiteral("INSERT INTO audit VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {m_seq, payload, m_head, eventId, kOldTime, QStringLiteral("ada"), origin, action,
                outcome, QStringLiteral(""), operation.queueName, operation.queueName});
    }

    void add(const QString &origin, const OldOperation &operation)
    {
        const QString none = QStringLiteral("");
        const QString gone = QStringLiteral("gone");
        const QString name = operation.queueName;
        const QString object = QStringLiteral("{}");
        run(QStringLiteral("INSERT INTO operation VALUES(?, ?, 'create', ?, ?, ?, ?, 'key', "
                           "?, ?, 1, ?, 0, ?, ?, ?, ?)"),
            {name, gone, origin, name, operation.state, object, object, none, kOldTime, object,
                kOldTime, kOldTime, operation.isUnreported ? 1 : 0});
        for (const QString &client : operation.clients)
            append(origin, client, operation);
        if (operation.hasExport)
            run(QStringLiteral("INSERT INTO export_task VALUES(?, ?, ?, 'c', ?, 'q-1', ?, "
                               "'export', 'https://wfm.example', '[]', 'pending', ?, ?, 0, "
                               "?, ?, ?)"),
                {QString(QStringLiteral("export of ") + name), gone, name, origin, name, none, none,
                    none, kOldTime, kOldTime});
    }

private:
    QSqlDatabase m_database =
        QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("old log"));
    qint64 m_seq = 0;
    QByteArray m_head = genesisHash(QStringLiteral("log"));
};

} // namespace

void makeOldLog(const QString &file, const QString &origin, const QList<OldOperation> &operations)
{
    QFile schema(QStringLiteral(FORMAT1_SQL));
    if (!schema.open(QIODevice::ReadOnly))
        qFatal("%s can't be read.", FORMAT1_SQL);
    {
        OldFile log(file);
        const QStringList statements =
            QString::fromUtf8(schema.readAll()).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
        for (const QString &statement : statements)
            log.run(statement);
        log.run(QStringLiteral("INSERT INTO audit_log VALUES(1, 'log', ?)"), {kOldTime});
        for (const OldOperation &operation : operations)
            log.add(origin, operation);
        log.run(QStringLiteral("PRAGMA journal_mode=WAL"));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("old log"));
    if (!QDir().mkpath(file + QStringLiteral(".runs")))
        qFatal("The lock folder of %s can't be made.", qPrintable(file));
}

} // namespace queuesmith
