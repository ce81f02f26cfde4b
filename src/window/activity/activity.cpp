#include "activity.h"

#include "activitytexts.h"

#include <QStringList>

namespace queuesmith {

Activity::Activity(QString title, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_title(std::move(title))
    , m_clock(clock)
    , m_begun(clock.elapsed())
{
}

void Activity::setStage(Stage stage)
{
    m_stage = stage;
    m_waiting.reset();
    m_attempt = 0;
    m_state = State::Running;
    Q_EMIT changed();
}

void Activity::setAttempt(int attempt, int maxAttempts)
{
    m_attempt = attempt;
    m_maxAttempts = maxAttempts;
    m_waiting.reset();
    m_state = State::Running;
    Q_EMIT changed();
}

void Activity::setWaiting(const Waiting &waiting)
{
    m_waiting = waiting;
    m_waitBegun = m_clock.elapsed();
    m_state = State::Waiting;
    Q_EMIT changed();
}

void Activity::conclude(State state, const QString &sentence)
{
    m_state = state;
    m_end = sentence;
    m_waiting.reset();
    Q_EMIT changed();
    Q_EMIT concluded();
}

bool Activity::isOver() const { return m_state != State::Running && m_state != State::Waiting; }

QString Activity::sentence() const
{
    if (isOver())
        return m_title + QStringLiteral(": ") + m_end;
    QStringList parts;
    if (m_cancelling)
        parts.append(tr("cancelling"));
    if (m_stage)
        parts.append(stageText(*m_stage));
    if (m_waiting)
        parts.append(waitText(*m_waiting, remaining()));
    else if (m_attempt > 1)
        parts.append(attemptText(m_attempt, m_maxAttempts));
    return m_title + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

bool Activity::canRetryNow() const
{
    return m_waiting && !m_cancelling
        && (m_waiting->reason == WaitReason::Backoff || m_waiting->reason == WaitReason::Settling);
}

std::optional<std::chrono::milliseconds> Activity::remaining() const
{
    if (!m_waiting || m_waiting->delay.count() == 0)
        return std::nullopt;
    return std::max(
        std::chrono::milliseconds(0), m_waitBegun + m_waiting->delay - m_clock.elapsed());
}

std::chrono::milliseconds Activity::age() const { return m_clock.elapsed() - m_begun; }

void Activity::retryNow()
{
    if (canRetryNow())
        Q_EMIT retryRequested();
}

void Activity::cancel()
{
    if (isOver() || m_cancelling)
        return;
    m_cancelling = true;
    Q_EMIT changed();
    Q_EMIT cancelRequested();
}

} // namespace queuesmith
