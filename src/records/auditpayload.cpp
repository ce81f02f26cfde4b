#include "records/auditpayload.h"

#include <QJsonArray>

namespace queuesmith {

namespace {
constexpr int kSchema = 1;

QJsonValue orNull(std::optional<bool> flag)
{
    return flag ? QJsonValue(*flag) : QJsonValue(QJsonValue::Null);
}

QJsonArray toJson(const QList<ComplianceCheck> &checks)
{
    QJsonArray array;
    for (const ComplianceCheck &check : checks) {
        array.append(QJsonObject{{QStringLiteral("check"), check.check},
            {QStringLiteral("ok"), orNull(check.ok)}, {QStringLiteral("detail"), check.detail}});
    }
    return array;
}

void addIdentity(QJsonObject &payload, const AuditIdentity &identity)
{
    payload[QStringLiteral("actor")] = identity.actor;
    payload[QStringLiteral("host")] = identity.host;
    payload[QStringLiteral("client_id")] = identity.tenant.client;
    payload[QStringLiteral("tenant")] = identity.tenant.origin;
    payload[QStringLiteral("tenant_id")] = identity.tenant.key();
}

void addValidation(QJsonObject &payload, const AuditRecord &record)
{
    if (record.validationSuccess)
        payload[QStringLiteral("validation_success")] = *record.validationSuccess;
    if (record.validationProblems)
        payload[QStringLiteral("validation_problems")] = toJson(*record.validationProblems);
}

void addCompliance(QJsonObject &payload, const Compliance &compliance)
{
    payload[QStringLiteral("compliance_verified")] = orNull(compliance.verified);
    if (compliance.verifiedAt.isValid()) {
        payload[QStringLiteral("compliance_verified_at")] = timestampText(compliance.verifiedAt);
    }
    payload[QStringLiteral("compliance_checks")] = toJson(compliance.checks);
}

void addRequest(QJsonObject &payload, const AuditRecord &record)
{
    if (record.attempts)
        payload[QStringLiteral("attempts")] = *record.attempts;
    if (record.creationLatency) {
        payload[QStringLiteral("creation_latency_ms")] = qint64{record.creationLatency->count()};
    }
    if (record.httpStatus)
        payload[QStringLiteral("http_status")] = *record.httpStatus;
    if (!record.error.isEmpty())
        payload[QStringLiteral("error")] = record.error;
}
} // namespace

QString timestampText(const QDateTime &at) { return at.toUTC().toString(Qt::ISODateWithMs); }

QJsonObject auditPayload(const AuditRecord &record, const RecordStamp &stamp)
{
    QJsonObject payload{
        {QStringLiteral("schema"), kSchema},
        {QStringLiteral("seq"), stamp.seq},
        {QStringLiteral("event_id"), stamp.eventId},
        {QStringLiteral("timestamp"), timestampText(stamp.at)},
        {QStringLiteral("audit_action"), word(record.action)},
        {QStringLiteral("outcome"), word(record.outcome)},
        {QStringLiteral("queue_id"), record.queueId},
        {QStringLiteral("queue_name"), record.queueName},
        {QStringLiteral("correlation_id"), record.correlationId},
        {QStringLiteral("reason"), record.reason},
        {QStringLiteral("app_version"), QStringLiteral(QUEUESMITH_VERSION)},
    };
    addIdentity(payload, stamp.identity);
    if (!record.runId.isEmpty())
        payload[QStringLiteral("run_id")] = record.runId;
    addRequest(payload, record);
    addValidation(payload, record);
    if (record.eventStreamSync)
        payload[QStringLiteral("event_stream_sync")] = word(*record.eventStreamSync);
    if (!record.exportId.isEmpty())
        payload[QStringLiteral("export_id")] = record.exportId;
    if (record.compliance)
        addCompliance(payload, *record.compliance);
    if (record.evidence)
        payload[QStringLiteral("evidence")] = *record.evidence;
    if (record.hasChange) {
        payload[QStringLiteral("before")] = record.before;
        payload[QStringLiteral("after")] = record.after;
    }
    return payload;
}

const QStringList &searchColumns()
{
    static const QStringList columns{
        QStringLiteral("event_id"),
        QStringLiteral("timestamp"),
        QStringLiteral("actor"),
        QStringLiteral("tenant"),
        QStringLiteral("audit_action"),
        QStringLiteral("outcome"),
        QStringLiteral("queue_id"),
        QStringLiteral("queue_name"),
        QStringLiteral("correlation_id"),
    };
    return columns;
}

QVariantList searchValues(const QJsonObject &payload)
{
    QVariantList values;
    for (const QString &column : searchColumns()) {
        const QString text = payload.value(column).toString();
        values.append(text.isNull() ? QStringLiteral("") : text);
    }
    return values;
}

} // namespace queuesmith
