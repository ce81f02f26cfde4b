#include "sandbox/operationtable.h"

#include <array>

namespace queuesmith::sandbox {

std::span<const Operation> operations()
{
    using enum Operation::Origin;
    static constexpr std::array kOperations{
        Operation{"issueToken", "POST", "/api/v2/oauth/token", Given, "", nullptr},
        Operation{"listSkills", "GET", "/api/v2/skills", Given, "skill:read", listSkills},
        Operation{"listQueues", "GET", "/api/v2/queues", Assumed, "queue:read", listQueues},
        Operation{"createQueue", "POST", "/api/v2/queues", Given, "queue:create", createQueue},
        Operation{"getQueue", "GET", "/api/v2/queues/{id}", Assumed, "queue:read", getQueue},
        Operation{
            "updateQueue", "PUT", "/api/v2/queues/{id}", Assumed, "queue:update", updateQueue},
        Operation{
            "deleteQueue", "DELETE", "/api/v2/queues/{id}", Assumed, "queue:delete", deleteQueue},
        Operation{"queryQueueDetails", "POST", "/api/v2/analytics/queues/details/query", Given,
            "analytics:read", queryQueueDetails},
        Operation{"listExports", "GET", "/api/v2/eventstreams/exports", Assumed, "eventstream:read",
            listExports},
        Operation{"createExport", "POST", "/api/v2/eventstreams/exports", Given,
            "eventstream:write", createExport},
        Operation{"getExport", "GET", "/api/v2/eventstreams/exports/{id}", Assumed,
            "eventstream:read", getExport},
    };
    return kOperations;
}

} // namespace queuesmith::sandbox
