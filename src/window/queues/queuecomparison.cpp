#include "window/queues/queuecomparison.h"

#include "domain/queuediff.h"
#include "domain/queuefields.h"
#include "records/auditchain.h"
#include "window/appearance/sentences.h"
#include "window/tables/collation.h"
#include "window/tables/figuretexts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace queuesmith {

namespace {

struct QueueComparisonTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::CompareWindow)
};

QString valueText(const QJsonValue &value)
{
    if (value.isUndefined())
        return QStringLiteral("–");
    return value.isString() ? value.toString() : QString::fromUtf8(canonicalJson(value));
}

/// One line for each; none differs by its place.
QString sortedLines(QStringList texts)
{
    std::sort(texts.begin(), texts.end(), nameCollator());
    return texts.isEmpty() ? QueueComparisonTr::tr("none") : texts.join(u'\n');
}

QString ruleText(const RoutingRule &rule)
{
    const QString text = rule.type + QStringLiteral(" = ") + valueText(rule.value);
    return rule.unknown.isEmpty() ? text : text + u' ' + valueText(rule.unknown);
}

QString textOf(const QueueField &field, const QueueDefinition &of, const ComparisonNames &names)
{
    const QJsonValue value = field.value(of);
    QStringList texts;
    switch (field.kind) {
    case FieldKind::Number:
        return QLocale().toString(value.toInteger());
    case FieldKind::Percent:
        return percentText(value.toDouble() / 100.0);
    case FieldKind::QueueReference:
        return value.isNull() ? QueueComparisonTr::tr("none", "overflow target")
                              : names.queue(QueueId{value.toString()});
    case FieldKind::SkillSet:
        for (const SkillId &skill : of.skillGroups)
            texts.append(names.skill(skill));
        return sortedLines(texts);
    case FieldKind::Rules:
        for (const RoutingRule &rule : of.routingRules)
            texts.append(ruleText(rule));
        return sortedLines(texts);
    case FieldKind::Text:
        break;
    }
    return value.toString().isEmpty() ? QStringLiteral("–") : value.toString();
}

void addUnknown(QList<ComparedField> *fields, const QString &prefix, const QJsonObject &left,
    const QJsonObject &right)
{
    QStringList members = left.keys() + right.keys();
    members.sort();
    members.removeDuplicates();
    for (const QString &member : std::as_const(members)) {
        const QJsonValue first = left.value(member);
        const QJsonValue second = right.value(member);
        fields->append({prefix + member, valueText(first), valueText(second), first == second});
    }
}

} // namespace

QList<ComparedField> compareQueues(
    const QueueDefinition &first, const QueueDefinition &second, const ComparisonNames &names)
{
    QList<ComparedField> fields;
    for (const QueueField &field : queueFields()) {
        const QString left = textOf(field, first, names);
        const QString right = textOf(field, second, names);
        const bool same = field.kind == FieldKind::Rules
            ? left == right
            : isSameField(field.path, field.value(first), field.value(second));
        const bool isSkills = field.kind == FieldKind::SkillSet;
        fields.append({isSkills ? QueueComparisonTr::tr("Skills") : translated(field.label), left,
            right, same});
    }
    addUnknown(&fields, {}, first.unknown, second.unknown);
    addUnknown(
        &fields, QStringLiteral("overflow."), first.overflow.unknown, second.overflow.unknown);
    return fields;
}

int differing(const QList<ComparedField> &fields)
{
    return static_cast<int>(std::count_if(
        fields.cbegin(), fields.cend(), [](const ComparedField &field) { return !field.same; }));
}

} // namespace queuesmith
