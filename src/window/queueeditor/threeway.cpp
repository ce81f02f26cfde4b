#include "threeway.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

namespace queuesmith {

namespace {

const QStringList &knownMembers()
{
    static const QStringList kMembers{QStringLiteral("name"), QStringLiteral("description"),
        QStringLiteral("type"), QStringLiteral("capacity"), QStringLiteral("overflow"),
        QStringLiteral("skillGroups"), QStringLiteral("priority"), QStringLiteral("routingRules")};
    return kMembers;
}

QStringList membersOf(std::initializer_list<QJsonObject> objects)
{
    QStringList members = knownMembers();
    for (const QJsonObject &object : objects) {
        for (const QString &key : object.keys()) {
            if (!members.contains(key))
                members.append(key);
        }
    }
    return members;
}

bool isSame(const QString &member, const QJsonValue &a, const QJsonValue &b)
{
    if (member != QLatin1StringView("skillGroups"))
        return a == b;
    const auto sorted = [](const QJsonValue &value) {
        QStringList texts;
        for (const QJsonValue &entry : value.toArray())
            texts.append(entry.toString());
        texts.sort();
        return texts;
    };
    return sorted(a) == sorted(b);
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
        state.mineChanged = !isSame(member, state.base, state.mine);
        state.theirsChanged = !isSame(member, state.base, state.theirs);
        state.differs = !isSame(member, state.mine, state.theirs);
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
    const auto is = [&member](const char *name) { return member == QLatin1StringView(name); };
    if (is("name"))
        result.name = theirs.name;
    else if (is("description"))
        result.description = theirs.description;
    else if (is("type"))
        result.type = theirs.type;
    else if (is("capacity"))
        result.capacity = theirs.capacity;
    else if (is("overflow"))
        result.overflow = theirs.overflow;
    else if (is("skillGroups"))
        result.skillGroups = theirs.skillGroups;
    else if (is("priority"))
        result.priority = theirs.priority;
    else if (is("routingRules"))
        result.routingRules = theirs.routingRules;
    else if (theirs.unknown.contains(member))
        result.unknown.insert(member, theirs.unknown.value(member));
    else
        result.unknown.remove(member);
    return result;
}

} // namespace queuesmith
