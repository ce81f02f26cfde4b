#include "window/tables/relativetime.h"

#include "window/tables/datetexts.h"

#include <QCoreApplication>

#include <chrono>

namespace queuesmith {

namespace {
struct RelativeTimeTr {
    Q_DECLARE_TR_FUNCTIONS(RelativeTime)
};
} // namespace

QString relativeTime(const QDateTime &at, const QDateTime &now)
{
    using namespace std::chrono;
    constexpr minutes kClockSkew{1};
    constexpr hours kMonth{24 * 30};
    if (!at.isValid())
        return {};
    const milliseconds ago(at.msecsTo(now));
    if (ago < -kClockSkew)
        return minuteText(at.toLocalTime());
    if (ago < minutes(1))
        return RelativeTimeTr::tr("just now");
    if (ago < hours(1))
        return RelativeTimeTr::tr("%1 min ago").arg(duration_cast<minutes>(ago).count());
    if (ago < hours(24))
        return RelativeTimeTr::tr("%1 h ago").arg(duration_cast<hours>(ago).count());
    if (ago < kMonth)
        return RelativeTimeTr::tr("%1 d ago").arg(duration_cast<hours>(ago).count() / 24);
    return dayText(at.toLocalTime().date());
}

QString exactTime(const QDateTime &at)
{
    if (!at.isValid())
        return {};
    return RelativeTimeTr::tr("%1 UTC\n%2 local time")
        .arg(at.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")),
            minuteText(at.toLocalTime()));
}

} // namespace queuesmith
