#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace queuesmith {

// How two states of a queue differ, by the table of fields. Null equals absent, the skill groups
// are a set, and what a tenant gives a queue itself (id, dateCreated, dateModified) doesn't count.
// All of these are pure functions over a queue as the wire has it.

/// One field that differs. A field is a top-level member (`capacity`, `routingRules`) or a member
/// of the overflow (`overflow.overflowThreshold`). A value that is absent is Undefined.
struct FieldChange {
    QString field;
    QJsonValue from;
    QJsonValue to;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// Whether two values of a field, or of a top-level member, are the same.
[[nodiscard]] bool isSameField(const QString &field, const QJsonValue &a, const QJsonValue &b);

/// Whether `theirs` has all that `ours` says; it may say more.
[[nodiscard]] bool isCovered(
    const QString &field, const QJsonValue &ours, const QJsonValue &theirs);

/// Names of the top-level members of `ours` that `theirs` doesn't cover.
[[nodiscard]] QStringList uncoveredMembers(const QJsonObject &ours, const QJsonObject &theirs);

/// Whether every member that we sent is there as we sent it.
[[nodiscard]] bool isIdentical(const QJsonObject &ours, const QJsonObject &theirs);

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
