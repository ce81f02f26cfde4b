#pragma once

#include "sandbox/callsimulation.h"

#include <optional>

namespace queuesmith::sandbox {

/// What chance gave a queue; drawn for each one, whatever becomes of it, so that an estate stays as
/// it was.
struct ProfileDraw {
    quint64 key = 0;
    double provision = 0; ///< even in [0, 1): how its capacity fits what comes in
    double handleSeconds = 300;
    double temper = 0; ///< even in [0, 1): patience and swing
};

/// The history of the queue with that number (`q-NUMBER`); nothing for one that has none.
///
/// Its capacity is the agents who are on duty in the busiest hour. In half of the queues that is
/// about what the calls need, a quarter has too few and a quarter too many. Besides:
/// q-3 and q-11 are quiet, q-4 is overloaded, q-8 has outage days, q-9 has gaps, q-10 has no
/// history.
[[nodiscard]] std::optional<CallProfile> makeProfile(
    int number, int capacity, const ProfileDraw &draw);

} // namespace queuesmith::sandbox
