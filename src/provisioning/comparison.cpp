#include "comparison.h"

#include <QJsonArray>
#include <QSet>
#include <QStringList>

#include <algorithm>

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

/// The contract gives the skill groups no order, and a tenant may keep them sorted; one without any
/// may leave the member out.
bool fieldCovers(const QString &field, const QJsonValue &ours, const QJsonValue &theirs)
{
    const bool areGroups = field == QLatin1StringView("skillGroups")
        && (ours.isArray() ? theirs.isArray() || isAbsent(theirs)
                           : isAbsent(ours) && theirs.isArray());
    return areGroups ? sameSet(ours.toArray(), theirs.toArray()) : covers(ours, theirs);
}

} // namespace

bool isSameField(const QString &field, const QJsonValue &a, const QJsonValue &b)
{
    return fieldCovers(field, a, b) && fieldCovers(field, b, a);
}

QList<FieldComparison> compareFields(const QJsonObject &ours, const QJsonObject &theirs)
{
    QList<FieldComparison> comparisons;
    for (auto member = ours.constBegin(); member != ours.constEnd(); ++member) {
        const QJsonValue mine = member.value();
        const QJsonValue other = theirs.value(member.key());
        comparisons.append({member.key(), fieldCovers(member.key(), mine, other), mine, other});
    }
    return comparisons;
}

bool isIdentical(const QJsonObject &ours, const QJsonObject &theirs)
{
    const auto comparisons = compareFields(ours, theirs);
    return std::all_of(comparisons.cbegin(), comparisons.cend(),
        [](const FieldComparison &comparison) { return comparison.same; });
}

QString differingFields(const QJsonObject &ours, const QJsonObject &theirs)
{
    QStringList fields;
    for (const FieldComparison &comparison : compareFields(ours, theirs)) {
        if (!comparison.same)
            fields.append(comparison.field);
    }
    return fields.join(QStringLiteral(", "));
}

} // namespace queuesmith
