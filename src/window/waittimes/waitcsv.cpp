#include "window/waittimes/waitcsv.h"

#include "records/auditcsv.h"

#include <QDateTime>

#include <cmath>

namespace queuesmith {

namespace {

QByteArray number(double value)
{
    return std::isnan(value) ? QByteArray() : QByteArray::number(value, 'g', 10);
}

} // namespace

QByteArray waitCsv(const WaitSeries &series, const QString &queueName)
{
    QByteArray csv("\xef\xbb\xbf"
                   "queue,start_utc,start_local,time_zone,duration_seconds,mean_wait_seconds,"
                   "abandon_rate,calls_offered,calls_answered,mean_handle_seconds\r\n");
    const QByteArray queue = csvCell(withoutFormula(queueName)).toUtf8();
    const QByteArray zone = series.zone.id();
    const QByteArray seconds = QByteArray::number(series.intervalMs / 1'000);
    for (const WaitPoint &point : series.points) {
        const QDateTime utc = QDateTime::fromMSecsSinceEpoch(point.startMs, Qt::UTC);
        const QDateTime local = utc.toTimeZone(series.zone);
        const QList<QByteArray> cells{queue, utc.toString(Qt::ISODate).toLatin1(),
            local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate).toLatin1(), zone,
            seconds, number(point.waitSeconds), number(point.abandonRate), number(point.offered),
            number(point.handled), number(point.handleSeconds)};
        csv += cells.join(',') + QByteArray("\r\n");
    }
    return csv;
}

} // namespace queuesmith
