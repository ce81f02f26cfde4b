#include "callhistory.h"

#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

namespace queuesmith::sandbox {

namespace {

constexpr qint64 kQuarter = 900;
constexpr qint64 kDay = 86'400;

// Share of the busiest hour's calls, by hour of the day (UTC) and by weekday from Monday.
constexpr std::array<double, 24> kHours{0.02, 0.01, 0.0, 0.0, 0.0, 0.03, 0.12, 0.35, 0.7, 0.95, 1.0,
    0.96, 0.8, 0.78, 0.9, 0.92, 0.8, 0.6, 0.42, 0.3, 0.22, 0.15, 0.08, 0.04};
constexpr std::array<double, 7> kWeekdays{1.0, 0.92, 0.88, 0.86, 0.9, 0.42, 0.25};

struct Figures {
    double offered = 0;
    double abandoned = 0;
    double handled = 0;
    double waitMs = 0;
    double longestMs = 0;
    double handleMs = 0;
};

/// Even chance in [0, 1) that depends on nothing but its arguments (splitmix64).
double chance(quint64 key, quint64 at, quint64 salt)
{
    quint64 x = key + at * 0x9E3779B97F4A7C15U + salt * 0xD1B54A32D192ED03U;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
    x ^= x >> 31U;
    return static_cast<double>(x >> 11U) * 0x1.0p-53;
}

void addQuarter(const CallProfile &profile, qint64 start, Figures *sum)
{
    const auto quarter = static_cast<quint64>(start / kQuarter);
    const auto hour = static_cast<std::size_t>(start % kDay / 3600);
    const auto weekday =
        static_cast<std::size_t>((start / kDay + 3) % 7); // 1970-01-01 was a Thursday
    const double shape = kHours.at(hour) * kWeekdays.at(weekday);
    const double expected = profile.agents * profile.load * shape * static_cast<double>(kQuarter)
        / profile.handleSeconds * (0.75 + 0.5 * chance(profile.key, quarter, 1));
    const double offered = std::floor(expected + chance(profile.key, quarter, 2));
    if (offered < 1)
        return;

    // Staff follows the volume, but not wholly, so that busy hours are busier.
    const double staff = std::max(1.0, profile.agents * (0.25 + 0.75 * shape));
    const double busy = offered * profile.handleSeconds / (staff * static_cast<double>(kQuarter));
    const double meanWait = 4 + 90 * std::pow(busy, 4); // seconds
    const double gaveUp = std::min(0.7, meanWait / (meanWait + 420));
    const double abandoned =
        std::min(offered, std::floor(offered * gaveUp + chance(profile.key, quarter, 3)));
    const double handled = offered - abandoned;

    sum->offered += offered;
    sum->abandoned += abandoned;
    sum->handled += handled;
    if (handled < 1)
        return;
    sum->waitMs += std::round(handled * meanWait * 1000);
    sum->longestMs = std::max(sum->longestMs,
        std::round(
            meanWait * 1000 * (handled < 2 ? 1.0 : 1.5 + 3 * chance(profile.key, quarter, 4))));
    sum->handleMs += std::round(
        handled * profile.handleSeconds * 1000 * (0.85 + 0.3 * chance(profile.key, quarter, 5)));
}

QJsonObject metricsOf(const Figures &sum, const QSet<QString> &wanted)
{
    QJsonObject metrics;
    const auto add = [&](const QString &name, const QJsonObject &value) {
        if (wanted.contains(name))
            metrics.insert(name, value);
    };
    add(QStringLiteral("waitTime"),
        {{QStringLiteral("sum"), sum.waitMs}, {QStringLiteral("count"), sum.handled},
            {QStringLiteral("max"), sum.longestMs}});
    add(QStringLiteral("abandonRate"), {{QStringLiteral("average"), sum.abandoned / sum.offered}});
    add(QStringLiteral("handleTime"), {{QStringLiteral("sum"), sum.handleMs}});
    add(QStringLiteral("callsHandled"), {{QStringLiteral("sum"), sum.handled}});
    return metrics;
}

} // namespace

QJsonArray callHistory(const CallProfile &profile, const HistoryQuery &query)
{
    const qint64 length = std::chrono::seconds(query.interval).count();
    const qint64 from = query.from.toSecsSinceEpoch();
    QJsonArray records;
    for (qint64 start = from - from % length; start + length <= query.to.toSecsSinceEpoch();
         start += length) {
        Figures sum;
        for (qint64 quarter = start; quarter < start + length; quarter += kQuarter)
            addQuarter(profile, quarter, &sum);
        if (sum.offered < 1)
            continue;
        const QDateTime time = QDateTime::fromSecsSinceEpoch(start, Qt::UTC);
        records.append(QJsonObject{{QStringLiteral("queueId"), query.queueId},
            {QStringLiteral("dateFrom"), time.toString(Qt::ISODate)},
            {QStringLiteral("metrics"), metricsOf(sum, query.metrics)}});
    }
    return records;
}

} // namespace queuesmith::sandbox
