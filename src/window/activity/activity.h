#pragma once

#include "domain/clock.h"
#include "http/httptypes.h"
#include "provisioning/provisionreport.h"
#include "records/journal.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace queuesmith {

/// Work that was sent, and of which nobody knows yet how it ended. A person may know.
struct OpenOutcome {
    OperationKind kind = OperationKind::Create;
    QString queueName;
    QString queueId; ///< of a change; of a creation: what it probably is, or empty
};

/// One piece of work that the person may watch: what it is at, which attempt, why it waits and for
/// how long, how it ended. Knows nothing of what carries it out; that is connected with follow().
class Activity final : public QObject {
    Q_OBJECT

public:
    enum class State { Running, Waiting, Succeeded, Warned, Failed, Unknown, Cancelled };

    /// `title` says what is done, e.g. `Creating “Billing”`. `clock` must outlive this.
    Activity(QString title, Clock &clock, QObject *parent = nullptr);

    /// What it is about: its queue's name, which isn't said twice, and what is the same for every
    /// attempt at the same thing (see Activities::supersede()).
    void setSubject(const QString &queueName, const QString &subject);
    /// How long one attempt may stay without an answer.
    void setAttemptLimit(std::chrono::milliseconds limit) { m_attemptLimit = limit; }

    /// Connects a job: its stages, attempts and waits come here, and retryNow() and cancel() go
    /// there. Its end is told with conclude(), by whoever knows what it means.
    template <typename Job> void follow(Job *job)
    {
        if constexpr (requires { &Job::stageChanged; })
            connect(job, &Job::stageChanged, this, &Activity::setStage);
        if constexpr (requires { &Job::attemptStarted; })
            connect(job, &Job::attemptStarted, this, &Activity::setAttempt);
        connect(job, &Job::waiting, this, &Activity::setWaiting);
        connect(this, &Activity::retryRequested, job, &Job::retryNow);
        connect(this, &Activity::cancelRequested, job, &Job::cancel);
    }

    void setStage(Stage stage);
    void setAttempt(int attempt, int maxAttempts);
    void setWaiting(const Waiting &waiting);
    /// The end: `sentence` says what happened, what it means, and what to do.
    void conclude(State state, const QString &sentence);
    /// The end when the outcome isn't known: the person may say it, or ask the tenant again.
    void concludeOpen(const OpenOutcome &outcome, const QString &sentence);

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &subject() const { return m_subject; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] const std::optional<OpenOutcome> &openOutcome() const { return m_open; }
    /// What is to be said now, the countdown included: one line for a running one.
    [[nodiscard]] QString sentence() const;
    /// Our own wait may be skipped; what the tenant demands may not.
    [[nodiscard]] bool canRetryNow() const;
    [[nodiscard]] bool isCancelling() const { return m_cancelling && !isOver(); }
    /// Until the next attempt; empty when nothing counts down.
    [[nodiscard]] std::optional<std::chrono::milliseconds> remaining() const;
    [[nodiscard]] std::chrono::milliseconds age() const;

    void retryNow();
    void cancel();

    Q_SIGNAL void changed();
    Q_SIGNAL void concluded();
    Q_SIGNAL void retryRequested();
    Q_SIGNAL void cancelRequested();

private:
    void begin(State state);
    [[nodiscard]] QString waitingText() const;
    [[nodiscard]] QString runningText() const;

    QString m_title;
    QString m_queueName;
    QString m_subject;
    Clock &m_clock;
    std::chrono::milliseconds m_begun;
    std::chrono::milliseconds m_attemptLimit{0};
    State m_state = State::Running;
    std::optional<Stage> m_stage;
    std::optional<Waiting> m_waiting;
    std::chrono::milliseconds m_partBegun{0}; ///< of the wait, the attempt or the stage
    int m_attempt = 0;
    int m_maxAttempts = 0;
    bool m_cancelling = false;
    QString m_end;
    std::optional<OpenOutcome> m_open;
};

} // namespace queuesmith
