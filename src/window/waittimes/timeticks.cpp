#include "window/waittimes/timeticks.h"

#include "window/tables/datetexts.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace queuesmith {

namespace {

struct TimeTicksTr {
    Q_DECLARE_TR_FUNCTIONS(TimeAxis)
};

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

struct Step {
    qint64 ms; ///< about, to choose by
    int minutes; ///< below a day
    int days; ///< a day or more, but no month
    int months;
};

constexpr std::array kSteps{Step{15 * kMinute, 15, 0, 0}, Step{30 * kMinute, 30, 0, 0},
    Step{kHour, 60, 0, 0}, Step{2 * kHour, 120, 0, 0}, Step{3 * kHour, 180, 0, 0},
    Step{6 * kHour, 360, 0, 0}, Step{12 * kHour, 720, 0, 0}, Step{kDay, 0, 1, 0},
    Step{2 * kDay, 0, 2, 0}, Step{7 * kDay, 0, 7, 0}, Step{14 * kDay, 0, 14, 0},
    Step{30 * kDay, 0, 0, 1}, Step{61 * kDay, 0, 0, 2}, Step{91 * kDay, 0, 0, 3},
    Step{182 * kDay, 0, 0, 6}, Step{365 * kDay, 0, 0, 12}};

QDateTime local(qint64 ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone);
}

qint64 startOf(QDate date, const QTimeZone &zone)
{
    return date.startOfDay(zone).toMSecsSinceEpoch();
}

QString weekdayOf(QDate date, const QLocale &locale)
{
    return locale.dayName(date.dayOfWeek(), QLocale::ShortFormat).remove(u'.');
}

QString dayLabel(QDate date, const QLocale &locale)
{
    return weekdayOf(date, locale) + u' ' + dayWithoutYear(date, locale);
}

QString clockLabel(QTime time) { return time.toString(QStringLiteral("HH:mm")); }

/// The marks within one day, which may have 23 or 25 hours.
void addHours(std::vector<TimeTick> *ticks, QDate date, const Step &step, const QTimeZone &zone,
    const QLocale &locale)
{
    const qint64 start = startOf(date, zone);
    const qint64 end = startOf(date.addDays(1), zone);
    const bool isPlain = end - start == kDay;
    for (qint64 ms = start; ms < end; ms += isPlain ? step.minutes * kMinute : 15 * kMinute) {
        const QTime time = isPlain ? QTime::fromMSecsSinceStartOfDay(static_cast<int>(ms - start))
                                   : local(ms, zone).time();
        const int minutes = time.hour() * 60 + time.minute();
        if (ms == start)
            ticks->push_back({ms, dayLabel(date, locale), true});
        else if (minutes % step.minutes == 0)
            ticks->push_back({ms, clockLabel(time), false});
    }
}

std::vector<TimeTick> dayTicks(
    QDate first, QDate last, const Step &step, const QTimeZone &zone, const QLocale &locale)
{
    std::vector<TimeTick> ticks;
    // Weeks begin on the locale's first day; days are counted from a fixed one, so that marks stay
    // where they are while the axis moves.
    const QDate anchor = QDate(2001, 1, 1).addDays(locale.firstDayOfWeek() - Qt::Monday);
    const qint64 behind = ((anchor.daysTo(first) % step.days) + step.days) % step.days;
    for (QDate day = first.addDays(-behind); day <= last; day = day.addDays(step.days))
        ticks.push_back(
            {startOf(day, zone), dayLabel(day, locale), step.days == 1 && day.day() == 1});
    return ticks;
}

std::vector<TimeTick> monthTicks(
    QDate first, QDate last, const Step &step, const QTimeZone &zone, const QLocale &locale)
{
    std::vector<TimeTick> ticks;
    const int month = (first.month() - 1) / step.months * step.months + 1;
    for (QDate day(first.year(), month, 1); day <= last; day = day.addMonths(step.months))
        ticks.push_back({startOf(day, zone),
            locale.toString(day, TimeTicksTr::tr("MMM yyyy", "a month on the time axis")),
            day.month() == 1});
    return ticks;
}

} // namespace

std::vector<TimeTick> timeTicks(
    ChartSpan span, const QTimeZone &zone, int most, const QLocale &locale)
{
    if (span.length() < 1 || most < 1)
        return {};
    const auto *step = std::find_if(kSteps.begin(), kSteps.end(),
        [&](const Step &one) { return span.length() / one.ms < most; });
    if (step == kSteps.end())
        --step;
    const QDate first = local(span.fromMs, zone).date();
    const QDate last = local(span.toMs, zone).date();
    std::vector<TimeTick> ticks;
    if (step->minutes > 0) {
        for (QDate day = first; day <= last; day = day.addDays(1))
            addHours(&ticks, day, *step, zone, locale);
    } else if (step->days > 0) {
        ticks = dayTicks(first, last, *step, zone, locale);
    } else {
        ticks = monthTicks(first, last, *step, zone, locale);
    }
    std::erase_if(ticks,
        [span](const TimeTick &tick) { return tick.ms < span.fromMs || tick.ms >= span.toMs; });
    return ticks;
}

QString intervalLength(qint64 intervalMs)
{
    if (intervalMs == kDay)
        return TimeTicksTr::tr("1 day");
    if (intervalMs == kHour)
        return TimeTicksTr::tr("1 hour");
    return TimeTicksTr::tr("%1 minutes").arg(intervalMs / kMinute);
}

QString intervalText(
    qint64 startMs, qint64 intervalMs, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime start = local(startMs, zone);
    const QDate date = start.date();
    const QString day = weekdayOf(date, locale) + u' ' + dayText(date, locale);
    if (intervalMs >= 23 * kHour)
        return day;
    const QString clock = TimeTicksTr::tr("%1, %2 to %3")
                              .arg(day, clockLabel(start.time()),
                                  clockLabel(local(startMs + intervalMs, zone).time()));
    if (startOf(date.addDays(1), zone) - startOf(date, zone) == kDay)
        return clock;
    const int offset = start.offsetFromUtc() / 60;
    const QString sign = offset < 0 ? QStringLiteral("−") : QStringLiteral("+");
    return QStringLiteral("%1 (UTC%2%3)")
        .arg(clock, sign, clockLabel(QTime(0, 0).addSecs(std::abs(offset) * 60)));
}

} // namespace queuesmith
