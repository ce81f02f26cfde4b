#include "domain/queuedefinition.h"

#include "domain/queuefields.h"
#include "domain/strictjson.h"

#include <QJsonArray>

namespace queuesmith {

namespace {

constexpr QLatin1StringView kPriority("priority");
constexpr QLatin1StringView kCapacity("capacity");
constexpr QLatin1StringView kRoutingRules("routingRules");

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

/// Takes out of `members` what the contract names; the rest is left.
void readFields(QJsonObject *members, QueueDefinition *definition, Problems *problems)
{
    const QJsonValue overflow = members->take(kOverflowMember);
    QJsonObject inner = overflow.toObject();
    bool isOverflowTold = overflow.isObject() || overflow.isUndefined();
    for (const QueueField &field : queueFields()) {
        if (field.isNested() && !isOverflowTold) {
            problems->append(problems::wrongType(
                kOverflowMember, Sentence::tr("an object"), describe(overflow)));
            isOverflowTold = true;
        }
        const QJsonValue value = (field.isNested() ? inner : *members).take(field.key());
        if (!value.isUndefined())
            field.read(field, value, definition, problems);
        else if (field.path == kRoutingRules)
            definition->routingRules = defaultRules(*definition);
    }
    definition->overflow.unknown = packed(inner);
}

} // namespace

bool RoutingRule::repeatsField() const { return type == kPriority || type == kCapacity; }

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
    for (const QLatin1StringView key : {QLatin1StringView("name"), kCapacity}) {
        if (!json.contains(key))
            parsed.problems.append(problems::requiredMember(key));
    }
    QJsonObject rest = json;
    readFields(&rest, &parsed.definition, &parsed.problems);
    // In a definition these come from a copied queue; sent, they would make every read-back differ.
    for (const QString &key : rest.keys()) {
        if (isServerAssigned(key))
            parsed.problems.append(problems::serverAssigned(key));
    }
    parsed.definition.unknown = packed(withoutServerAssigned(rest));
    if (!hasErrors(parsed.problems))
        checkRules(parsed.definition, &parsed.problems);
    return parsed;
}

QJsonObject toJson(const QueueDefinition &definition)
{
    QJsonObject object = definition.unknown;
    QJsonObject overflow = definition.overflow.unknown;
    for (const QueueField &field : queueFields())
        (field.isNested() ? overflow : object).insert(field.key(), field.value(definition));
    object.insert(kOverflowMember, overflow);
    return object;
}

} // namespace queuesmith
