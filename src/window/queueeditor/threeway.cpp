#include "window/queueeditor/threeway.h"

#include "domain/queuediff.h"
#include "domain/queuefields.h"

#include <QStringList>

namespace queuesmith {

namespace {

/// In the contract's order, what it doesn't name last.
QStringList membersOf(std::initializer_list<QJsonObject> objects)
{
    QStringList members;
    for (const QueueField &field : queueFields())
        members.append(field.member());
    for (const QJsonObject &object : objects)
        members.append(object.keys());
    members.removeDuplicates();
    return members;
}

} // namespace

QList<MemberStates> compareStates(
    const QueueDefinition &base, const QueueDefinition &mine, const QueueDefinition &theirs)
{
    const QJsonObject baseJson = toJson(base);
    const QJsonObject myJson = toJson(mine);
    const QJsonObject theirJson = toJson(theirs);
    QList<MemberStates> states;
    for (const QString &member : membersOf({baseJson, myJson, theirJson})) {
        MemberStates state;
        state.member = member;
        state.base = baseJson.value(member);
        state.mine = myJson.value(member);
        state.theirs = theirJson.value(member);
        state.mineChanged = !isSameField(member, state.base, state.mine);
        state.theirsChanged = !isSameField(member, state.base, state.theirs);
        state.differs = !isSameField(member, state.mine, state.theirs);
        states.append(state);
    }
    return states;
}

QueueDefinition merged(
    const QueueDefinition &base, const QueueDefinition &mine, const QueueDefinition &theirs)
{
    QueueDefinition result = mine;
    for (const MemberStates &state : compareStates(base, mine, theirs)) {
        if (state.theirsChanged && !state.mineChanged)
            result = withMemberOf(result, theirs, state.member);
    }
    return result;
}

QueueDefinition withMemberOf(
    const QueueDefinition &mine, const QueueDefinition &theirs, const QString &member)
{
    QueueDefinition result = mine;
    copyMember(member, theirs, &result);
    return result;
}

} // namespace queuesmith
