#pragma once

#include "sandbox/demoestate.h"

namespace queuesmith::sandbox {

struct EstateSize {
    int queues = 60;
    int skills = 400;
    int days = 90; ///< of history before `today`
    quint32 seed = 1;
};

/// Makes an estate up. The same size and seed give the same one; `today` moves only the window of
/// history. From 8 queues on, q-5, q-6 and q-7 overflow into each other in a loop, as they do in
/// tenants that were set up by hand; no other queue is part of a loop or overflows into it. What
/// sort of history a queue has is told in profilemaker.h.
[[nodiscard]] DemoEstate makeEstate(const EstateSize &size, const QDateTime &today);

} // namespace queuesmith::sandbox
