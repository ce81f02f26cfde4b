#pragma once

#include "domain/clock.h"
#include "http/circuitbreaker.h"
#include "http/classify.h"
#include "http/pacer.h"
#include "http/retrybudget.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <functional>

namespace queuesmith {

/// The door to one host: lets requests through as its pace, its Retry-After and its breaker allow.
/// First come, first served, but a request that was under way already goes before new ones.
///
/// An open breaker is probed by one request when its time is over: by the first waiting one that
/// changes nothing, and only when none is there by the first that does; else a lone change would
/// wait for ever. A token request is let through while a probe is under way, since the probe may
/// be waiting for that token; for the same reason it takes no place from the others.
class HostGate final : public QObject {
    Q_OBJECT

public:
    using Pass = quint64;

    struct Visitor {
        HttpEffect effect = HttpEffect::Reads;
        bool again = false; ///< not its first attempt
        bool forToken = false; ///< others may be waiting inside for what it brings
        std::function<void()> admitted; ///< called once, from the event loop
        /// Called when the wait begins and when its reason changes; 0 when its end isn't known.
        std::function<void(WaitReason, std::chrono::milliseconds)> held;
    };

    explicit HostGate(Clock &clock, QObject *parent = nullptr);

    Pass enter(Visitor visitor);
    /// The attempt is over, or the visitor doesn't want to wait any more. Nothing is called after
    /// it.
    void leave(Pass pass, HostHealth health,
        std::optional<std::chrono::milliseconds> retryAfter = std::nullopt);

    [[nodiscard]] RetryBudget &budget() { return m_budget; }
    [[nodiscard]] const Pacer &pacer() const { return m_pacer; }

private:
    struct Waiter {
        Pass pass = 0;
        Visitor visitor;
        std::optional<WaitReason> told = std::nullopt;
        std::chrono::milliseconds toldUntil{0};
    };
    struct Inside {
        int period = 0;
        bool isProbe = false;
        bool forToken = false;
    };
    struct Hold {
        WaitReason reason = WaitReason::Paced;
        std::chrono::milliseconds delay{0};
    };

    void schedulePump();
    void pump();
    [[nodiscard]] bool admitNext();
    [[nodiscard]] std::optional<Hold> hold(const Waiter &waiter) const;
    [[nodiscard]] bool isProbed() const;
    void tellWaiters();
    void learn(const Inside &departed, HostHealth health,
        std::optional<std::chrono::milliseconds> retryAfter);

    Clock &m_clock;
    Pacer m_pacer;
    RetryBudget m_budget;
    CircuitBreaker m_breaker;
    std::chrono::milliseconds m_heldUntil{0}; ///< a Retry-After for the whole host
    std::deque<Waiter> m_waiting;
    QHash<Pass, Inside> m_inside;
    Pass m_lastPass = 0;
    bool m_pumpScheduled = false;
    Clock::Timer m_timer;
};

} // namespace queuesmith
