#include "domain/clock.h"

#include "platform/bootclock.h"

#include <QTimer>

namespace queuesmith {

std::chrono::milliseconds SystemClock::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(timeSinceBoot());
}

QDateTime SystemClock::utcNow() const { return QDateTime::currentDateTimeUtc(); }

Clock::Timer SystemClock::callAfter(
    std::chrono::milliseconds delay, QObject *context, std::function<void()> call)
{
    auto *timer = new QTimer(context);
    timer->setSingleShot(true);
    timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(timer, &QTimer::timeout, context, [timer, call = std::move(call)] {
        // The call may delete the context and the timer with it.
        const auto work = call;
        timer->deleteLater();
        work();
    });
    timer->start(delay);
    return Timer(timer);
}

} // namespace queuesmith
