#include "window/queues/lastchange.h"

namespace queuesmith {

namespace {

QDateTime utcOf(const QJsonValue &value)
{
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

} // namespace

QDateTime lastChangeOf(const QJsonObject &queue)
{
    const QDateTime modified = utcOf(queue.value(QLatin1StringView("dateModified")));
    return modified.isValid() ? modified : utcOf(queue.value(QLatin1StringView("dateCreated")));
}

} // namespace queuesmith
