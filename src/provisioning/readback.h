#pragma once

#include "domain/clock.h"
#include "domain/queue.h"
#include "http/httptypes.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace queuesmith {

class Call;
struct Error;

/// What one look at the tenant said about something whose creation or change wasn't answered.
struct Look {
    enum class Answer {
        Found,
        FoundTwice, ///< so far; a list that is being read while it grows may show it twice
        Absent, ///< not applied so far
        Gone, ///< the tenant says that it has no queue of this id
        Unanswered, ///< this time; a later look may be answered
        Unanswerable, ///< the tenant lacks the operation, or refuses it
    };
    Answer answer = Answer::Unanswered;
    Sentence why; ///< a sentence when there was no answer
    std::optional<Queue> queue = {}; ///< what was looked at, when it is a queue
    QStringList twins = {}; ///< ids of further queues that are as it was sent
};

[[nodiscard]] QString word(Look::Answer answer); ///< for the diagnostic log

/// What a failed look means for the next one.
[[nodiscard]] Look lookThatFailed(const Error &error);

/// How long after a cancel it may still be looked what became of what was sent, all looks together:
/// a person who stops the program sees it end within two seconds.
inline constexpr std::chrono::milliseconds kLastLook{1'800};

/// Starts a look; `done` is called once from the event loop unless `context` died.
using LookFunction =
    std::function<Call *(QObject *context, std::function<void(const Look &)> done)>;

/// Looks again and again until the thing is found, or has been absent for a whole settle window:
/// a tenant may carry out a request long after it answered with an error. Emits finished() once.
/// `Absent` and `FoundTwice` are given only by a look at the end of the window; `Gone` and
/// `Unanswerable` end it at once.
class ReadBack final : public QObject {
    Q_OBJECT

public:
    ReadBack(Clock &clock, LookFunction look, std::chrono::milliseconds window,
        QObject *parent = nullptr);

    void start();
    /// Looks at once instead of at the next time.
    void lookNow();
    /// One last look, of at most `limit`; only `Found` is conclusive then.
    void finishSoon(std::chrono::milliseconds limit = kLastLook);

    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    Q_SIGNAL void finished(const queuesmith::Look &look);

private:
    void lookOnce();
    void take(const Look &look);
    void finish(const Look &look);

    Clock &m_clock;
    LookFunction m_look;
    std::chrono::milliseconds m_window;
    std::chrono::milliseconds m_started{0};
    std::chrono::milliseconds m_lookStarted{0};
    QPointer<Call> m_call;
    Clock::Timer m_next;
    Clock::Timer m_limit;
    bool m_finishing = false;
};

} // namespace queuesmith
