#pragma once

#include "domain/clock.h"
#include "domain/result.h"
#include "http/hostgate.h"
#include "http/httpattempt.h"
#include "http/httpmessages.h"
#include "http/httptypes.h"

#include <QObject>
#include <QPointer>

namespace queuesmith {

class HttpClient;

/// One logical request with all its attempts. Emits finished() exactly once, always from the event
/// loop. Owned by its parent; may be deleted at any time, and then emits nothing more.
/// Lives on the thread of its HttpClient.
class HttpJob final : public QObject {
    Q_OBJECT

public:
    ~HttpJob() override;

    /// Ends the job as soon as may be: Applied::No when nothing was sent that could have taken
    /// effect, Unknown when something was. An answer that is already there still counts.
    void cancel();

    /// Skips our own back-off; has no effect in a Retry-After, in pacing or while a request is
    /// under way.
    void retryNow();

    Q_SIGNAL void attemptStarted(int attempt, int maxAttempts);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    Q_SIGNAL void finished(const queuesmith::HttpOutcome &outcome);

private:
    friend class HttpClient;
    HttpJob(HttpClient &client, const HttpRequest &request, const RequestLimits &limits,
        AnswerReader reader, QObject *parent);

    /// A wait that we chose or the tenant demanded, between two attempts.
    struct Pause {
        Clock::Timer timer;
        std::chrono::milliseconds begun{0};
        std::chrono::milliseconds demanded{0};
    };

    void start();
    void enterGate();
    void admitted();
    void authorized(const Result<QByteArray> &value);
    void sendAttempt();
    void attemptEnded(const AttemptResult &result);
    void read(const AttemptResult &result);
    void conclude(const AttemptResult &result, AnswerVerdict answer);
    [[nodiscard]] Verdict judge(const AttemptResult &result, AnswerVerdict answer) const;
    void follow(const Verdict &verdict);
    void measure(const AttemptResult &result);
    void retryOrGiveUp(const Verdict &verdict);
    void pause(const RetryDecision &decision);
    void resume();
    void tellWaiting(WaitReason reason, std::chrono::milliseconds delay);

    void leaveGate(HostHealth health);
    void releaseAll();
    void endWith(const Verdict &verdict, GiveUp giveUp = GiveUp::No);
    void finish(Applied applied, std::optional<Error> error);
    [[nodiscard]] Error errorFor(const Verdict &verdict, GiveUp giveUp) const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter() const;
    [[nodiscard]] int maxAttempts() const;

    QPointer<HttpClient> m_client;
    Clock &m_clock;
    HttpRequest m_request;
    RequestLimits m_limits;
    AnswerReader m_reader;

    QPointer<HostGate> m_gate;
    HostGate::Pass m_pass = 0; ///< 0: neither waiting at the gate nor inside
    QObject *m_authorizing = nullptr; ///< its death calls the question off
    HttpAttempt *m_attempt = nullptr;
    Pause m_pause;

    QByteArray m_authorization; ///< of the attempt under way or the last one
    bool m_refreshed = false;
    bool m_reading = false; ///< an answer is there, and is read on another thread
    bool m_cancelled = false;
    bool m_ended = false;
    int m_attempts = 0; ///< also those that never reached the wire
    std::optional<std::chrono::milliseconds> m_firstSent;
    HttpOutcome m_outcome;
};

} // namespace queuesmith
