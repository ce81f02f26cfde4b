#include "window/waittimes/waitwords.h"

#include "window/waittimes/timeticks.h"

#include <QCoreApplication>

#include <cmath>

namespace queuesmith {

namespace {

struct WaitWordsTr {
    Q_DECLARE_TR_FUNCTIONS(WaitTimes)
};

QString dash() { return QStringLiteral("–"); }

} // namespace

QString callsText(double calls, const QLocale &locale)
{
    if (std::isnan(calls))
        return dash();
    const bool isWhole = std::abs(calls - std::round(calls)) < 0.05 || calls >= 100;
    return locale.toString(calls, 'f', isWhole ? 0 : 1);
}

QString measureText(double value, Measure measure, const QLocale &locale)
{
    switch (measure) {
    case Measure::Abandonment:
        return percentText(value, locale);
    case Measure::Volume:
        return callsText(value, locale);
    case Measure::Wait:
    case Measure::HandleTime:
        break;
    }
    return secondsText(value, locale);
}

QString measureName(Measure measure)
{
    switch (measure) {
    case Measure::Wait:
        return WaitWordsTr::tr("Wait");
    case Measure::Abandonment:
        return WaitWordsTr::tr("Abandonment");
    case Measure::Volume:
        return WaitWordsTr::tr("Volume");
    case Measure::HandleTime:
        break;
    }
    return WaitWordsTr::tr("Handle time");
}

QString measureWord(Measure measure)
{
    switch (measure) {
    case Measure::Wait:
        return WaitWordsTr::tr("wait", "within a sentence");
    case Measure::Abandonment:
        return WaitWordsTr::tr("abandonment", "within a sentence");
    case Measure::Volume:
        return WaitWordsTr::tr("volume", "within a sentence");
    case Measure::HandleTime:
        break;
    }
    return WaitWordsTr::tr("handle time", "within a sentence");
}

QString readOut(const WaitSeries &series, int index, const QLocale &locale)
{
    if (index < 0 || index >= static_cast<int>(series.points.size()))
        return {};
    const WaitPoint &point = series.points[static_cast<std::size_t>(index)];
    return WaitWordsTr::tr("%1: wait %2, %3 hung up, calls: %4, handle time %5")
        .arg(intervalText(point.startMs, series.intervalMs, series.zone, locale),
            secondsText(point.waitSeconds, locale), percentText(point.abandonRate, locale),
            callsText(point.offered, locale), secondsText(point.handleSeconds, locale));
}

} // namespace queuesmith
