#include "capacity/wallclock.h"

#include <QDateTime>

#include <limits>

namespace queuesmith {

namespace {

QDateTime utc(qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }

} // namespace

WallClock::WallClock(const CapacityConfig &config)
    : m_offsetMs(config.utcOffsetMinutes * 60'000LL)
{
    if (!config.timeZone.isEmpty())
        m_zone = QTimeZone(config.timeZone.toUtf8());
}

qint64 WallClock::localMs(qint64 utcMs)
{
    if (m_zone.isValid() && (utcMs < m_fromMs || utcMs >= m_toMs))
        look(utcMs);
    return utcMs + m_offsetMs;
}

void WallClock::look(qint64 utcMs)
{
    m_offsetMs = m_zone.offsetFromUtc(utc(utcMs)) * 1000LL;
    m_fromMs = utcMs;
    const QTimeZone::OffsetData next = m_zone.nextTransition(utc(utcMs));
    m_toMs =
        next.atUtc.isValid() ? next.atUtc.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
}

std::vector<WallClock::Change> WallClock::changesBetween(qint64 fromMs, qint64 toMs) const
{
    std::vector<Change> changes;
    if (!m_zone.isValid())
        return changes;
    const QTimeZone::OffsetDataList transitions = m_zone.transitions(utc(fromMs), utc(toMs));
    for (const QTimeZone::OffsetData &transition : transitions) {
        const qint64 at = transition.atUtc.toMSecsSinceEpoch();
        const qint64 before = at + m_zone.offsetFromUtc(utc(at - 1)) * 1000LL;
        const qint64 after = at + transition.offsetFromUtc * 1000LL;
        if (before != after)
            changes.push_back({before, after});
    }
    return changes;
}

} // namespace queuesmith
