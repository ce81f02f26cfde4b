#include "variedlog.h"

#include <QJsonArray>
#include <QJsonObject>

namespace queuesmith {

namespace {
QString queueName(int number)
{
    static const QStringList names{QStringLiteral("Billing"), QStringLiteral("Priority Support"),
        QStringLiteral("Sales EMEA"), QStringLiteral("Retention & Loyalty"),
        QStringLiteral("Été – Saison"), QStringLiteral("<b>Angle</b>")};
    return names.at(number % names.size());
}

QString uuid(int number)
{
    return QStringLiteral("00000000-0000-4000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
}

AuditRecord base(AuditAction action, AuditOutcome outcome, int number)
{
    AuditRecord record;
    record.action = action;
    record.outcome = outcome;
    record.correlationId = uuid(number);
    return record;
}

QJsonObject definition(int number)
{
    return {{QStringLiteral("name"), queueName(number)}, {QStringLiteral("capacity"), 150},
        {QStringLiteral("type"), QStringLiteral("standard")},
        {QStringLiteral("overflow"),
            QJsonObject{{QStringLiteral("overflowTarget"), QStringLiteral("q-7")},
                {QStringLiteral("overflowThreshold"), 75}}},
        {QStringLiteral("skillGroups"),
            QJsonArray{QStringLiteral("sk-12"), QStringLiteral("sk-40")}}};
}

Compliance compliance(std::optional<bool> verified)
{
    return {verified, QDateTime({2026, 1, 5}, {10, 0}, Qt::UTC),
        {{QStringLiteral("licence"), true, QStringLiteral("150 of 500 seats")},
            {QStringLiteral("skills"), verified, QStringLiteral("2 of 2 skills exist")},
            {QStringLiteral("read_back:capacity"), verified.value_or(true), QString()}}};
}

QList<AuditRecord> provisioned(int number, AuditOutcome outcome)
{
    const bool update = number % 5 == 4;
    const AuditAction action = update ? AuditAction::QueueUpdated : AuditAction::QueueProvisioned;
    AuditRecord intent = base(action, AuditOutcome::Intent, number);
    intent.queueName = queueName(number);
    intent.reason = number % 3 == 0
        ? QStringLiteral("Ticket OPS-%1: opening hours of the new site").arg(number)
        : QString();
    AuditRecord end = intent;
    end.outcome = outcome;
    end.attempts = 1 + number % 4;
    end.validationSuccess = true;
    end.httpStatus = 201;
    if (outcome == AuditOutcome::Success) {
        end.queueId = QStringLiteral("q-%1").arg(number);
        end.creationLatency = std::chrono::milliseconds(120 + number * 37 % 4100);
        end.eventStreamSync = EventStreamSync::Initiated;
        const int verdict = number % 9;
        end.compliance = compliance(verdict == 0 ? std::nullopt : std::optional(verdict != 1));
        end.hasChange = true;
        end.before = update ? QJsonValue(QJsonObject{{QStringLiteral("capacity"), 120}})
                            : QJsonValue(QJsonValue::Null);
        end.after = update ? QJsonObject{{QStringLiteral("capacity"), 150}} : definition(number);
    } else {
        end.httpStatus = 503;
        end.error = QStringLiteral("the tenant answered 503 four times");
    }
    return {intent, end};
}

QList<AuditRecord> story(int number)
{
    switch (number % 10) {
    case 0:
        return {base(AuditAction::SignedIn, AuditOutcome::Success, number)};
    case 3: {
        AuditRecord rejected =
            base(AuditAction::ValidationRejected, AuditOutcome::Rejected, number);
        rejected.queueName = queueName(number);
        rejected.validationSuccess = false;
        rejected.validationProblems = Problems{
            problems::skillMissing(QStringLiteral("skillGroups[0]"), QStringLiteral("sk-99"))};
        return {rejected};
    }
    case 5:
        return provisioned(number, AuditOutcome::Failure);
    case 7:
        return provisioned(
            number, number % 20 == 7 ? AuditOutcome::Unknown : AuditOutcome::Cancelled);
    case 8: {
        AuditRecord intent = base(AuditAction::WfmExportCreated, AuditOutcome::Intent, number);
        intent.queueName = queueName(number);
        AuditRecord end = intent;
        end.outcome = AuditOutcome::Success;
        end.attempts = 1;
        end.exportId = QStringLiteral("ex-%1").arg(number);
        end.eventStreamSync = EventStreamSync::Active;
        return {intent, end};
    }
    default:
        return provisioned(number, AuditOutcome::Success);
    }
}
} // namespace

QList<AuditRecord> variedRecords(int count)
{
    QList<AuditRecord> records;
    for (int number = 0; records.size() < count; ++number)
        records += story(number);
    records.resize(count);
    return records;
}

} // namespace queuesmith
