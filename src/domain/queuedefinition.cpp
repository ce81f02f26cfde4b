#include "queuedefinition.h"

#include "queuename.h"
#include "strictjson.h"

#include <QJsonArray>
#include <QSet>

namespace queuesmith {

namespace {

constexpr QLatin1StringView kName("name");
constexpr QLatin1StringView kDescription("description");
constexpr QLatin1StringView kType("type");
constexpr QLatin1StringView kCapacity("capacity");
constexpr QLatin1StringView kOverflow("overflow");
constexpr QLatin1StringView kOverflowType("overflowType");
constexpr QLatin1StringView kOverflowTarget("overflowTargetId");
constexpr QLatin1StringView kOverflowThreshold("overflowThreshold");
constexpr QLatin1StringView kSkillGroups("skillGroups");
constexpr QLatin1StringView kPriority("priority");
constexpr QLatin1StringView kRoutingRules("routingRules");
constexpr QLatin1StringView kValue("value");

/// Takes known members out of an object one by one; what is left in the end is unknown.
class MemberReader {
public:
    MemberReader(const QJsonObject &object, const QString &path, Problems *problems)
        : m_rest(object)
        , m_path(path)
        , m_problems(problems)
    {
    }

    [[nodiscard]] QString pathOf(QLatin1StringView key) const
    {
        return m_path.isEmpty() ? QString(key) : QString(m_path % u'.' % key);
    }
    void report(const Problem &problem) { m_problems->append(problem); }
    /// Put together anew: what was taken out of an object still takes its memory.
    [[nodiscard]] QJsonObject rest() const
    {
        QJsonObject rest;
        for (auto member = m_rest.begin(); member != m_rest.end(); ++member)
            rest.insert(member.key(), member.value());
        return rest;
    }
    [[nodiscard]] bool has(QLatin1StringView key) const { return m_rest.contains(key); }

    QJsonValue take(QLatin1StringView key)
    {
        QJsonValue value = m_rest.value(key);
        m_rest.remove(key);
        return value;
    }

    void text(QLatin1StringView key, QString *target)
    {
        const QJsonValue value = take(key);
        if (value.isString())
            *target = value.toString();
        else if (!value.isUndefined())
            report(problems::wrongType(pathOf(key), Sentence::tr("a text"), describe(value)));
    }

    void integer(QLatin1StringView key, qint64 lowest, qint64 highest, int *target)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return;
        if (!value.isDouble() || !wholeNumber(value)) {
            report(
                problems::wrongType(pathOf(key), Sentence::tr("a whole number"), describe(value)));
            return;
        }
        const qint64 number = *wholeNumber(value);
        if (number < lowest || number > highest)
            report(problems::outOfRange(pathOf(key), lowest, highest, QString::number(number)));
        else
            *target = static_cast<int>(number);
    }

private:
    QJsonObject m_rest;
    QString m_path;
    Problems *m_problems;
};

Overflow readOverflow(const QJsonValue &value, Problems *problems)
{
    Overflow overflow;
    if (value.isUndefined())
        return overflow;
    if (!value.isObject()) {
        problems->append(
            problems::wrongType(kOverflow, Sentence::tr("an object"), describe(value)));
        return overflow;
    }
    MemberReader reader(value.toObject(), kOverflow, problems);
    reader.text(kOverflowType, &overflow.type);
    const QJsonValue target = reader.take(kOverflowTarget);
    if (target.isString())
        overflow.target = QueueId{target.toString()};
    else if (!target.isNull() && !target.isUndefined())
        reader.report(problems::wrongType(reader.pathOf(kOverflowTarget),
            Sentence::tr("a queue's id or null"), describe(target)));
    if (target.isString() && overflow.target.isEmpty())
        reader.report(problems::emptyText(reader.pathOf(kOverflowTarget)));
    reader.integer(kOverflowThreshold, QueueDefinition::kMinThreshold,
        QueueDefinition::kMaxThreshold, &overflow.threshold);
    overflow.unknown = reader.rest();
    return overflow;
}

QList<SkillId> readSkillGroups(const QJsonValue &value, Problems *problems)
{
    QList<SkillId> skills;
    if (value.isUndefined())
        return skills;
    if (!value.isArray()) {
        problems->append(problems::wrongType(
            kSkillGroups, Sentence::tr("a list of skill ids"), describe(value)));
        return skills;
    }
    QSet<QString> seen;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = QStringLiteral("skillGroups[%1]").arg(i);
        const QJsonValue entry = array.at(i);
        if (!entry.isString())
            problems->append(
                problems::wrongType(path, Sentence::tr("a skill's id (a text)"), describe(entry)));
        else if (entry.toString().isEmpty())
            problems->append(problems::emptyText(path));
        else if (seen.contains(entry.toString()))
            problems->append(problems::duplicateSkill(path, entry.toString()));
        seen.insert(entry.toString());
        skills.append(SkillId{entry.toString()});
    }
    return skills;
}

RoutingRule readRule(const QJsonObject &object, const QString &path, Problems *problems)
{
    MemberReader reader(object, path, problems);
    RoutingRule rule;
    if (!reader.has(kType))
        reader.report(problems::requiredMember(reader.pathOf(kType)));
    if (!reader.has(kValue))
        reader.report(problems::requiredMember(reader.pathOf(kValue)));
    reader.text(kType, &rule.type);
    rule.value = reader.take(kValue);
    const bool known = rule.type == kPriority || rule.type == kCapacity;
    if (known && !rule.value.isUndefined() && !wholeNumber(rule.value))
        reader.report(problems::wrongType(
            reader.pathOf(kValue), Sentence::tr("a whole number"), describe(rule.value)));
    rule.unknown = reader.rest();
    return rule;
}

QList<RoutingRule> readRules(const QJsonValue &value, Problems *problems)
{
    QList<RoutingRule> rules;
    if (!value.isArray()) {
        problems->append(
            problems::wrongType(kRoutingRules, Sentence::tr("a list of rules"), describe(value)));
        return rules;
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = QStringLiteral("routingRules[%1]").arg(i);
        if (array.at(i).isObject())
            rules.append(readRule(array.at(i).toObject(), path, problems));
        else
            problems->append(problems::wrongType(
                path, QStringLiteral("an object with type and value"), describe(array.at(i))));
    }
    return rules;
}

void checkRules(const QueueDefinition &definition, Problems *problems)
{
    for (qsizetype i = 0; i < definition.routingRules.size(); ++i) {
        const RoutingRule &rule = definition.routingRules.at(i);
        const std::optional<qint64> value = wholeNumber(rule.value);
        const QString path = QStringLiteral("routingRules[%1].value").arg(i);
        if (value && rule.type == kPriority && *value != definition.priority)
            problems->append(problems::ruleDisagrees(path, rule.type, *value, definition.priority));
        if (value && rule.type == kCapacity && *value != definition.capacity)
            problems->append(problems::ruleDisagrees(path, rule.type, *value, definition.capacity));
    }
}

QList<RoutingRule> defaultRules(const QueueDefinition &definition)
{
    return {{kPriority, definition.priority, {}}, {kCapacity, definition.capacity, {}}};
}

/// Members that the tenant gives a queue. In a definition they come from a copied queue, and
/// sending them would make every read-back differ.
void dropServerAssigned(MemberReader *reader)
{
    for (const QLatin1StringView key : {QLatin1StringView("id"), QLatin1StringView("dateCreated"),
             QLatin1StringView("dateModified")}) {
        if (!reader->take(key).isUndefined())
            reader->report(problems::serverAssigned(key));
    }
}

} // namespace

ParsedDefinition parseDefinition(const JsonParse &json)
{
    ParsedDefinition parsed;
    if (!json.value.isObject()) {
        parsed.problems.append(problems::wrongType(QStringLiteral("definition"),
            Sentence::tr("an object with the queue's members"), describe(json.value)));
        return parsed;
    }
    parsed = parseDefinition(json.value.toObject());
    for (const OversizedInteger &number : json.oversized) {
        // The range check of a known member has seen the rounded number; this says what it was.
        parsed.problems.removeIf(
            [&number](const Problem &problem) { return problem.field == number.path; });
        parsed.problems.append(problems::integerTooLarge(number.path, number.text));
    }
    return parsed;
}

ParsedDefinition parseDefinition(const QJsonObject &json)
{
    ParsedDefinition parsed;
    QueueDefinition &definition = parsed.definition;
    MemberReader reader(json, {}, &parsed.problems);

    for (const QLatin1StringView key : {kName, kCapacity}) {
        if (!reader.has(key))
            reader.report(problems::requiredMember(key));
    }
    const bool nameIsText = json.value(kName).isString();
    reader.text(kName, &definition.name);
    if (nameIsText && definition.name.trimmed().isEmpty())
        reader.report(problems::emptyText(kName));
    if (nameIsText)
        parsed.problems += nameProblems(definition.name);
    reader.text(kDescription, &definition.description);
    reader.text(kType, &definition.type);
    reader.integer(kCapacity, QueueDefinition::kMinCapacity, QueueDefinition::kMaxCapacity,
        &definition.capacity);
    definition.overflow = readOverflow(reader.take(kOverflow), &parsed.problems);
    definition.skillGroups = readSkillGroups(reader.take(kSkillGroups), &parsed.problems);
    reader.integer(kPriority, QueueDefinition::kMinPriority, QueueDefinition::kMaxPriority,
        &definition.priority);
    const QJsonValue rules = reader.take(kRoutingRules);
    definition.routingRules =
        rules.isUndefined() ? defaultRules(definition) : readRules(rules, &parsed.problems);
    dropServerAssigned(&reader);
    definition.unknown = reader.rest();
    if (!hasErrors(parsed.problems))
        checkRules(definition, &parsed.problems);
    return parsed;
}

QJsonObject toJson(const QueueDefinition &definition)
{
    QJsonObject overflow = definition.overflow.unknown;
    overflow.insert(kOverflowType, definition.overflow.type);
    overflow.insert(kOverflowTarget,
        definition.overflow.target.isEmpty() ? QJsonValue(QJsonValue::Null)
                                             : QJsonValue(definition.overflow.target.value));
    overflow.insert(kOverflowThreshold, definition.overflow.threshold);

    QJsonArray skills;
    for (const SkillId &skill : definition.skillGroups)
        skills.append(skill.value);

    QJsonArray rules;
    for (const RoutingRule &rule : definition.routingRules) {
        QJsonObject object = rule.unknown;
        object.insert(kType, rule.type);
        object.insert(kValue, rule.value);
        rules.append(object);
    }

    QJsonObject object = definition.unknown;
    object.insert(kName, definition.name);
    object.insert(kDescription, definition.description);
    object.insert(kType, definition.type);
    object.insert(kCapacity, definition.capacity);
    object.insert(kOverflow, overflow);
    object.insert(kSkillGroups, skills);
    object.insert(kPriority, definition.priority);
    object.insert(kRoutingRules, rules);
    return object;
}

} // namespace queuesmith
