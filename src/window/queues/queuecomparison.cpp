#include "queuecomparison.h"

#include "auditchain.h"
#include "collation.h"
#include "figuretexts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace queuesmith {

namespace {

struct QueueComparisonTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::CompareWindow)
};

QString overflowText(const Overflow &overflow, const ComparisonNames &names)
{
    return overflow.target.isEmpty() ? QueueComparisonTr::tr("none", "overflow target")
                                     : names.queue(overflow.target);
}

QString skillsText(const QueueDefinition &definition, const ComparisonNames &names)
{
    QStringList texts;
    for (const SkillId &skill : definition.skillGroups)
        texts.append(names.skill(skill));
    std::sort(texts.begin(), texts.end(), nameCollator());
    return texts.isEmpty() ? QueueComparisonTr::tr("none") : texts.join(u'\n');
}

QString valueText(const QJsonValue &value)
{
    if (value.isUndefined())
        return QStringLiteral("–");
    return value.isString() ? value.toString() : QString::fromUtf8(canonicalJson(value));
}

QString rulesText(const QueueDefinition &definition)
{
    QStringList texts;
    for (const RoutingRule &rule : definition.routingRules) {
        QString text = rule.type + QStringLiteral(" = ") + valueText(rule.value);
        if (!rule.unknown.isEmpty())
            text += u' ' + valueText(rule.unknown);
        texts.append(text);
    }
    texts.sort();
    return texts.isEmpty() ? QueueComparisonTr::tr("none") : texts.join(u'\n');
}

/// Skills compared by id, since two of them may have one name.
QStringList skillIds(const QueueDefinition &definition)
{
    QStringList ids;
    for (const SkillId &skill : definition.skillGroups)
        ids.append(skill.value);
    ids.sort();
    ids.removeDuplicates();
    return ids;
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

QString orDash(const QString &text) { return text.isEmpty() ? QStringLiteral("–") : text; }

} // namespace

QList<ComparedField> compareQueues(
    const QueueDefinition &first, const QueueDefinition &second, const ComparisonNames &names)
{
    const QLocale locale;
    QList<ComparedField> fields;
    const auto text = [&](const QString &field, const QString &one, const QString &other) {
        fields.append({field, orDash(one), orDash(other), one == other});
    };
    const auto number = [&](const QString &field, int one, int other) {
        fields.append({field, locale.toString(one), locale.toString(other), one == other});
    };
    const auto percent = [&](int value) { return percentText(value / 100.0); };

    text(QueueComparisonTr::tr("Name"), first.name, second.name);
    text(QueueComparisonTr::tr("Description"), first.description, second.description);
    text(QueueComparisonTr::tr("Type"), first.type, second.type);
    number(QueueComparisonTr::tr("Capacity"), first.capacity, second.capacity);
    number(QueueComparisonTr::tr("Priority"), first.priority, second.priority);
    fields.append({QueueComparisonTr::tr("Overflow target"), overflowText(first.overflow, names),
        overflowText(second.overflow, names), first.overflow.target == second.overflow.target});
    text(QueueComparisonTr::tr("Overflow threshold"), percent(first.overflow.threshold),
        percent(second.overflow.threshold));
    text(QueueComparisonTr::tr("Overflow type"), first.overflow.type, second.overflow.type);
    fields.append({QueueComparisonTr::tr("Skills"), skillsText(first, names),
        skillsText(second, names), skillIds(first) == skillIds(second)});
    text(QueueComparisonTr::tr("Routing rules"), rulesText(first), rulesText(second));
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
