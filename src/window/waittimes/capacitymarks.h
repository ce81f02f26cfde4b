#pragma once

#include <optional>

namespace queuesmith {

/// Capacities that are marked on the what-if curve.
struct CapacityMarks {
    std::optional<int> current;
    std::optional<int> recommended;
    std::optional<int> licensed;
    std::optional<int> reading; ///< whose figures are read off

    bool operator==(const CapacityMarks &) const = default;
};

} // namespace queuesmith
