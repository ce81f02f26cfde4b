#include "domain/metricrecord.h"

#include <QDateTime>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace queuesmith {

namespace {

struct IntervalRow {
    HistoryInterval interval;
    QLatin1StringView word;
    int seconds;
};

constexpr std::array kIntervals{
    IntervalRow{HistoryInterval::Daily, QLatin1StringView("DAILY"), 86'400},
    IntervalRow{HistoryInterval::Hourly, QLatin1StringView("HOURLY"), 3'600},
    IntervalRow{HistoryInterval::HalfHourly, QLatin1StringView("HALF_HOURLY"), 1'800},
    IntervalRow{HistoryInterval::QuarterHourly, QLatin1StringView("QUARTER_HOURLY"), 900},
};

const IntervalRow &rowOf(HistoryInterval interval)
{
    for (const IntervalRow &row : kIntervals) {
        if (row.interval == interval)
            return row;
    }
    return kIntervals.front();
}

/// Only a number is a number: neither a text like "NaN" nor true.
std::optional<double> numberIn(const QJsonValue &value)
{
    if (!value.isDouble() || !std::isfinite(value.toDouble()))
        return {};
    return value.toDouble();
}

std::optional<double> sumOrCount(const QJsonObject &figures)
{
    const std::optional<double> sum = numberIn(figures.value(QLatin1StringView("sum")));
    return sum ? sum : numberIn(figures.value(QLatin1StringView("count")));
}

void readMetrics(const QJsonObject &object, MetricRecord *record)
{
    const QJsonObject metrics = object.value(QLatin1StringView("metrics")).toObject();
    const auto figures = [&metrics](const char *name) {
        return metrics.value(QLatin1String(name)).toObject();
    };
    record->handled = sumOrCount(figures("callsHandled"));
    record->offered = sumOrCount(figures("callsOffered"));
    record->abandonRate = numberIn(figures("abandonRate").value(QLatin1StringView("average")));
    const QJsonObject wait = figures("waitTime");
    record->waitSumMs = numberIn(wait.value(QLatin1StringView("sum")));
    record->waitCount = numberIn(wait.value(QLatin1StringView("count")));
    record->waitMaxMs = numberIn(wait.value(QLatin1StringView("max")));
    const QJsonObject handle = figures("handleTime");
    record->handleSumMs = numberIn(handle.value(QLatin1StringView("sum")));
    record->handleAverageMs = numberIn(handle.value(QLatin1StringView("average")));
}

} // namespace

QString wordOf(HistoryInterval interval) { return rowOf(interval).word; }

int secondsOf(HistoryInterval interval) { return rowOf(interval).seconds; }

std::optional<HistoryInterval> intervalOf(const QString &word)
{
    for (const IntervalRow &row : kIntervals) {
        if (row.word == word)
            return row.interval;
    }
    return {};
}

MetricRecord metricRecordFromScenario(const QJsonObject &object)
{
    MetricRecord record;
    record.startMs = instantOf(object.value(QLatin1StringView("start")).toString());
    record.seconds = numberIn(object.value(QLatin1StringView("durationSec")));
    readMetrics(object, &record);
    return record;
}

MetricRecord metricRecordFromTenant(const QJsonObject &object, HistoryInterval interval)
{
    MetricRecord record;
    record.startMs = instantOf(object.value(QLatin1StringView("dateFrom")).toString());
    record.seconds = secondsOf(interval);
    readMetrics(object, &record);
    return record;
}

std::optional<qint64> instantOf(const QString &text)
{
    // Qt takes more than ISO 8601, as 24:00 and +1:00, and rounds what is finer than milliseconds.
    static const QRegularExpression shape(QStringLiteral(
        "^(\\d{4}-\\d\\d-\\d\\d)(?:[Tt ](?|((?:[01]\\d|2[0-3]):\\d\\d:\\d\\d[.,]\\d{1,3})\\d*|"
        "((?:[01]\\d|2[0-3]):\\d\\d(?::\\d\\d)?))([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?)?\\z"));
    const auto match = shape.match(text);
    const auto part = [&match](int number, QStringView otherwise) {
        return match.hasCaptured(number) ? match.capturedView(number) : otherwise;
    };
    const QString whole = part(1, {}) + u'T' + part(2, u"00:00") + part(3, u"Z");
    const QDateTime instant = QDateTime::fromString(whole, Qt::ISODateWithMs).toUTC();
    const bool isInRange =
        instant.isValid() && instant.date().year() >= 1 && instant.date().year() <= 9999;
    return isInRange ? std::optional(instant.toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace queuesmith
