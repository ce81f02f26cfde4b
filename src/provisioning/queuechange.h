#pragma once

#include "domain/queue.h"

#include <QJsonObject>

namespace queuesmith {

/// What a person wants of a queue that exists.
struct QueueChange {
    Queue base; ///< as it was read; with its etag when it was read by its id
    ParsedDefinition wanted; ///< may have problems of its own: then it is rejected
};

/// Pure. The body that changes a queue: `base` as it came, with only those members replaced that
/// differ between `before` (the definition read from `base`) and `wanted`. Members that the
/// contract doesn't name stay, in the overflow and the rules too. The rules `priority` and
/// `capacity`, where they are there, follow their fields unless the person changed them otherwise.
/// What the tenant gives itself is left out.
[[nodiscard]] QJsonObject changedBody(
    const QJsonObject &base, const QueueDefinition &before, const QueueDefinition &wanted);

/// What changedBody() gives for a whole change.
[[nodiscard]] QJsonObject changedBody(const QueueChange &change);

} // namespace queuesmith
