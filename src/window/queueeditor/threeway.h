#pragma once

#include "domain/queuedefinition.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace queuesmith {

/// A top-level member of a queue in three states: as it was read, as the person has it now, and as
/// the tenant has it now. Undefined where one lacks it.
struct MemberStates {
    QString member;
    QJsonValue base;
    QJsonValue mine;
    QJsonValue theirs;
    bool mineChanged = false; ///< the person has changed it
    bool theirsChanged = false; ///< the tenant has changed it
    bool differs = false; ///< mine isn't theirs

    [[nodiscard]] bool isConflict() const { return mineChanged && theirsChanged && differs; }
};

/// Every member that one of the three has, in the order in which a person fills them in.
/// skillGroups is a set.
[[nodiscard]] QList<MemberStates> compareStates(
    const QueueDefinition &base, const QueueDefinition &mine, const QueueDefinition &theirs);

/// Mine, with theirs wherever only the tenant has changed a member.
[[nodiscard]] QueueDefinition merged(
    const QueueDefinition &base, const QueueDefinition &mine, const QueueDefinition &theirs);

/// `mine` with one member as `theirs` has it.
[[nodiscard]] QueueDefinition withMemberOf(
    const QueueDefinition &mine, const QueueDefinition &theirs, const QString &member);

} // namespace queuesmith
