#pragma once

#include <QObject>

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

} // namespace queuesmith
