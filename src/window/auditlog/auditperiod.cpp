#include "window/auditlog/auditperiod.h"

#include <QCoreApplication>

#include <utility>

namespace queuesmith {

namespace {
struct AuditPeriodTr {
    Q_DECLARE_TR_FUNCTIONS(AuditPeriod)
};

QString utcText(const QDateTime &at) { return at.toString(QStringLiteral("yyyy-MM-dd HH:mm")); }
} // namespace

void setDays(AuditFilter *filter, std::optional<QDate> from, std::optional<QDate> to)
{
    if (from && to && *to < *from)
        std::swap(from, to);
    // startOfDay() knows the days that begin at another hour than midnight.
    filter->since = from ? std::optional(from->startOfDay().toUTC()) : std::nullopt;
    filter->until = to ? std::optional(to->addDays(1).startOfDay().toUTC()) : std::nullopt;
}

QString periodText(const AuditFilter &filter)
{
    const QString days = AuditPeriodTr::tr("Whole days in local time, both included.");
    if (filter.since && filter.until) {
        return days + QLatin1Char('\n')
            + AuditPeriodTr::tr("In UTC: from %1 until before %2.")
                  .arg(utcText(*filter.since), utcText(*filter.until));
    }
    if (filter.since)
        return days + QLatin1Char('\n')
            + AuditPeriodTr::tr("In UTC: from %1.").arg(utcText(*filter.since));
    if (filter.until) {
        return days + QLatin1Char('\n')
            + AuditPeriodTr::tr("In UTC: until before %1.").arg(utcText(*filter.until));
    }
    return days;
}

} // namespace queuesmith
