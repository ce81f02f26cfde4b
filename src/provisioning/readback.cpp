#include "provisioning/readback.h"

#include "cxone/call.h"
#include "domain/error.h"
#include "domain/logcategories.h"
#include "domain/logline.h"
#include "provisioning/settleschedule.h"

#include <utility>

namespace queuesmith {

using namespace std::chrono_literals;

QString word(Look::Answer answer)
{
    switch (answer) {
    case Look::Answer::Found:
        return QStringLiteral("found");
    case Look::Answer::FoundTwice:
        return QStringLiteral("found_twice");
    case Look::Answer::Absent:
        return QStringLiteral("absent");
    case Look::Answer::Gone:
        return QStringLiteral("gone");
    case Look::Answer::Unanswered:
        return QStringLiteral("unanswered");
    case Look::Answer::Unanswerable:
        break;
    }
    return QStringLiteral("unanswerable");
}

Look lookThatFailed(const Error &error)
{
    const bool isFinal =
        error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::NotAllowed;
    return {isFinal ? Look::Answer::Unanswerable : Look::Answer::Unanswered, whatHappened(error)};
}

ReadBack::ReadBack(
    Clock &clock, LookFunction look, std::chrono::milliseconds window, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_look(std::move(look))
    , m_window(window)
{
}

void ReadBack::start()
{
    m_started = m_clock.elapsed();
    lookOnce();
}

void ReadBack::lookNow()
{
    if (m_call)
        m_call->retryNow();
    else if (m_next.isActive())
        lookOnce();
}

void ReadBack::finishSoon(std::chrono::milliseconds limit)
{
    if (m_finishing)
        return;
    m_finishing = true;
    if (!m_call)
        lookOnce();
    m_limit = m_clock.callAfter(limit, this, [this] {
        if (m_call)
            m_call->cancel();
    });
}

void ReadBack::lookOnce()
{
    m_next.cancel();
    m_lookStarted = m_clock.elapsed();
    m_call = m_look(this, [this](const Look &look) { take(look); });
    connect(m_call, &Call::waiting, this, &ReadBack::waiting);
}

void ReadBack::take(const Look &look)
{
    m_call.clear();
    const bool isFinal = look.answer == Look::Answer::Found || look.answer == Look::Answer::Gone
        || look.answer == Look::Answer::Unanswerable;
    if (isFinal) {
        finish(look);
        return;
    }
    if (m_finishing) {
        finish({Look::Answer::Unanswered, look.why});
        return;
    }
    // What counts is when the look began: a slow answer says nothing about the time since.
    const auto next = nextLook(m_lookStarted - m_started, m_window);
    if (!next) {
        finish(look);
        return;
    }
    const auto delay = std::max(m_started + *next - m_clock.elapsed(), 0ms);
    Waiting wait;
    wait.reason = WaitReason::Settling;
    wait.delay = delay;
    wait.windowLeft = std::max(m_started + m_window - m_clock.elapsed(), 0ms);
    qCDebug(lcSettle) << LogLine("look",
        {{"answer", word(look.answer)}, {"next_ms", delay}, {"window_left_ms", wait.windowLeft}});
    // First the look, then the signal: who cancels or hurries on hearing it must find it there.
    m_next = m_clock.callAfter(delay, this, [this] { lookOnce(); });
    Q_EMIT waiting(wait);
}

void ReadBack::finish(const Look &look)
{
    m_next.cancel();
    m_limit.cancel();
    Q_EMIT finished(look);
}

} // namespace queuesmith
