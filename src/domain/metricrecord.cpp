#include "metricrecord.h"

#include <QDate>
#include <QJsonObject>

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

/// Reads a text of fixed fields from left to right.
class FieldReader {
public:
    explicit FieldReader(QStringView text)
        : m_rest(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

    bool take(QChar mark)
    {
        if (!m_rest.startsWith(mark))
            return false;
        m_rest = m_rest.mid(1);
        return true;
    }

    /// Exactly that many digits, or nothing.
    std::optional<int> digits(qsizetype count)
    {
        int value = 0;
        for (qsizetype i = 0; i < count; ++i) {
            const int digit = i < m_rest.size() ? m_rest.at(i).unicode() - u'0' : -1;
            if (digit < 0 || digit > 9)
                return {};
            value = value * 10 + digit;
        }
        m_rest = m_rest.mid(count);
        return value;
    }

    /// Thousandths from a fraction of any length; what is finer is dropped.
    std::optional<int> milliseconds()
    {
        int value = 0;
        int scale = 100;
        qsizetype read = 0;
        while (const std::optional<int> digit = digits(1)) {
            value += *digit * scale;
            scale /= 10;
            ++read;
        }
        return read > 0 ? std::optional(value) : std::nullopt;
    }

private:
    QStringView m_rest;
};

std::optional<QDate> readDate(FieldReader *reader)
{
    const std::optional<int> year = reader->digits(4);
    if (!year || !reader->take(u'-'))
        return {};
    const std::optional<int> month = reader->digits(2);
    if (!month || !reader->take(u'-'))
        return {};
    const std::optional<int> day = reader->digits(2);
    if (!day || *year < 1 || !QDate::isValid(*year, *month, *day))
        return {};
    return QDate(*year, *month, *day);
}

/// Milliseconds since midnight.
std::optional<qint64> readTime(FieldReader *reader)
{
    const std::optional<int> hour = reader->digits(2);
    if (!hour || !reader->take(u':'))
        return {};
    const std::optional<int> minute = reader->digits(2);
    std::optional<int> second = 0;
    std::optional<int> fraction = 0;
    if (minute && reader->take(u':')) {
        second = reader->digits(2);
        if (second && (reader->take(u'.') || reader->take(u',')))
            fraction = reader->milliseconds();
    }
    if (!minute || !second || !fraction || *hour > 23 || *minute > 59 || *second > 59)
        return {};
    return ((*hour * 60LL + *minute) * 60 + *second) * 1000 + *fraction;
}

/// Milliseconds that local time is ahead of UTC.
std::optional<qint64> readOffset(FieldReader *reader)
{
    if (reader->atEnd() || reader->take(u'Z') || reader->take(u'z'))
        return 0;
    const int sign = reader->take(u'-') ? -1 : reader->take(u'+') ? 1 : 0;
    const std::optional<int> hours = sign != 0 ? reader->digits(2) : std::nullopt;
    std::optional<int> minutes = 0;
    if (hours && !reader->atEnd()) {
        reader->take(u':');
        minutes = reader->digits(2);
    }
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return {};
    return sign * (*hours * 60LL + *minutes) * 60'000;
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
    FieldReader reader(text);
    const std::optional<QDate> date = readDate(&reader);
    if (!date)
        return {};
    std::optional<qint64> time = 0;
    std::optional<qint64> offset = 0;
    if (!reader.atEnd()) {
        if (!reader.take(u'T') && !reader.take(u't') && !reader.take(u' '))
            return {};
        time = readTime(&reader);
        offset = time ? readOffset(&reader) : std::nullopt;
    }
    if (!time || !offset || !reader.atEnd())
        return {};
    const qint64 epochDay = QDate(1970, 1, 1).toJulianDay();
    const qint64 instant = (date->toJulianDay() - epochDay) * kDayMs + *time - *offset;
    const qint64 first = (QDate(1, 1, 1).toJulianDay() - epochDay) * kDayMs;
    const qint64 end = (QDate(10'000, 1, 1).toJulianDay() - epochDay) * kDayMs;
    if (instant < first || instant >= end)
        return {};
    return instant;
}

} // namespace queuesmith
