#include "cli/queuefinder.h"

namespace queuesmith {

namespace {

using Found = std::function<void(const Result<Queue> &)>;

Result<Queue> only(const Listing<Queue> &listing, const QString &wanted)
{
    QList<Queue> found;
    for (const Queue &queue : listing.items) {
        if (queue.definition.name == wanted || queue.id.value == wanted)
            found.append(queue);
    }
    if (found.size() == 1)
        return found.first();
    if (found.size() > 1)
        return Error::of(ErrorKind::Conflict, "ambiguous",
            QStringLiteral("The tenant has %1 queues named “%2”. Name one by its id; queues list "
                           "shows them.")
                .arg(QString::number(found.size()), wanted));
    if (listing.complete())
        return Error::of(ErrorKind::NotFound, "not_found",
            QStringLiteral("The tenant has no queue with the id or the name “%1”. queues list "
                           "shows what it has.")
                .arg(wanted));
    return incompleteList(listing.incompleteBecause);
}

void findByName(TenantClient &tenant, const QString &wanted, QObject *context, Found done)
{
    tenant.listQueues(
        context, [wanted, done = std::move(done)](const Result<Listing<Queue>> &result) {
            done(result ? only(result.value(), wanted) : Result<Queue>(result.error()));
        });
}

} // namespace

void findQueue(TenantClient &tenant, const QString &idOrName, QObject *context, Found done)
{
    tenant.readQueue(QueueId{idOrName}, context,
        [&tenant, idOrName, context, done = std::move(done)](const Result<Queue> &queue) {
            // A tenant may call malformed (400, 422) what isn't an id at all.
            const auto means = [&queue](ErrorKind kind) { return queue.error().kind == kind; };
            const bool mayBeAName = !queue.ok()
                && (means(ErrorKind::NotFound) || means(ErrorKind::Unsupported)
                    || means(ErrorKind::Refused));
            if (mayBeAName)
                findByName(tenant, idOrName, context, done);
            else
                done(queue);
        });
}

Error incompleteList(const Sentence &why)
{
    return Error::of(ErrorKind::BadAnswer, "queue_list_incomplete",
        QStringLiteral("The tenant's list of queues is incomplete: %1 Try again; if it stays so, "
                       "tell the tenant's operator.")
            .arg(why.english()));
}

} // namespace queuesmith
