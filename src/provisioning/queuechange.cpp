#include "provisioning/queuechange.h"

#include "domain/queuediff.h"
#include "domain/queuefields.h"

#include <QJsonArray>

namespace queuesmith {

namespace {

constexpr QLatin1StringView kOverflow("overflow");
constexpr QLatin1StringView kRules("routingRules");
constexpr QLatin1StringView kType("type");
constexpr QLatin1StringView kValue("value");
constexpr QLatin1StringView kPriorityRule("priority");
constexpr QLatin1StringView kCapacityRule("capacity");

/// Takes from `wanted` what differs from `before`; what `wanted` doesn't have stays.
void replaceChanged(QJsonObject *target, const QJsonObject &before, const QJsonObject &wanted)
{
    for (auto member = wanted.constBegin(); member != wanted.constEnd(); ++member) {
        if (!isSameField(member.key(), before.value(member.key()), member.value()))
            target->insert(member.key(), member.value());
    }
}

QJsonObject changedOverflow(
    const QJsonValue &base, const QJsonObject &before, const QJsonObject &wanted)
{
    if (!base.isObject())
        return wanted;
    QJsonObject overflow = base.toObject();
    replaceChanged(&overflow, before, wanted);
    return overflow;
}

/// The rules with the known ones set to `fields`' values, where those differ from `before`.
QJsonArray followedRules(
    const QJsonArray &rules, const QJsonObject &before, const QJsonObject &fields)
{
    QJsonArray followed;
    for (const QJsonValue &value : rules) {
        QJsonObject rule = value.toObject();
        const QString type = rule.value(kType).toString();
        const bool known = type == kPriorityRule || type == kCapacityRule;
        if (known && before.value(type) != fields.value(type))
            rule.insert(kValue, fields.value(type));
        followed.append(value.isObject() ? QJsonValue(rule) : value);
    }
    return followed;
}

} // namespace

QJsonObject changedBody(
    const QJsonObject &base, const QueueDefinition &before, const QueueDefinition &wanted)
{
    const QJsonObject old = toJson(before);
    QJsonObject fresh = toJson(wanted);
    const QJsonValue overflow = fresh.take(kOverflow);
    const QJsonArray rules = fresh.take(kRules).toArray();

    QJsonObject body = withoutServerAssigned(base);
    replaceChanged(&body, old, fresh);

    const QJsonObject oldOverflow = old.value(kOverflow).toObject();
    if (!isSameField(kOverflow, oldOverflow, overflow))
        body.insert(
            kOverflow, changedOverflow(base.value(kOverflow), oldOverflow, overflow.toObject()));

    // A form may have set the known rules already, or have left them as they were.
    const QJsonArray oldRules = old.value(kRules).toArray();
    const bool edited = rules != oldRules && rules != followedRules(oldRules, old, fresh);
    if (edited)
        body.insert(kRules, rules);
    else if (base.contains(kRules))
        body.insert(kRules, followedRules(base.value(kRules).toArray(), old, fresh));
    return body;
}

QJsonObject changedBody(const QueueChange &change)
{
    return changedBody(change.base.json, change.base.definition, change.wanted.definition);
}

} // namespace queuesmith
