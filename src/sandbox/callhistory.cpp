#include "sandbox/callhistory.h"

#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <memory>

namespace queuesmith::sandbox {

namespace {

void add(const QuarterFigures &quarter, QuarterFigures *sum)
{
    sum->offered += quarter.offered;
    sum->abandoned += quarter.abandoned;
    sum->longestMs = std::max(sum->longestMs, quarter.longestMs);
    sum->waitMs += quarter.waitMs;
    sum->handleMs += quarter.handleMs;
    sum->recorded = sum->recorded || quarter.recorded;
}

QJsonObject metricsOf(const QuarterFigures &sum, const QSet<QString> &wanted)
{
    QJsonObject metrics;
    const auto insert = [&](const QString &name, const QJsonObject &value) {
        if (wanted.contains(name))
            metrics.insert(name, value);
    };
    const auto handled = static_cast<qint64>(sum.offered - sum.abandoned);
    insert(QStringLiteral("waitTime"),
        {{QStringLiteral("sum"), static_cast<qint64>(sum.waitMs)},
            {QStringLiteral("count"), handled},
            {QStringLiteral("max"), static_cast<qint64>(sum.longestMs)}});
    insert(QStringLiteral("abandonRate"),
        {{QStringLiteral("average"),
            static_cast<double>(sum.abandoned) / std::max(1.0, static_cast<double>(sum.offered))}});
    insert(
        QStringLiteral("handleTime"), {{QStringLiteral("sum"), static_cast<qint64>(sum.handleMs)}});
    insert(QStringLiteral("callsHandled"), {{QStringLiteral("sum"), handled}});
    return metrics;
}

} // namespace

const DayFigures &SimulatedDays::day(const CallProfile &profile, qint64 day)
{
    const std::pair key(profile.key, day);
    if (const DayFigures *known = m_days.object(key))
        return *known;
    auto made = std::make_unique<DayFigures>(simulateDay(profile, day));
    const DayFigures &figures = *made;
    m_days.insert(key, made.release());
    return figures;
}

QJsonArray callHistory(const CallProfile &profile, const HistoryQuery &query, SimulatedDays *days)
{
    const qint64 length = std::chrono::seconds(query.interval).count();
    const qint64 from = query.from.toSecsSinceEpoch();
    QJsonArray records;
    for (qint64 start = from - from % length; start + length <= query.to.toSecsSinceEpoch();
         start += length) {
        const DayFigures &day = days->day(profile, start / kDaySeconds);
        QuarterFigures sum;
        sum.recorded = false;
        for (qint64 at = start; at < start + length; at += kQuarterSeconds)
            add(day.at(static_cast<std::size_t>(at % kDaySeconds / kQuarterSeconds)), &sum);
        if (!sum.recorded)
            continue;
        const QDateTime time = QDateTime::fromSecsSinceEpoch(start, Qt::UTC);
        records.append(QJsonObject{{QStringLiteral("queueId"), query.queueId},
            {QStringLiteral("dateFrom"), time.toString(Qt::ISODate)},
            {QStringLiteral("metrics"), metricsOf(sum, query.metrics)}});
    }
    return records;
}

} // namespace queuesmith::sandbox
