#pragma once

#include <QObject>
#include <QPointer>

namespace queuesmith {

/// What a part of a job says, the job says: its stages, attempts and waits, as far as it has them.
template <typename Part, typename Job> void passOn(Part *part, Job *job)
{
    if constexpr (requires { &Part::stageChanged; })
        QObject::connect(part, &Part::stageChanged, job, &Job::stageChanged);
    if constexpr (requires { &Part::attemptStarted; })
        QObject::connect(part, &Part::attemptStarted, job, &Job::attemptStarted);
    QObject::connect(part, &Part::waiting, job, &Job::waiting);
}

// What a job hears, those of its parts hear that are under way.

template <typename... Parts> void cancelAll(const QPointer<Parts> &...parts)
{
    ((parts ? parts->cancel() : void()), ...);
}

template <typename... Parts> void hurryAll(const QPointer<Parts> &...parts)
{
    ((parts ? parts->retryNow() : void()), ...);
}

} // namespace queuesmith
