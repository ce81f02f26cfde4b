#include "heartbeat.h"

#include <QSignalSpy>

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {
using namespace std::chrono_literals;
} // namespace

Heartbeat::Heartbeat()
    : m_schedule(QStringLiteral("/proc/thread-self/schedstat"))
{
    m_schedule.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1ms);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
}

bool Heartbeat::watchUntil(const std::function<bool()> &over, std::chrono::milliseconds limit)
{
    m_gaps.clear();
    m_last = 0;
    m_firstQueued = m_lastQueued = queuedNs();
    m_clock.start();
    m_timer.start();
    QTimer asking;
    bool isOver = false;
    connect(&asking, &QTimer::timeout, this, [&] {
        isOver = isOver || over();
        if (isOver)
            Q_EMIT watched();
    });
    asking.start(10ms);
    // No QTest::qWaitFor(): it sleeps between the turns of the event loop.
    QSignalSpy spy(this, &Heartbeat::watched);
    spy.wait(static_cast<int>(limit.count()));
    m_timer.stop();
    beat();
    return isOver;
}

void Heartbeat::watchFor(std::chrono::milliseconds time)
{
    watchUntil([] { return false; }, time);
}

Gaps Heartbeat::gaps() const
{
    const double queued = static_cast<double>(m_lastQueued - m_firstQueued)
        / static_cast<double>(std::max<qint64>(1, m_last));
    return {m_gaps.isEmpty() ? 0 : *std::max_element(m_gaps.cbegin(), m_gaps.cend()),
        percentile(m_gaps, 0.95), m_gaps.size(), queued};
}

void Heartbeat::beat()
{
    const qint64 now = m_clock.nsecsElapsed();
    const qint64 queued = queuedNs();
    m_gaps.append(static_cast<double>(now - m_last - (queued - m_lastQueued)) / 1e6);
    m_last = now;
    m_lastQueued = queued;
}

/// Its second figure: how long the thread has waited for a processor.
qint64 Heartbeat::queuedNs()
{
    return m_schedule.seek(0) ? m_schedule.readLine().split(' ').value(1).toLongLong() : 0;
}

double percentile(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const double rank = std::ceil(share * static_cast<double>(values.size()));
    return values.at(std::max<qsizetype>(0, static_cast<qsizetype>(rank) - 1));
}

} // namespace queuesmith
