#include "cli/liveline.h"

#include "cli/output.h"
#include "platform/ownprocess.h"

#include <algorithm>
#include <utility>

namespace queuesmith {

namespace {

constexpr std::chrono::milliseconds kWorthAWord{500};

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::SettlingEarlier:
        return LiveLine::tr("Looking at what an earlier run left open");
    case Stage::Validating:
        return LiveLine::tr("Validating");
    case Stage::Creating:
        return LiveLine::tr("Creating");
    case Stage::Updating:
        return LiveLine::tr("Changing");
    case Stage::ReadingBack:
        return LiveLine::tr("Reading back whether it is there:");
    case Stage::Exporting:
        return LiveLine::tr("Exporting the event stream:");
    case Stage::Verifying:
        break;
    }
    return LiveLine::tr("Verifying");
}

QString reasonText(const Waiting &waiting)
{
    const QString status =
        waiting.httpStatus != 0 ? QStringLiteral(" (%1)").arg(waiting.httpStatus) : QString();
    switch (waiting.reason) {
    case WaitReason::Backoff:
        return LiveLine::tr("the tenant didn't carry out the request%1").arg(status);
    case WaitReason::RetryAfter:
        return LiveLine::tr("the tenant asks to wait%1").arg(status);
    case WaitReason::Paced:
        return LiveLine::tr("requests are being paced");
    case WaitReason::BreakerOpen:
        return LiveLine::tr("the tenant fails too often, so requests pause");
    case WaitReason::Settling:
        break;
    }
    return LiveLine::tr("not there yet; a late effect is waited for%1").arg(status);
}

QString waitText(const Waiting &waiting, qint64 seconds)
{
    if (waiting.reason == WaitReason::Settling)
        return LiveLine::tr("%1, next look in %2 s").arg(reasonText(waiting)).arg(seconds);
    return LiveLine::tr("%1, attempt %2 of %3 in %4 s")
        .arg(reasonText(waiting))
        .arg(waiting.attempt)
        .arg(waiting.maxAttempts)
        .arg(seconds);
}

qint64 wholeSeconds(std::chrono::milliseconds delay)
{
    return std::chrono::ceil<std::chrono::seconds>(std::max(delay, std::chrono::milliseconds(0)))
        .count();
}

} // namespace

LiveLine::LiveLine(const Output &output, QString subject, QObject *parent)
    : QObject(parent)
    , m_output(output)
    , m_subject(std::move(subject))
    , m_isTerminal(isTerminal(stderr))
{
    m_tick.setInterval(std::chrono::milliseconds(250));
    connect(&m_tick, &QTimer::timeout, this, &LiveLine::repaint);
}

LiveLine::~LiveLine() { clear(); }

void LiveLine::setStage(Stage stage)
{
    keepWait();
    m_stage = m_subject.isEmpty() ? stageText(stage) : stageText(stage) + u' ' + m_subject;
    if (stage == Stage::ReadingBack)
        keep(tr("◆ No clear answer: looking whether the tenant did it all the same"));
    say(m_stage);
}

void LiveLine::setText(const QString &text)
{
    keepWait();
    m_stage = text;
    say(m_stage);
}

void LiveLine::setAttempt(int attempt, int maxAttempts)
{
    keepWait();
    if (attempt > 1)
        say(tr("%1: attempt %2 of %3").arg(m_stage).arg(attempt).arg(maxAttempts));
}

void LiveLine::setWaiting(const Waiting &waiting)
{
    if (waiting.delay < kWorthAWord)
        return;
    keepWait();
    m_waiting = waiting;
    m_waited = true;
    m_since.start();
    say(m_stage + QStringLiteral(": ") + waitText(waiting, wholeSeconds(waiting.delay)));
    if (m_isTerminal)
        m_tick.start();
}

void LiveLine::keepWait()
{
    m_tick.stop();
    if (std::exchange(m_waited, false))
        keep(tr("◷ Waited %2 s: %1")
                 .arg(reasonText(m_waiting), QString::number(wholeSeconds(m_waiting.delay))));
}

/// Elsewhere than on a terminal each event has its line already.
void LiveLine::keep(const QString &text)
{
    if (!m_isTerminal)
        return;
    clear();
    m_output.note(text);
}

void LiveLine::repaint()
{
    const auto left = m_waiting.delay - std::chrono::milliseconds(m_since.elapsed());
    say(m_stage + QStringLiteral(": ") + waitText(m_waiting, wholeSeconds(left)));
}

void LiveLine::say(const QString &text)
{
    if (!m_isTerminal) {
        m_output.note(text);
        return;
    }
    m_output.liveLine(text);
    m_shown = true;
}

void LiveLine::clear()
{
    m_tick.stop();
    if (!m_shown)
        return;
    m_output.liveLine({});
    m_shown = false;
}

} // namespace queuesmith
