#pragma once

#include "domain/problem.h"
#include "domain/queuedefinition.h"
#include "domain/sentence.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <span>

namespace queuesmith {

/// The member that holds fields of its own.
inline constexpr QLatin1StringView kOverflowMember("overflow");

/// What a field of a queue holds. By this two values of it are compared, and one is shown.
enum class FieldKind {
    Text,
    Number,
    Percent, ///< a whole number of percent
    QueueReference, ///< another queue's id; null: none
    SkillSet, ///< skills' ids, in an order that means nothing
    Rules,
};

/// A field of a queue, with all that is particular to it. Whatever handles queues field by field
/// asks this table, so a new field is a member of QueueDefinition and a row here.
struct QueueField {
    QLatin1StringView path; ///< in the wire contract: `capacity`, `overflow.overflowThreshold`
    Words label; ///< as a person calls it
    FieldKind kind;
    int formRow; ///< its place in the form, from the top

    /// Takes `json`, which isn't undefined, into `to`, or says in `problems` what is wrong with it.
    void (*read)(
        const QueueField &field, const QJsonValue &json, QueueDefinition *to, Problems *problems);
    QJsonValue (*value)(const QueueDefinition &definition);
    void (*copy)(const QueueDefinition &from, QueueDefinition *to);

    /// The top-level member that it is, or is in.
    [[nodiscard]] QLatin1StringView member() const;
    /// What the member calls it.
    [[nodiscard]] QLatin1StringView key() const;
    [[nodiscard]] bool isNested() const { return path.size() != member().size(); }
};

/// Every field, in the contract's order.
[[nodiscard]] std::span<const QueueField> queueFields();

/// The field at this path; null for what the contract doesn't name.
[[nodiscard]] const QueueField *queueField(const QString &path);

/// A field or a top-level member as a person calls it; one that the contract doesn't name is called
/// by its path.
[[nodiscard]] Sentence fieldLabel(const QString &path);

/// The queue without the members that a tenant gives it itself: id, dateCreated, dateModified.
[[nodiscard]] QJsonObject withoutServerAssigned(QJsonObject queue);
[[nodiscard]] bool isServerAssigned(const QString &member);

/// Gives `to` a whole top-level member as `from` has it, also one that the contract doesn't name.
void copyMember(const QString &member, const QueueDefinition &from, QueueDefinition *to);

} // namespace queuesmith
