#pragma once

#include <algorithm>
#include <vector>

namespace queuesmith {

/// The middle value, or the mean of the two middle ones. `values` must not be empty.
[[nodiscard]] inline double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return 0.5 * (*std::max_element(values.begin(), middle) + *middle);
}

} // namespace queuesmith
