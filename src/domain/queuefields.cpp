#include "domain/queuefields.h"

#include "domain/queuename.h"
#include "domain/strictjson.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace queuesmith {

namespace {

void readText(const QueueField &field, const QJsonValue &json, QString *to, Problems *problems)
{
    if (json.isString())
        *to = json.toString();
    else
        problems->append(problems::wrongType(field.path, Sentence::tr("a text"), describe(json)));
}

void readName(const QueueField &field, const QJsonValue &json, QString *to, Problems *problems)
{
    readText(field, json, to, problems);
    if (!json.isString())
        return;
    if (to->trimmed().isEmpty())
        problems->append(problems::emptyText(field.path));
    *problems += nameProblems(*to);
}

template <qint64 lowest, qint64 highest>
void readNumber(const QueueField &field, const QJsonValue &json, int *to, Problems *problems)
{
    const std::optional<qint64> number = json.isDouble() ? wholeNumber(json) : std::nullopt;
    if (!number)
        problems->append(
            problems::wrongType(field.path, Sentence::tr("a whole number"), describe(json)));
    else if (*number < lowest || *number > highest)
        problems->append(
            problems::outOfRange(field.path, lowest, highest, QString::number(*number)));
    else
        *to = static_cast<int>(*number);
}

void readTarget(const QueueField &field, const QJsonValue &json, QueueId *to, Problems *problems)
{
    if (json.isString())
        *to = QueueId{json.toString()};
    else if (!json.isNull())
        problems->append(
            problems::wrongType(field.path, Sentence::tr("a queue's id or null"), describe(json)));
    if (json.isString() && to->isEmpty())
        problems->append(problems::emptyText(field.path));
}

void readSkills(
    const QueueField &field, const QJsonValue &json, QList<SkillId> *to, Problems *problems)
{
    if (!json.isArray()) {
        problems->append(
            problems::wrongType(field.path, Sentence::tr("a list of skill ids"), describe(json)));
        return;
    }
    QSet<QString> seen;
    const QJsonArray array = json.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = QStringLiteral("%1[%2]").arg(field.path).arg(i);
        const QJsonValue entry = array.at(i);
        if (!entry.isString())
            problems->append(
                problems::wrongType(path, Sentence::tr("a skill's id (a text)"), describe(entry)));
        else if (entry.toString().isEmpty())
            problems->append(problems::emptyText(path));
        else if (seen.contains(entry.toString()))
            problems->append(problems::duplicateSkill(path, entry.toString()));
        seen.insert(entry.toString());
        to->append(SkillId{entry.toString()});
    }
}

RoutingRule readRule(QJsonObject object, const QString &path, Problems *problems)
{
    const QString typePath = path + QStringLiteral(".type");
    const QString valuePath = path + QStringLiteral(".value");
    const QJsonValue type = object.take(QLatin1StringView("type"));
    RoutingRule rule;
    rule.value = object.take(QLatin1StringView("value"));
    if (type.isUndefined())
        problems->append(problems::requiredMember(typePath));
    if (rule.value.isUndefined())
        problems->append(problems::requiredMember(valuePath));
    if (type.isString())
        rule.type = type.toString();
    else if (!type.isUndefined())
        problems->append(problems::wrongType(typePath, Sentence::tr("a text"), describe(type)));
    if (rule.repeatsField() && !rule.value.isUndefined() && !wholeNumber(rule.value))
        problems->append(
            problems::wrongType(valuePath, Sentence::tr("a whole number"), describe(rule.value)));
    rule.unknown = packed(object);
    return rule;
}

void readRules(
    const QueueField &field, const QJsonValue &json, QList<RoutingRule> *to, Problems *problems)
{
    if (!json.isArray()) {
        problems->append(
            problems::wrongType(field.path, Sentence::tr("a list of rules"), describe(json)));
        return;
    }
    const QJsonArray array = json.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = QStringLiteral("%1[%2]").arg(field.path).arg(i);
        if (array.at(i).isObject())
            to->append(readRule(array.at(i).toObject(), path, problems));
        else
            problems->append(problems::wrongType(
                path, Sentence::tr("an object with type and value"), describe(array.at(i))));
    }
}

QJsonValue jsonOf(const QString &text) { return text; }
QJsonValue jsonOf(int number) { return number; }
QJsonValue jsonOf(const QueueId &id)
{
    return id.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(id.value);
}
QJsonValue jsonOf(const QList<SkillId> &skills)
{
    QJsonArray array;
    for (const SkillId &skill : skills)
        array.append(skill.value);
    return array;
}
QJsonValue jsonOf(const QList<RoutingRule> &rules)
{
    QJsonArray array;
    for (const RoutingRule &rule : rules) {
        QJsonObject object = rule.unknown;
        object.insert(QLatin1StringView("type"), rule.type);
        object.insert(QLatin1StringView("value"), rule.value);
        array.append(object);
    }
    return array;
}

/// `place` gives the value's place in a definition, const or not.
template <auto readValue, typename Place>
constexpr QueueField field(const char *path, Words label, FieldKind kind, int formRow, Place)
{
    return {QLatin1StringView(path), label, kind, formRow,
        [](const QueueField &field, const QJsonValue &json, QueueDefinition *to,
            Problems *problems) { readValue(field, json, &Place{}(*to), problems); },
        [](const QueueDefinition &definition) { return jsonOf(Place{}(definition)); },
        [](const QueueDefinition &from, QueueDefinition *to) { Place{}(*to) = Place{}(from); }};
}

using Limits = QueueDefinition;

constexpr QueueField kFields[] = {
    field<readName>(
        "name", Sentence::tr("Name"), FieldKind::Text, 0,
        [](auto &of) -> auto & { return of.name; }),
    field<readText>(
        "description", Sentence::tr("Description"), FieldKind::Text, 1,
        [](auto &of) -> auto & { return of.description; }),
    field<readText>(
        "type", Sentence::tr("Type"), FieldKind::Text, 2,
        [](auto &of) -> auto & { return of.type; }),
    field<readNumber<Limits::kMinCapacity, Limits::kMaxCapacity>>(
        "capacity", Sentence::tr("Capacity"), FieldKind::Number, 3,
        [](auto &of) -> auto & { return of.capacity; }),
    field<readText>(
        "overflow.overflowType", Sentence::tr("Overflow type"), FieldKind::Text, 6,
        [](auto &of) -> auto & { return of.overflow.type; }),
    field<readTarget>(
        "overflow.overflowTargetId", Sentence::tr("Overflow target"), FieldKind::QueueReference, 4,
        [](auto &of) -> auto & { return of.overflow.target; }),
    field<readNumber<Limits::kMinThreshold, Limits::kMaxThreshold>>(
        "overflow.overflowThreshold", Sentence::tr("Overflow threshold"), FieldKind::Percent, 5,
        [](auto &of) -> auto & { return of.overflow.threshold; }),
    field<readSkills>(
        "skillGroups", Sentence::tr("Skill groups"), FieldKind::SkillSet, 9,
        [](auto &of) -> auto & { return of.skillGroups; }),
    field<readNumber<Limits::kMinPriority, Limits::kMaxPriority>>(
        "priority", Sentence::tr("Priority"), FieldKind::Number, 7,
        [](auto &of) -> auto & { return of.priority; }),
    field<readRules>(
        "routingRules", Sentence::tr("Routing rules"), FieldKind::Rules, 8,
        [](auto &of) -> auto & { return of.routingRules; }),
};

} // namespace

QLatin1StringView QueueField::member() const
{
    const qsizetype dot = path.indexOf(u'.');
    return dot < 0 ? path : path.first(dot);
}

QLatin1StringView QueueField::key() const { return path.sliced(path.indexOf(u'.') + 1); }

std::span<const QueueField> queueFields() { return kFields; }

const QueueField *queueField(const QString &path)
{
    const auto *found = std::find_if(std::cbegin(kFields), std::cend(kFields),
        [&path](const QueueField &field) { return field.path == path; });
    return found == std::cend(kFields) ? nullptr : found;
}

Sentence fieldLabel(const QString &path)
{
    if (path == kOverflowMember)
        return Sentence::tr("Overflow");
    const QueueField *field = queueField(path);
    return field ? Sentence(field->label) : Sentence(path);
}

bool isServerAssigned(const QString &member)
{
    return member == QLatin1StringView("id") || member == QLatin1StringView("dateCreated")
        || member == QLatin1StringView("dateModified");
}

QJsonObject withoutServerAssigned(QJsonObject queue)
{
    for (const QString &member : queue.keys()) {
        if (isServerAssigned(member))
            queue.remove(member);
    }
    return queue;
}

void copyMember(const QString &member, const QueueDefinition &from, QueueDefinition *to)
{
    bool isNamed = false;
    for (const QueueField &field : kFields) {
        if (field.member() != member)
            continue;
        field.copy(from, to);
        isNamed = true;
    }
    if (member == kOverflowMember)
        to->overflow.unknown = from.overflow.unknown;
    else if (!isNamed && from.unknown.contains(member))
        to->unknown.insert(member, from.unknown.value(member));
    else if (!isNamed)
        to->unknown.remove(member);
}

} // namespace queuesmith
