#pragma once

#include "httptypes.h"

#include <QObject>

#include <memory>

namespace queuesmith {

class HttpClient;

/// One logical request with all its attempts. Emits finished() exactly once, always from the event
/// loop. Owned by its parent; may be deleted at any time, and then emits nothing more.
/// Lives on the thread of its HttpClient.
class HttpJob final : public QObject {
    Q_OBJECT

public:
    ~HttpJob() override;

    /// Ends the job as soon as may be: Applied::No when nothing was sent that could have taken effect.
    void cancel();

    /// Skips our own back-off; has no effect in a Retry-After, in pacing or while a request is under way.
    void retryNow();

    Q_SIGNAL void attemptStarted(int attempt, int maxAttempts);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    Q_SIGNAL void finished(const queuesmith::HttpOutcome &outcome);

private:
    friend class HttpClient;
    class State;
    explicit HttpJob(std::unique_ptr<State> state, QObject *parent);
    std::unique_ptr<State> m_state;
};

} // namespace queuesmith
