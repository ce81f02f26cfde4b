#include "lastchange.h"

#include <QCoreApplication>
#include <QLocale>

namespace queuesmith {

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kMonth = 30 * kDay;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::QueuesModel)
};

QDateTime utcOf(const QJsonValue &value)
{
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

QString ago(qint64 count, const QString &one, const QString &several, const QLocale &locale)
{
    return count == 1 ? one : several.arg(locale.toString(count));
}

} // namespace

QDateTime lastChangeOf(const QJsonObject &queue)
{
    const QDateTime modified = utcOf(queue.value(QLatin1StringView("dateModified")));
    return modified.isValid() ? modified : utcOf(queue.value(QLatin1StringView("dateCreated")));
}

QString lastChangeText(const QDateTime &utc, const QDateTime &utcNow, const QLocale &locale)
{
    if (!utc.isValid())
        return QStringLiteral("–");
    const qint64 seconds = utc.secsTo(utcNow);
    if (seconds < -kMinute || seconds >= kMonth)
        return locale.toString(utc.toLocalTime().date(), QLocale::ShortFormat);
    if (seconds < kMinute)
        return Texts::tr("just now");
    if (seconds < kHour)
        return ago(
            seconds / kMinute, Texts::tr("1 minute ago"), Texts::tr("%1 minutes ago"), locale);
    if (seconds < kDay)
        return ago(seconds / kHour, Texts::tr("1 hour ago"), Texts::tr("%1 hours ago"), locale);
    return ago(seconds / kDay, Texts::tr("1 day ago"), Texts::tr("%1 days ago"), locale);
}

QString exactTimeText(const QDateTime &utc)
{
    return utc.isValid() ? utc.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")) : QString();
}

} // namespace queuesmith
