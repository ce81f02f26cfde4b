#pragma once

#include "capacity/capacitymodel.h"

namespace queuesmith {

/// What a queue needs, by the model. In each number capacityMax + 1 stands for more than
/// capacityMax.
struct Requirement {
    int agents = 0; ///< who must answer on the day that is planned for
    int low = 0; ///< capacities: at the low end of what the history leaves open,
    int design = 0; ///< on the day that is planned for,
    int high = 0; ///< and at the high end
    std::optional<BindingSlot> binding; ///< empty: capacityMax isn't enough
};

/// Solves each slot of the week for a low, the planned and a high load, and takes the fewest agents
/// whose slots carry the wanted share of the calls. Where many callers hang up, the low end is that
/// of the answered calls alone: who hangs up often calls again.
[[nodiscard]] Requirement requirementOf(const CapacityModel &model);

} // namespace queuesmith
