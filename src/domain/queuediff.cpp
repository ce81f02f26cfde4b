#include "domain/queuediff.h"

#include "domain/queuefields.h"

#include <QJsonArray>
#include <QMap>
#include <QSet>
#include <QStringList>

namespace queuesmith {

namespace {

bool covers(const QJsonValue &ours, const QJsonValue &theirs);

bool isAbsent(const QJsonValue &value) { return value.isNull() || value.isUndefined(); }

bool coversObject(const QJsonObject &ours, const QJsonObject &theirs)
{
    for (auto member = ours.constBegin(); member != ours.constEnd(); ++member) {
        if (!covers(member.value(), theirs.value(member.key())))
            return false;
    }
    return true;
}

bool coversArray(const QJsonArray &ours, const QJsonArray &theirs)
{
    if (ours.size() != theirs.size())
        return false;
    for (qsizetype i = 0; i < ours.size(); ++i) {
        if (!covers(ours.at(i), theirs.at(i)))
            return false;
    }
    return true;
}

bool covers(const QJsonValue &ours, const QJsonValue &theirs)
{
    if (isAbsent(ours))
        return isAbsent(theirs);
    if (ours.isObject() && theirs.isObject())
        return coversObject(ours.toObject(), theirs.toObject());
    if (ours.isArray() && theirs.isArray())
        return coversArray(ours.toArray(), theirs.toArray());
    return ours == theirs;
}

bool sameSet(const QJsonArray &ours, const QJsonArray &theirs)
{
    const auto texts = [](const QJsonArray &array) {
        QSet<QString> set;
        for (const QJsonValue &value : array)
            set.insert(value.toString());
        return set;
    };
    return texts(ours) == texts(theirs);
}

bool isSkillSet(const QString &field)
{
    const QueueField *known = queueField(field);
    return known && known->kind == FieldKind::SkillSet;
}

using Fields = QMap<QString, QJsonValue>;

/// The fields of a queue by their names, those of the overflow one by one.
Fields fieldsOf(const QJsonObject &queue)
{
    Fields fields;
    const QJsonObject members = withoutServerAssigned(queue);
    for (auto member = members.constBegin(); member != members.constEnd(); ++member) {
        if (member.key() != kOverflowMember || !member.value().isObject()) {
            fields.insert(member.key(), member.value());
            continue;
        }
        const QJsonObject overflow = member.value().toObject();
        for (auto inner = overflow.constBegin(); inner != overflow.constEnd(); ++inner)
            fields.insert(QString(kOverflowMember % u'.' % inner.key()), inner.value());
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

bool isOfOverflow(const QString &field) { return field.startsWith(kOverflowMember % u'.'); }

void insertField(QJsonObject *object, const QString &field, const QJsonValue &value)
{
    const QJsonValue told = value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
    if (!isOfOverflow(field)) {
        object->insert(field, told);
        return;
    }
    QJsonObject overflow = object->value(kOverflowMember).toObject();
    overflow.insert(field.mid(kOverflowMember.size() + 1), told);
    object->insert(kOverflowMember, overflow);
}

} // namespace

/// A tenant may keep a set sorted, and leave an empty one out.
bool isCovered(const QString &field, const QJsonValue &ours, const QJsonValue &theirs)
{
    const bool areSets = isSkillSet(field)
        && (ours.isArray() ? theirs.isArray() || isAbsent(theirs)
                           : isAbsent(ours) && theirs.isArray());
    return areSets ? sameSet(ours.toArray(), theirs.toArray()) : covers(ours, theirs);
}

bool isSameField(const QString &field, const QJsonValue &a, const QJsonValue &b)
{
    return isCovered(field, a, b) && isCovered(field, b, a);
}

QStringList uncoveredMembers(const QJsonObject &ours, const QJsonObject &theirs)
{
    QStringList members;
    for (auto member = ours.begin(); member != ours.end(); ++member) {
        if (!isCovered(member.key(), member.value(), theirs.value(member.key())))
            members.append(member.key());
    }
    return members;
}

bool isIdentical(const QJsonObject &ours, const QJsonObject &theirs)
{
    return uncoveredMembers(ours, theirs).isEmpty();
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
