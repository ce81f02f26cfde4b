#include "hostgate.h"

#include "retrypolicy.h"

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
    const bool first = visitor.again || visitor.forToken;
    // Behind those who came back before it, but before everyone who is new.
    const auto place = first
        ? std::find_if(m_waiting.begin(), m_waiting.end(),
            [](const Waiter &waiter) { return !waiter.visitor.again && !waiter.visitor.forToken; })
        : m_waiting.end();
    Waiter waiter;
    waiter.pass = ++m_lastPass;
    waiter.visitor = std::move(visitor);
    m_waiting.insert(place, std::move(waiter));
    schedulePump();
    return m_lastPass;
}

void HostGate::leave(Pass pass, HostHealth health, std::optional<milliseconds> retryAfter)
{
    if (const auto inside = m_inside.constFind(pass); inside != m_inside.cend()) {
        const Inside left = *inside;
        m_inside.erase(inside);
        learn(left, health, retryAfter);
    } else {
        std::erase_if(m_waiting, [pass](const Waiter &waiter) { return waiter.pass == pass; });
    }
    schedulePump();
}

void HostGate::learn(
    const Inside &inside, HostHealth health, std::optional<milliseconds> retryAfter)
{
    const milliseconds now = m_clock.elapsed();
    const bool failed = health == HostHealth::Failing;
    if (inside.probe && health != HostHealth::Untold)
        m_breaker.probeEnded(failed, now);
    else if (health == HostHealth::Good || health == HostHealth::Refusing || failed)
        m_breaker.record(failed, now);

    if (health == HostHealth::Good || health == HostHealth::Refusing)
        m_pacer.accepted(now);
    if (health == HostHealth::Good)
        m_budget.succeeded();
    if (health == HostHealth::Throttling) {
        // What is longer ends the requests; then the person decides, and may try at once.
        if (retryAfter && *retryAfter <= kLongestRetryAfter)
            m_heldUntil = std::max(m_heldUntil, now + *retryAfter);
        m_pacer.throttled(now, inside.period, m_heldUntil);
    }
}

void HostGate::schedulePump()
{
    if (std::exchange(m_pumpScheduled, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_pumpScheduled = false;
            pump();
        },
        Qt::QueuedConnection);
}

void HostGate::pump()
{
    const QPointer<HostGate> alive(this);
    while (alive) {
        const std::size_t index = nextIndex();
        if (index >= m_waiting.size())
            break;
        const bool probe = m_breaker.state(m_clock.elapsed()) == CircuitBreaker::State::Probing;
        admit(index, probe);
    }
    if (alive)
        tellWaiters();
    if (alive)
        armTimer();
}

void HostGate::admit(std::size_t index, bool probe)
{
    const auto place = m_waiting.begin() + static_cast<std::ptrdiff_t>(index);
    const Waiter waiter = std::move(*place);
    m_waiting.erase(place);
    Inside inside;
    inside.period = m_pacer.started(m_clock.elapsed());
    inside.forToken = waiter.visitor.forToken;
    inside.probe = probe
        && std::none_of(
            m_inside.cbegin(), m_inside.cend(), [](const Inside &other) { return other.probe; });
    m_inside.insert(waiter.pass, inside);
    waiter.visitor.admitted();
}

std::size_t HostGate::nextIndex() const
{
    const auto free = [this](const Waiter &waiter) { return !hold(waiter); };
    auto found = std::find_if(m_waiting.cbegin(), m_waiting.cend(), free);
    if (m_breaker.state(m_clock.elapsed()) == CircuitBreaker::State::Probing) {
        const auto reads =
            std::find_if(m_waiting.cbegin(), m_waiting.cend(), [&](const Waiter &waiter) {
                return waiter.visitor.effect == HttpEffect::Reads && free(waiter);
            });
        if (reads != m_waiting.cend())
            found = reads;
    }
    return static_cast<std::size_t>(found - m_waiting.cbegin());
}

std::optional<HostGate::Hold> HostGate::hold(const Waiter &waiter) const
{
    const milliseconds now = m_clock.elapsed();
    if (m_heldUntil > now)
        return Hold{WaitReason::RetryAfter, m_heldUntil - now};
    if (const auto held = breakerHold(waiter))
        return held;
    if (const milliseconds delay = m_pacer.delay(now); delay > milliseconds(0))
        return Hold{WaitReason::Paced, delay};
    const auto places = std::count_if(
        m_inside.cbegin(), m_inside.cend(), [](const Inside &inside) { return !inside.forToken; });
    if (!waiter.visitor.forToken && places >= m_pacer.concurrency())
        return Hold{WaitReason::Paced, milliseconds(0)};
    return std::nullopt;
}

std::optional<HostGate::Hold> HostGate::breakerHold(const Waiter &waiter) const
{
    const milliseconds now = m_clock.elapsed();
    if (const milliseconds open = m_breaker.remaining(now); open > milliseconds(0))
        return Hold{WaitReason::BreakerOpen, open};
    const bool probed = m_breaker.state(now) == CircuitBreaker::State::Probing
        && std::any_of(
            m_inside.cbegin(), m_inside.cend(), [](const Inside &inside) { return inside.probe; });
    if (probed && !waiter.visitor.forToken)
        return Hold{WaitReason::BreakerOpen, milliseconds(0)};
    return std::nullopt;
}

void HostGate::tellWaiters()
{
    struct Note {
        decltype(Visitor::held) held;
        Pass pass;
        Hold hold;
    };
    std::deque<Note> notes;
    const milliseconds now = m_clock.elapsed();
    for (Waiter &waiter : m_waiting) {
        const auto held = hold(waiter);
        if (!held)
            continue;
        // A longer demand is news; that our own pace changes isn't.
        const bool longer =
            held->reason != WaitReason::Paced && now + held->delay > waiter.toldUntil;
        if (waiter.told == held->reason && !longer)
            continue;
        waiter.told = held->reason;
        waiter.toldUntil = now + held->delay;
        notes.push_back({waiter.visitor.held, waiter.pass, *held});
    }
    const QPointer<HostGate> alive(this);
    for (const Note &note : notes) {
        // Whoever is told may make others leave, and may end us.
        const bool waits = alive
            && std::any_of(m_waiting.cbegin(), m_waiting.cend(),
                [&note](const Waiter &waiter) { return waiter.pass == note.pass; });
        if (waits)
            note.held(note.hold.reason, note.hold.delay);
    }
}

void HostGate::armTimer()
{
    m_timer.cancel();
    std::optional<milliseconds> next;
    for (const Waiter &waiter : m_waiting) {
        const auto held = hold(waiter);
        if (held && held->delay > milliseconds(0))
            next = std::min(next.value_or(held->delay), held->delay);
    }
    if (next)
        m_timer = m_clock.callAfter(*next, this, [this] {
            m_timer = {};
            pump();
        });
}

} // namespace queuesmith
