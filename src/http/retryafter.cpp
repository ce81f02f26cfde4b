#include "http/retryafter.h"

#include <QRegularExpression>

#include <algorithm>

namespace queuesmith {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLongest = std::chrono::hours(24 * 365);

int fullYear(QStringView digits, const QDateTime &now)
{
    const int year = digits.toInt();
    if (digits.size() > 2)
        return year;
    const int thisYear = now.date().year();
    const int candidate = thisYear - thisYear % 100 + year;
    return candidate > thisYear + 50 ? candidate - 100 : candidate;
}

const QList<QRegularExpression> &dateForms()
{
    static const QList<QRegularExpression> forms{
        QRegularExpression(QStringLiteral("^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\\d\\d) "
                                          "(?<month>[A-Z][a-z]{2}) (?<year>\\d{4}) "
                                          "(?<time>\\d\\d:\\d\\d:\\d\\d) GMT$")),
        QRegularExpression(QStringLiteral("^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, "
                                          "(?<day>\\d\\d)-(?<month>[A-Z][a-z]{2})-(?<year>\\d\\d) "
                                          "(?<time>\\d\\d:\\d\\d:\\d\\d) GMT$")),
        QRegularExpression(QStringLiteral(
            "^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>[A-Z][a-z]{2}) (?<day>[ \\d]\\d) "
            "(?<time>\\d\\d:\\d\\d:\\d\\d) (?<year>\\d{4})$")),
    };
    return forms;
}

std::optional<QDateTime> dateFrom(const QRegularExpressionMatch &match, const QDateTime &now)
{
    const QString year = QString::number(fullYear(match.capturedView(u"year"), now));
    const QDate date =
        QDate::fromString(match.captured(u"day").trimmed() + match.captured(u"month") + year,
            QStringLiteral("dMMMyyyy"));
    // A leap second has no place in QTime.
    const QString time = match.captured(u"time");
    const QTime valid = QTime::fromString(
        time.endsWith(QLatin1String(":60")) ? time.chopped(2) + QLatin1String("59") : time);
    if (!date.isValid() || !valid.isValid())
        return std::nullopt;
    return QDateTime(date, valid, Qt::UTC);
}

bool isNumber(const QByteArray &text)
{
    return !text.isEmpty()
        && std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<QDateTime> parseHttpDate(const QByteArray &text, const QDateTime &now)
{
    const QString trimmed = QString::fromLatin1(text.trimmed());
    for (const QRegularExpression &form : dateForms()) {
        if (const auto match = form.match(trimmed); match.hasMatch())
            return dateFrom(match, now);
    }
    return std::nullopt;
}

namespace {

std::optional<milliseconds> parseOne(const QByteArray &value, const QDateTime &now)
{
    const QByteArray text = value.trimmed();
    if (isNumber(text)) {
        bool fits = false;
        const qint64 seconds = text.toLongLong(&fits);
        if (!fits || seconds >= std::chrono::duration_cast<std::chrono::seconds>(kLongest).count())
            return kLongest;
        return std::chrono::seconds(seconds);
    }
    const auto date = parseHttpDate(text, now);
    if (!date)
        return std::nullopt;
    return std::clamp(milliseconds(now.msecsTo(*date)), milliseconds(0), kLongest);
}

} // namespace

std::optional<milliseconds> parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    const QList<QByteArray> parts = value.split(',');
    std::optional<milliseconds> longest;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        auto delay = parseOne(parts.at(i), now);
        if (!delay && i + 1 < parts.size()) // a date has a comma of its own
            delay = parseOne(parts.at(i) + ',' + parts.at(i + 1), now);
        longest = std::max(longest, delay);
    }
    return longest;
}

} // namespace queuesmith
