#include "cxone/tenantclient.h"

#include <algorithm>

namespace queuesmith {

bool CheckReport::ok() const
{
    return std::all_of(lines.cbegin(), lines.cend(),
        [](const CheckLine &line) { return line.ok || !line.isNeeded; });
}

bool CheckReport::tokenOrScopeFailed() const
{
    return std::any_of(lines.cbegin(), lines.cend(),
        [](const CheckLine &line) { return !line.ok && line.isNeeded && line.isAboutRights; });
}

CheckReport CheckReport::forReading() const
{
    CheckReport report = *this;
    for (CheckLine &line : report.lines)
        line.isNeeded = line.isNeeded && !line.isForWriting;
    return report;
}

} // namespace queuesmith
