#include "queuelook.h"

#include "queuediff.h"
#include "tenantclient.h"

namespace queuesmith {

Look lookThatFailed(const Error &error)
{
    const bool isFinal =
        error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::NotAllowed;
    return {isFinal ? Look::Answer::Unanswerable : Look::Answer::Unanswered, whatHappened(error)};
}

std::optional<QueueMatch> matchOf(const QJsonObject &definition, const QList<Queue> &queues)
{
    std::optional<QueueMatch> match;
    for (const Queue &queue : queues) {
        if (!isIdentical(definition, queue.json))
            continue;
        if (!match)
            match = QueueMatch{queue, {}};
        else if (queue.id != match->queue.id)
            match->twins.append(queue.id.value);
    }
    if (match)
        match->twins.removeDuplicates();
    else if (!queues.isEmpty())
        match = QueueMatch{queues.first(), {}};
    return match;
}

LookFunction lookForQueue(TenantClient &tenant, const QString &name, const QJsonObject &definition,
    std::optional<QueueMatch> *match)
{
    return [&tenant, name, definition, match](
               QObject *context, std::function<void(const Look &)> done) {
        const auto take = [definition, match, done = std::move(done)](
                              const Result<Listing<Queue>> &result) {
            match->reset();
            if (!result) {
                done(lookThatFailed(result.error()));
                return;
            }
            *match = matchOf(definition, result.value().items);
            if (*match && !(*match)->twins.isEmpty())
                done({Look::Answer::FoundTwice,
                    Sentence::tr("the tenant has two queues that are as it was sent, and there was "
                                 "no time to see whether both stay.")});
            else if (*match)
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
