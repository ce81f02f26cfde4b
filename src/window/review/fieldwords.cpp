#include "fieldwords.h"

#include "collation.h"
#include "figuretexts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace queuesmith {

namespace {

struct FieldTexts {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::ReviewModel)
};

struct KnownField {
    QLatin1StringView path;
    const char *title;
};

/// In the form's order.
constexpr KnownField kFields[] = {
    {QLatin1StringView("name"), QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Name")},
    {QLatin1StringView("description"), QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Description")},
    {QLatin1StringView("type"), QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Type")},
    {QLatin1StringView("capacity"), QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Capacity")},
    {QLatin1StringView("overflow"), QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Overflow")},
    {QLatin1StringView("overflow.overflowTargetId"),
        QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Overflow target")},
    {QLatin1StringView("overflow.overflowThreshold"),
        QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Overflow threshold")},
    {QLatin1StringView("overflow.overflowType"),
        QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Overflow type")},
    {QLatin1StringView("priority"), QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Priority")},
    {QLatin1StringView("routingRules"),
        QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Routing rules")},
    {QLatin1StringView("skillGroups"),
        QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Skill groups")},
};

const KnownField *knownField(const QString &path)
{
    const auto *found = std::find_if(std::cbegin(kFields), std::cend(kFields),
        [&path](const KnownField &field) { return field.path == path; });
    return found == std::cend(kFields) ? nullptr : found;
}

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

/// What consists of several parts; nothing for any other.
QStringList partsOf(
    const QString &field, const QJsonValue &value, const FieldNames &names, bool withIds)
{
    if (field == QLatin1StringView("routingRules"))
        return ruleTexts(value.toArray());
    QStringList parts;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &item : list)
        parts.append(field == QLatin1StringView("skillGroups") && item.isString()
                ? named(item.toString(), names.skill, withIds)
                : jsonText(item));
    if (field == QLatin1StringView("skillGroups")) // their order means nothing
        std::sort(parts.begin(), parts.end(), nameCollator());
    return parts;
}

} // namespace

QString fieldTitle(const QString &field)
{
    const KnownField *known = knownField(field);
    return known ? FieldTexts::tr(known->title) : field;
}

int fieldRank(const QString &field)
{
    const KnownField *known = knownField(field);
    return known ? static_cast<int>(known - kFields) : static_cast<int>(std::size(kFields));
}

QString fieldText(const QString &field, const QJsonValue &value, const FieldNames &names)
{
    if (value.isArray()) {
        const bool isRules = field == QLatin1StringView("routingRules");
        const QStringList parts = partsOf(field, value, names, false);
        return parts.isEmpty() ? QStringLiteral("–")
                               : parts.join(isRules ? QStringLiteral(" · ") : QStringLiteral(", "));
    }
    if (field == QLatin1StringView("overflow") && value.isObject())
        return overflowText(value.toObject(), names);
    if (field == QLatin1StringView("overflow.overflowTargetId"))
        return targetText(value, names);
    if (field == QLatin1StringView("overflow.overflowThreshold"))
        return thresholdText(value);
    return jsonText(value);
}

QString fieldToolTip(const QString &field, const QJsonValue &value, const FieldNames &names)
{
    return value.isArray() ? partsOf(field, value, names, true).join(u'\n')
                           : fieldText(field, value, names);
}

} // namespace queuesmith
