#include "window/tables/datetexts.h"

#include <QRegularExpression>

namespace queuesmith {

namespace {

/// The locale's long date without its weekday, and with a short month.
QString patternOf(const QLocale &locale)
{
    static const QRegularExpression weekday(QStringLiteral("^dddd[,.\\s]*|[,.\\s]*dddd"));
    QString pattern = locale.dateFormat(QLocale::LongFormat).remove(weekday);
    return pattern.replace(QLatin1StringView("MMMM"), QLatin1StringView("MMM"));
}

QString written(QDate date, QString pattern, const QLocale &locale)
{
    // A full stop after a month's short name would look like the one after a day's number.
    QString month = locale.monthName(date.month(), QLocale::ShortFormat).remove(u'.');
    month.replace(u'\'', QLatin1StringView("''"));
    pattern.replace(QLatin1StringView("MMM"), QChar(u'\'') + month + QChar(u'\''));
    return locale.toString(date, pattern);
}

} // namespace

QString dayText(QDate date, const QLocale &locale)
{
    return written(date, patternOf(locale), locale);
}

QString dayWithoutYear(QDate date, const QLocale &locale)
{
    static const QRegularExpression year(
        QStringLiteral("^yyyy[^A-Za-z']*|[,\\s]*('[^']*')?[,\\s]*yyyy.*$"));
    return written(date, patternOf(locale).remove(year), locale);
}

QString minuteText(const QDateTime &at, const QLocale &locale)
{
    return dayText(at.date(), locale) + u' ' + locale.toString(at.time(), QLocale::ShortFormat);
}

} // namespace queuesmith
