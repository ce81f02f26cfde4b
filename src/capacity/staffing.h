#pragma once

#include "capacity/capacityconfig.h"
#include "capacity/performance.h"

#include <QStringList>

#include <optional>

namespace queuesmith {

/// A load that agents are sought for.
struct StaffingQuestion {
    ModelChoice model = ModelChoice::ErlangA; ///< not Auto
    Workload work;
    std::optional<double> patienceSeconds; ///< for Erlang A; empty: it becomes Erlang C
    Targets targets;
};

/// How `agents` do. Erlang B loses whom it can't answer at once; its service level is what it
/// answers.
[[nodiscard]] Performance performanceOf(const StaffingQuestion &question, int agents);

/// The targets that so many agents miss, in the order `sl`, `asa`, `abandon`, `occupancy`,
/// `blocking`; only `stability` when waits grow without end, only `minimum` for no agents.
[[nodiscard]] QStringList missedTargets(const StaffingQuestion &question, int agents);

/// The fewest agents that meet every target; 0 without load, empty when `most` aren't enough. Every
/// metric is monotone in the number of agents, so this gallops up from the load, or from `guess`
/// when there is one (which changes the time it takes, not the result), and then bisects.
[[nodiscard]] std::optional<int> fewestAgents(
    const StaffingQuestion &question, int most, int guess = 0);

/// The next whole number above or below, with kSlack for round-off.
[[nodiscard]] int roundedUp(double value);
[[nodiscard]] int roundedDown(double value);

} // namespace queuesmith
