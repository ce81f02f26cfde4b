#include "queuelook.h"

#include "queuediff.h"
#include "tenantclient.h"

namespace queuesmith {

Look lookAmong(const QJsonObject &definition, const QList<Queue> &queues)
{
    Look look{Look::Answer::Absent, {}};
    for (const Queue &queue : queues) {
        if (!isIdentical(definition, queue.json))
            continue;
        if (!look.queue)
            look.queue = queue;
        else if (queue.id != look.queue->id && !look.twins.contains(queue.id.value))
            look.twins.append(queue.id.value);
    }
    if (!look.queue && !queues.isEmpty())
        look.queue = queues.first();
    if (!look.twins.isEmpty())
        look.answer = Look::Answer::FoundTwice;
    else if (look.queue)
        look.answer = Look::Answer::Found;
    return look;
}

LookFunction lookForQueue(TenantClient &tenant, const QString &name, const QJsonObject &definition)
{
    return [&tenant, name, definition](QObject *context, std::function<void(const Look &)> done) {
        const auto take = [definition, done = std::move(done)](
                              const Result<Listing<Queue>> &result) {
            if (!result) {
                done(lookThatFailed(result.error()));
                return;
            }
            Look look = lookAmong(definition, result.value().items);
            if (look.answer == Look::Answer::FoundTwice)
                look.why =
                    Sentence::tr("the tenant has two queues that are as it was sent, and there was "
                                 "no time to see whether both stay.");
            else if (look.answer == Look::Answer::Absent && !result.value().complete())
                look = {Look::Answer::Unanswered, result.value().incompleteBecause};
            done(look);
        };
        return tenant.findQueues(name, context, take);
    };
}

} // namespace queuesmith
