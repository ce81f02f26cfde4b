#include "window/review/fieldwords.h"

#include "domain/queuefields.h"
#include "window/appearance/sentences.h"
#include "window/tables/collation.h"
#include "window/tables/figuretexts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace queuesmith {

namespace {

struct FieldTexts {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::ReviewModel)
};

QString compactJson(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

QString jsonText(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return QStringLiteral("–");
    if (value.isString())
        return value.toString();
    const bool isWhole = value.isDouble() && value.toDouble() == double(value.toInteger());
    return isWhole ? QLocale().toString(value.toInteger()) : compactJson(value);
}

/// `priority 1 · capacity 150`
QStringList ruleTexts(const QJsonArray &rules)
{
    QStringList texts;
    for (const QJsonValue &rule : rules) {
        QJsonObject others = rule.toObject();
        QString text = others.take(QLatin1StringView("type")).toString() + u' '
            + jsonText(others.take(QLatin1StringView("value")));
        if (!others.isEmpty())
            text += u' ' + compactJson(others);
        texts.append(text);
    }
    return texts;
}

QString named(const QString &id, const std::function<QString(const QString &)> &nameOf, bool withId)
{
    const QString name = nameOf ? nameOf(id) : QString();
    if (name.isEmpty() || name == id)
        return id;
    return withId ? FieldTexts::tr("%1 (%2)").arg(name, id) : name;
}

QString targetText(const QJsonValue &value, const FieldNames &names)
{
    const QString id = value.toString();
    return id.isEmpty() ? FieldTexts::tr("none") : named(id, names.queue, true);
}

QString thresholdText(const QJsonValue &value)
{
    return value.isDouble() ? percentText(value.toDouble() / 100.0) : jsonText(value);
}

QString overflowText(const QJsonObject &overflow, const FieldNames &names)
{
    const QJsonValue target = overflow.value(QLatin1StringView("overflowTargetId"));
    if (target.toString().isEmpty())
        return FieldTexts::tr("none");
    return FieldTexts::tr("%1, from %2")
        .arg(targetText(target, names),
            thresholdText(overflow.value(QLatin1StringView("overflowThreshold"))));
}

FieldKind kindOf(const QString &field, const QJsonValue &value)
{
    const QueueField *known = queueField(field);
    const bool isList =
        known && (known->kind == FieldKind::SkillSet || known->kind == FieldKind::Rules);
    return known && isList == value.isArray() ? known->kind : FieldKind::Text;
}

/// Of a list.
QStringList partsOf(
    const QString &field, const QJsonArray &list, const FieldNames &names, bool withIds)
{
    const FieldKind kind = kindOf(field, list);
    if (kind == FieldKind::Rules)
        return ruleTexts(list);
    QStringList parts;
    for (const QJsonValue &item : list)
        parts.append(kind == FieldKind::SkillSet && item.isString()
                ? named(item.toString(), names.skill, withIds)
                : jsonText(item));
    if (kind == FieldKind::SkillSet) // their order means nothing
        std::sort(parts.begin(), parts.end(), nameCollator());
    return parts;
}

} // namespace

QString fieldTitle(const QString &field) { return translated(fieldLabel(field)); }

int fieldRank(const QString &field)
{
    const QueueField *known = queueField(field);
    return known ? known->formRow : std::numeric_limits<int>::max();
}

QString fieldText(const QString &field, const QJsonValue &value, const FieldNames &names)
{
    const FieldKind kind = kindOf(field, value);
    if (value.isArray()) {
        const QStringList parts = partsOf(field, value.toArray(), names, false);
        const bool isRules = kind == FieldKind::Rules;
        return parts.isEmpty() ? QStringLiteral("–")
                               : parts.join(isRules ? QStringLiteral(" · ") : QStringLiteral(", "));
    }
    if (field == QLatin1StringView("overflow") && value.isObject())
        return overflowText(value.toObject(), names);
    if (kind == FieldKind::QueueReference)
        return targetText(value, names);
    return kind == FieldKind::Percent ? thresholdText(value) : jsonText(value);
}

QString fieldToolTip(const QString &field, const QJsonValue &value, const FieldNames &names)
{
    return value.isArray() ? partsOf(field, value.toArray(), names, true).join(u'\n')
                           : fieldText(field, value, names);
}

} // namespace queuesmith
