#include "provisioning/creationcandidates.h"

#include "domain/queuediff.h"
#include "domain/queuename.h"

#include <QSet>

namespace queuesmith {

QList<Queue> creationCandidates(
    const Operation &operation, const QList<Queue> &listed, const KnownQueues &known)
{
    constexpr QLatin1StringView kName("name");
    const QString ours = foldedName(operation.queueName);
    QJsonObject otherFields = operation.definition;
    otherFields.remove(kName);
    QSet<QString> asked;
    for (const QString &name : known.namesOfOthers)
        asked.insert(foldedName(name));

    QList<Queue> candidates;
    for (const Queue &queue : listed) {
        const bool wasThere = known.listedBefore && known.listedBefore->contains(queue.id.value);
        if (wasThere || known.madeByOthers.contains(queue.id.value))
            continue;
        const QString name = foldedName(queue.definition.name);
        const bool isNew = known.listedBefore.has_value();
        const bool isLikeOurs =
            isNew && !asked.contains(name) && isIdentical(otherFields, queue.json);
        if (name == ours || isLikeOurs)
            candidates.append(queue);
    }
    return candidates;
}

} // namespace queuesmith
