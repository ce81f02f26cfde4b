#include "window/activity/activity.h"

#include "domain/logcategories.h"
#include "domain/logline.h"
#include "window/activity/activitytexts.h"

#include <QDateTime>
#include <QStringList>

namespace queuesmith {

namespace {

using namespace std::chrono_literals;
/// A quicker answer isn't worth a word.
constexpr std::chrono::milliseconds kQuiet = 2s;

const char *stateWord(Activity::State state)
{
    switch (state) {
    case Activity::State::Running:
        return "running";
    case Activity::State::Waiting:
        return "waiting";
    case Activity::State::Succeeded:
        return "succeeded";
    case Activity::State::Warned:
        return "warned";
    case Activity::State::Failed:
        return "failed";
    case Activity::State::Unknown:
        return "unknown";
    case Activity::State::Cancelled:
        break;
    }
    return "cancelled";
}

} // namespace

Activity::Activity(QString title, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_title(std::move(title))
    , m_clock(clock)
    , m_begun(clock.elapsed())
    , m_partBegun(m_begun)
{
}

void Activity::setSubject(const QString &queueName, const QString &subject)
{
    m_queueName = queueName;
    m_subject = subject;
}

/// Another part of the work, from now on.
void Activity::begin(State state)
{
    m_state = state;
    m_partBegun = m_clock.elapsed();
    Q_EMIT changed();
}

void Activity::setStage(Stage stage)
{
    m_stage = stage;
    m_waiting.reset();
    m_attempt = 0;
    begin(State::Running);
}

void Activity::setAttempt(int attempt, int maxAttempts)
{
    m_attempt = attempt;
    m_maxAttempts = maxAttempts;
    m_waiting.reset();
    begin(State::Running);
}

void Activity::setWaiting(const Waiting &waiting)
{
    m_waiting = waiting;
    begin(State::Waiting);
}

void Activity::conclude(State state, const QString &sentence)
{
    qCInfo(lcWindow) << LogLine(
        "activity", {{"state", stateWord(state)}, {"queue", m_queueName}, {"ms", age()}});
    m_state = state;
    m_end = sentence;
    m_waiting.reset();
    Q_EMIT changed();
    Q_EMIT concluded();
}

void Activity::concludeOpen(const OpenOutcome &outcome, const QString &sentence)
{
    m_open = outcome;
    conclude(State::Unknown, sentence);
}

bool Activity::isOver() const { return m_state != State::Running && m_state != State::Waiting; }

QString Activity::sentence() const
{
    if (isOver())
        return withName(m_title, m_end, m_queueName);
    QStringList parts;
    if (m_cancelling)
        parts.append(tr("cancelling"));
    if (m_stage)
        parts.append(stageText(*m_stage));
    const QString now = m_waiting ? waitingText() : runningText();
    if (!now.isEmpty())
        parts.append(now);
    return m_title + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

QString Activity::waitingText() const
{
    const auto left = m_waiting->windowLeft - (m_clock.elapsed() - m_partBegun);
    const QDateTime end = m_clock.utcNow().addMSecs(left.count());
    return waitText(
        *m_waiting, remaining(), m_waiting->windowLeft > 0ms ? end.toLocalTime() : QDateTime());
}

QString Activity::runningText() const
{
    QStringList parts;
    if (m_attempt > 1)
        parts.append(attemptText(m_attempt, m_maxAttempts));
    const auto silent = m_clock.elapsed() - m_partBegun;
    if (silent >= kQuiet)
        parts.append(silenceText(silent, m_attempt > 0 ? m_attemptLimit : 0ms));
    return parts.join(QStringLiteral(", "));
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
    return std::max(0ms, m_partBegun + m_waiting->delay - m_clock.elapsed());
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
