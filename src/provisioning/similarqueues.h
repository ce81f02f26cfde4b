#pragma once

#include "domain/queue.h"

#include <QList>

namespace queuesmith {

/// A queue whose history may stand for that of a new one.
struct SimilarQueue {
    QueueId id;
    QString name;
    int sharedSkills = 0;

    friend bool operator==(const SimilarQueue &, const SimilarQueue &) = default;
};

/// The queues most like a definition, the most similar first: by the skills they share, then by the
/// words of its name that theirs hold, then by how near their capacity is. Those that share neither
/// skill nor word are left out. Pure.
[[nodiscard]] QList<SimilarQueue> similarQueues(
    const QueueDefinition &definition, const QList<Queue> &queues, qsizetype atMost = 10);

} // namespace queuesmith
