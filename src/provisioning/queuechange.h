#pragma once

#include "queue.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace queuesmith {

/// What a person wants of a queue that exists.
struct QueueChange {
    Queue base; ///< as it was read; with its etag when it was read by its id
    ParsedDefinition wanted; ///< may have problems of its own: then it is rejected
};

/// One field that differs. A field is a top-level member (`capacity`, `routingRules`) or a member
/// of the overflow (`overflow.overflowThreshold`). A value that is absent is Undefined.
struct FieldChange {
    QString field;
    QJsonValue from;
    QJsonValue to;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

// All of these are pure functions. Null equals absent, skillGroups is a set, and the members that a
// tenant gives itself (id, dateCreated, dateModified) don't count.

/// The body that changes a queue: `base` as it came, with only those members replaced that differ
/// between `before` (the definition read from `base`) and `wanted`. Members that the contract
/// doesn't name stay, in the overflow and the rules too. The rules `priority` and `capacity`, where
/// they are there, follow their fields unless the person changed them otherwise. What the tenant
/// gives itself is left out.
[[nodiscard]] QJsonObject changedBody(
    const QJsonObject &base, const QueueDefinition &before, const QueueDefinition &wanted);

/// What changedBody() gives for a whole change.
[[nodiscard]] QJsonObject changedBody(const QueueChange &change);

/// What differs between two states of a queue, sorted by field.
[[nodiscard]] QList<FieldChange> fieldChanges(const QJsonObject &before, const QJsonObject &after);

/// Whether two states of a queue are the same in every member.
[[nodiscard]] bool isSameQueue(const QJsonObject &a, const QJsonObject &b);

/// One side of the changes as an object, the overflow's fields nested: for the audit log's `before`
/// and `after`. An absent value is null.
[[nodiscard]] QJsonObject fromSide(const QList<FieldChange> &changes);
[[nodiscard]] QJsonObject toSide(const QList<FieldChange> &changes);

/// Names of the fields in a form for a sentence: `capacity, overflow.overflowThreshold`.
[[nodiscard]] QString namesOf(const QList<FieldChange> &changes);

} // namespace queuesmith
