#pragma once

#include "heartbeat.h"

#include <QList>
#include <QString>

#include <chrono>

namespace queuesmith {

/// How much is done in a scenario.
struct Size {
    std::chrono::milliseconds idle; ///< how long the same window is watched at rest
    std::chrono::milliseconds watched; ///< how long a tenant hangs or drips
    std::chrono::milliseconds limited; ///< how long it answers 429
    int skills;
    int records;
    int jobs;
    int days; ///< of wait-time history, one of the ranges that the page offers
};

/// What the heartbeat saw.
struct Measured {
    Gaps idle; ///< the same window at rest, just before
    Gaps busy;
    QString problem; ///< why it wasn't what it was meant to be; empty: it was
    QList<double> keysTaken; ///< milliseconds, see Typist
    QList<double> keysAnswered;
};

/// Each opens the window against a demo tenant of its own, watches it at rest, and then while the
/// scenario goes on. A loop that doesn't get anywhere ends after two minutes as a problem.
[[nodiscard]] Measured whileTenantHangs(const Size &size);
[[nodiscard]] Measured whileTenantDrips(const Size &size);
[[nodiscard]] Measured whileTenantLimits(const Size &size); ///< 429, Retry-After 60 s
[[nodiscard]] Measured whileJobsRetry(const Size &size);
[[nodiscard]] Measured whileSkillsLoad(const Size &size);
[[nodiscard]] Measured whileSkillsAreSearched(const Size &size);
[[nodiscard]] Measured whileSkillsAreChecked(const Size &size); ///< a creation, against all of them
[[nodiscard]] Measured whileRecordsAreFiltered(const Size &size);
[[nodiscard]] Measured whileRecordsAreExported(const Size &size);
/// A queue's quarter hours are read, drawn and judged, and judged again for another target.
[[nodiscard]] Measured whileWaitTimesAreShown(const Size &size);

struct Scenario {
    const char *name;
    Measured (*measure)(const Size &size);
};
[[nodiscard]] QList<Scenario> allScenarios();

} // namespace queuesmith
