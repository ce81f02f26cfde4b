#include "tenantclient.h"

#include <algorithm>

namespace queuesmith {

bool CheckReport::ok() const
{
    return std::all_of(lines.cbegin(), lines.cend(),
        [](const CheckLine &line) { return line.ok || !line.isNeeded; });
}

} // namespace queuesmith
