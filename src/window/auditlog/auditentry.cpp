#include "window/auditlog/auditentry.h"

#include "domain/strictjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace queuesmith {

namespace {
ComplianceWord complianceOf(const QJsonValue &verified)
{
    if (verified.isUndefined())
        return ComplianceWord::NotTold;
    if (!verified.isBool())
        return ComplianceWord::NotChecked;
    return verified.toBool() ? ComplianceWord::Verified : ComplianceWord::Refuted;
}
} // namespace

AuditEntry entryOf(const StoredRecord &record)
{
    const QJsonDocument document = QJsonDocument::fromJson(record.payload);
    const QJsonObject json = document.object();
    const auto text = [&json](const char *member) {
        return json.value(QLatin1StringView(member)).toString();
    };
    AuditEntry entry;
    entry.seq = record.seq;
    entry.readable = document.isObject();
    entry.at = QDateTime::fromString(text("timestamp"), Qt::ISODateWithMs);
    entry.action = text("audit_action");
    entry.outcome = text("outcome");
    entry.queueName = text("queue_name");
    entry.queueId = text("queue_id");
    entry.actor = text("actor");
    entry.correlationId = text("correlation_id");
    entry.reason = text("reason");
    entry.attempts = wholeNumber(json.value(QStringLiteral("attempts")));
    if (const auto latency = wholeNumber(json.value(QStringLiteral("creation_latency_ms"))))
        entry.latency = std::chrono::milliseconds(*latency);
    entry.compliance = complianceOf(json.value(QStringLiteral("compliance_verified")));
    return entry;
}

} // namespace queuesmith
