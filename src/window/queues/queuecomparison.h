#pragma once

#include "domain/queue.h"

#include <QList>
#include <QString>

#include <functional>

namespace queuesmith {

/// One field of two queues, side by side, as a person reads it.
struct ComparedField {
    QString field;
    QString left;
    QString right;
    bool same = false;
};

/// How the comparison calls what a queue refers to.
struct ComparisonNames {
    std::function<QString(const QueueId &)> queue;
    std::function<QString(const SkillId &)> skill;
};

/// Every field of both queues, those that the contract doesn't name included. The order of skills
/// and rules makes no difference.
[[nodiscard]] QList<ComparedField> compareQueues(
    const QueueDefinition &first, const QueueDefinition &second, const ComparisonNames &names);

/// How many of them differ.
[[nodiscard]] int differing(const QList<ComparedField> &fields);

} // namespace queuesmith
