#include "capacitychange.h"

#include "metricrecord.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace queuesmith {

std::optional<qint64> lastCapacityChange(
    const QList<StoredRecord> &records, const QString &tenant, const QString &queueId)
{
    constexpr QLatin1StringView kCapacity("capacity");
    for (const StoredRecord &stored : records) {
        const QJsonObject record = QJsonDocument::fromJson(stored.payload).object();
        const QJsonValue after = record.value(QLatin1StringView("after"))[kCapacity];
        if (record.value(QLatin1StringView("outcome")).toString() != QLatin1String("success")
            || record.value(QLatin1StringView("tenant")).toString() != tenant
            || record.value(QLatin1StringView("queue_id")).toString() != queueId
            || !after.isDouble() || after == record.value(QLatin1StringView("before"))[kCapacity])
            continue;
        return instantOf(record.value(QLatin1StringView("timestamp")).toString());
    }
    return std::nullopt;
}

} // namespace queuesmith
