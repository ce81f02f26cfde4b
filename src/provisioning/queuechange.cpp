#include "queuechange.h"

#include "comparison.h"

#include <QJsonArray>
#include <QMap>
#include <QStringList>

namespace queuesmith {

namespace {

constexpr QLatin1StringView kOverflow("overflow");
constexpr QLatin1StringView kRules("routingRules");
constexpr QLatin1StringView kType("type");
constexpr QLatin1StringView kValue("value");
constexpr QLatin1StringView kPriorityRule("priority");
constexpr QLatin1StringView kCapacityRule("capacity");

QJsonObject withoutServerAssigned(QJsonObject queue)
{
    for (const QLatin1StringView key : {QLatin1StringView("id"), QLatin1StringView("dateCreated"),
             QLatin1StringView("dateModified")})
        queue.remove(key);
    return queue;
}

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

using Fields = QMap<QString, QJsonValue>;

/// The fields of a queue by their names, those of the overflow one by one.
Fields fieldsOf(const QJsonObject &queue)
{
    Fields fields;
    const QJsonObject members = withoutServerAssigned(queue);
    for (auto member = members.constBegin(); member != members.constEnd(); ++member) {
        if (member.key() != kOverflow || !member.value().isObject()) {
            fields.insert(member.key(), member.value());
            continue;
        }
        const QJsonObject overflow = member.value().toObject();
        for (auto inner = overflow.constBegin(); inner != overflow.constEnd(); ++inner)
            fields.insert(QString(kOverflow % u'.' % inner.key()), inner.value());
    }
    return fields;
}

QJsonValue valueIn(const Fields &fields, const QString &field)
{
    return fields.value(field, QJsonValue(QJsonValue::Undefined));
}

QStringList namesIn(const Fields &a, const Fields &b)
{
    Fields all = a;
    all.insert(b);
    return all.keys();
}

bool isOfOverflow(const QString &field) { return field.startsWith(kOverflow % u'.'); }

void insertField(QJsonObject *object, const QString &field, const QJsonValue &value)
{
    const QJsonValue told = value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
    if (!isOfOverflow(field)) {
        object->insert(field, told);
        return;
    }
    QJsonObject overflow = object->value(kOverflow).toObject();
    overflow.insert(field.mid(kOverflow.size() + 1), told);
    object->insert(kOverflow, overflow);
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

QList<FieldChange> fieldChanges(const QJsonObject &before, const QJsonObject &after)
{
    const Fields from = fieldsOf(before);
    const Fields to = fieldsOf(after);
    QList<FieldChange> changes;
    for (const QString &field : namesIn(from, to)) {
        const FieldChange change{field, valueIn(from, field), valueIn(to, field)};
        if (!isSameField(field, change.from, change.to))
            changes.append(change);
    }
    return changes;
}

bool isSameQueue(const QJsonObject &a, const QJsonObject &b)
{
    return fieldChanges(a, b).isEmpty();
}

QJsonObject fromSide(const QList<FieldChange> &changes)
{
    QJsonObject side;
    for (const FieldChange &change : changes)
        insertField(&side, change.field, change.from);
    return side;
}

QJsonObject toSide(const QList<FieldChange> &changes)
{
    QJsonObject side;
    for (const FieldChange &change : changes)
        insertField(&side, change.field, change.to);
    return side;
}

QString namesOf(const QList<FieldChange> &changes)
{
    QStringList names;
    for (const FieldChange &change : changes)
        names.append(change.field);
    return names.join(QStringLiteral(", "));
}

} // namespace queuesmith
