#pragma once

#include "http/httpjob.h"

#include <QObject>
#include <QPointer>

namespace queuesmith {

/// One typed call to a tenant, made of one or more HTTP jobs: what can be watched and cancelled
/// while it goes on. Its result goes to the `done` function that was given with it, exactly once
/// and from the event loop, unless the call or its client was deleted before. Child of the context
/// that asked for it; deletes itself after `done`.
class Call final : public QObject {
    Q_OBJECT

public:
    explicit Call(QObject *parent)
        : QObject(parent)
    {
    }

    /// Ends with an error of kind Cancelled as soon as may be.
    void cancel()
    {
        m_cancelled = true;
        if (m_job)
            m_job->cancel();
    }
    void retryNow()
    {
        if (m_job)
            m_job->retryNow();
    }
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

    /// For the dialects: the job that is under way now.
    void follow(HttpJob *job)
    {
        m_job = job;
        connect(job, &HttpJob::attemptStarted, this, &Call::attemptStarted);
        connect(job, &HttpJob::waiting, this, &Call::waiting);
        if (m_cancelled)
            job->cancel();
    }

    Q_SIGNAL void attemptStarted(int attempt, int maxAttempts);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    /// A list grows; `total` is -1 where the tenant doesn't tell.
    Q_SIGNAL void progressed(qint64 done, qint64 total);

private:
    QPointer<HttpJob> m_job;
    bool m_cancelled = false;
};

} // namespace queuesmith
