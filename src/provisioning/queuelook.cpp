#include "queuelook.h"

#include "comparison.h"
#include "tenantclient.h"

namespace queuesmith {

Look lookThatFailed(const Error &error)
{
    const bool isFinal =
        error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::NotAllowed;
    return {isFinal ? Look::Answer::Unanswerable : Look::Answer::Unanswered, whatHappened(error)};
}

LookFunction lookForQueue(TenantClient &tenant, const QString &name, const QJsonObject &definition,
    std::optional<Queue> *found)
{
    return [&tenant, name, definition, found](
               QObject *context, std::function<void(const Look &)> done) {
        const auto take = [definition, found, done = std::move(done)](
                              const Result<Listing<Queue>> &result) {
            if (!result) {
                done(lookThatFailed(result.error()));
                return;
            }
            for (const Queue &queue : result.value().items) {
                if (!*found || isIdentical(definition, queue.json))
                    *found = queue;
            }
            if (*found)
                done({Look::Answer::Found, {}});
            else if (result.value().complete())
                done({Look::Answer::Absent, {}});
            else
                done({Look::Answer::Unanswered, result.value().incompleteBecause});
        };
        return tenant.findQueues(name, context, take);
    };
}

} // namespace queuesmith
