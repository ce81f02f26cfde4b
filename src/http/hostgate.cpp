#include "http/hostgate.h"

#include "domain/logcategories.h"
#include "domain/logline.h"
#include "http/retrypolicy.h"

#include <QPointer>

#include <algorithm>

namespace queuesmith {

using std::chrono::milliseconds;

HostGate::HostGate(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

HostGate::Pass HostGate::enter(Visitor visitor)
{
    // Behind those who came back before it, but before everyone who is new.
    const auto isNew = [](const Visitor &one) { return !one.again && !one.forToken; };
    const auto place = isNew(visitor)
        ? m_waiting.end()
        : std::find_if(m_waiting.begin(), m_waiting.end(),
            [&isNew](const Waiter &waiter) { return isNew(waiter.visitor); });
    m_waiting.insert(place, {++m_lastPass, std::move(visitor)});
    schedulePump();
    return m_lastPass;
}

void HostGate::leave(Pass pass, HostHealth health, std::optional<milliseconds> retryAfter)
{
    if (m_inside.contains(pass))
        learn(m_inside.take(pass), health, retryAfter);
    else
        std::erase_if(m_waiting, [pass](const Waiter &waiter) { return waiter.pass == pass; });
    schedulePump();
}

void HostGate::learn(
    const Inside &departed, HostHealth health, std::optional<milliseconds> retryAfter)
{
    const milliseconds now = m_clock.elapsed();
    const bool failed = health == HostHealth::Failing;
    const bool taken = health == HostHealth::Good || health == HostHealth::Refusing;
    const bool isVerdict = departed.isProbe && health != HostHealth::Untold;
    const milliseconds openBefore = m_breaker.remaining(now);
    if (isVerdict)
        m_breaker.probeEnded(failed, now);
    else if (taken || failed)
        m_breaker.record(failed, now);
    if (const milliseconds open = m_breaker.remaining(now); open > openBefore)
        qCInfo(lcHttp) << LogLine("breaker_open", {{"host", objectName()}, {"ms", open}});
    else if (isVerdict)
        qCInfo(lcHttp) << LogLine("breaker_closed", {{"host", objectName()}});

    if (taken)
        m_pacer.accepted(now);
    if (health == HostHealth::Good)
        m_budget.succeeded();
    if (health == HostHealth::Throttling) {
        // What is longer ends the requests; then the person decides, and may try at once.
        if (retryAfter && *retryAfter <= kLongestRetryAfter)
            m_heldUntil = std::max(m_heldUntil, now + *retryAfter);
        m_pacer.throttled(now, departed.period, m_heldUntil);
    }
}

void HostGate::schedulePump()
{
    if (!std::exchange(m_pumpScheduled, true))
        QMetaObject::invokeMethod(this, &HostGate::pump, Qt::QueuedConnection);
}

void HostGate::pump()
{
    m_pumpScheduled = false;
    const QPointer<HostGate> alive(this);
    while (alive && admitNext()) { }
    if (alive)
        tellWaiters();
}

bool HostGate::admitNext()
{
    const milliseconds now = m_clock.elapsed();
    const auto isFree = [this](const Waiter &waiter) { return !hold(waiter); };
    auto next = std::find_if(m_waiting.begin(), m_waiting.end(), isFree);
    const bool isProbe = m_breaker.isProbing(now) && !isProbed();
    if (isProbe) {
        const auto reads = std::find_if(next, m_waiting.end(), [&isFree](const Waiter &waiter) {
            return waiter.visitor.effect == HttpEffect::Reads && isFree(waiter);
        });
        next = reads != m_waiting.end() ? reads : next;
    }
    if (next == m_waiting.end())
        return false;
    const Waiter waiter = std::move(*next);
    m_waiting.erase(next);
    m_inside.insert(waiter.pass, {m_pacer.started(now), isProbe, waiter.visitor.forToken});
    waiter.visitor.admitted();
    return true;
}

bool HostGate::isProbed() const
{
    return std::any_of(
        m_inside.cbegin(), m_inside.cend(), [](const Inside &inside) { return inside.isProbe; });
}

std::optional<HostGate::Hold> HostGate::hold(const Waiter &waiter) const
{
    const milliseconds now = m_clock.elapsed();
    if (m_heldUntil > now)
        return Hold{WaitReason::RetryAfter, m_heldUntil - now};
    if (const milliseconds open = m_breaker.remaining(now); open > milliseconds(0))
        return Hold{WaitReason::BreakerOpen, open};
    if (isProbed() && !waiter.visitor.forToken)
        return Hold{WaitReason::BreakerOpen, milliseconds(0)};
    if (const milliseconds delay = m_pacer.delay(now); delay > milliseconds(0))
        return Hold{WaitReason::Paced, delay};
    const auto places = std::count_if(
        m_inside.cbegin(), m_inside.cend(), [](const Inside &inside) { return !inside.forToken; });
    if (places >= m_pacer.concurrency() && !waiter.visitor.forToken)
        return Hold{WaitReason::Paced, milliseconds(0)};
    return std::nullopt;
}

void HostGate::tellWaiters()
{
    const milliseconds now = m_clock.elapsed();
    std::optional<milliseconds> next;
    std::deque<std::pair<Pass, std::function<void()>>> notes;
    for (Waiter &waiter : m_waiting) {
        const auto held = hold(waiter);
        if (!held)
            continue;
        if (held->delay > milliseconds(0))
            next = std::min(next.value_or(held->delay), held->delay);
        // A longer demand is news; that our own pace changes isn't.
        const bool isLonger =
            held->reason != WaitReason::Paced && now + held->delay > waiter.toldUntil;
        if (waiter.told == held->reason && !isLonger)
            continue;
        waiter.told = held->reason;
        waiter.toldUntil = now + held->delay;
        notes.emplace_back(waiter.pass,
            [tell = waiter.visitor.held, told = *held] { tell(told.reason, told.delay); });
    }
    m_timer.cancel();
    if (next)
        m_timer = m_clock.callAfter(*next, this, [this] {
            m_timer = {};
            pump();
        });

    const QPointer<HostGate> alive(this);
    for (const auto &[pass, tell] : notes) {
        // Whoever is told may make others leave, and may end us.
        const bool waits = alive
            && std::any_of(m_waiting.cbegin(), m_waiting.cend(),
                [pass = pass](const Waiter &waiter) { return waiter.pass == pass; });
        if (waits)
            tell();
    }
}

} // namespace queuesmith
