#include "reviewmodel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace queuesmith {

namespace {

QString plainText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Undefined:
    case QJsonValue::Null:
        return QStringLiteral("–");
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double:
        return QLocale().toString(value.toInteger());
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        break;
    }
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

/// `priority 1 · capacity 150`
QString rulesText(const QJsonArray &rules)
{
    QStringList parts;
    for (const QJsonValue &rule : rules)
        parts.append(rule[QLatin1StringView("type")].toString() + u' '
            + plainText(rule[QLatin1StringView("value")]));
    return parts.isEmpty() ? QStringLiteral("–") : parts.join(QStringLiteral(" · "));
}

QString listText(const QJsonArray &list)
{
    QStringList parts;
    for (const QJsonValue &item : list)
        parts.append(plainText(item));
    return parts.isEmpty() ? QStringLiteral("–") : parts.join(QStringLiteral(", "));
}

} // namespace

QString fieldTitle(const QString &field)
{
    static const QHash<QString, const char *> titles{
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Name")},
        {QStringLiteral("description"),
            QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Description")},
        {QStringLiteral("type"), QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Type")},
        {QStringLiteral("capacity"), QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Capacity")},
        {QStringLiteral("overflow.overflowType"),
            QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Overflow type")},
        {QStringLiteral("overflow.overflowTargetId"),
            QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Overflow target")},
        {QStringLiteral("overflow.overflowThreshold"),
            QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Overflow threshold")},
        {QStringLiteral("skillGroups"),
            QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Skill groups")},
        {QStringLiteral("priority"), QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Priority")},
        {QStringLiteral("routingRules"),
            QT_TRANSLATE_NOOP("queuesmith::ReviewModel", "Routing rules")},
    };
    const auto title = titles.constFind(field);
    return title == titles.constEnd() ? field : ReviewModel::tr(*title);
}

ReviewModel::ReviewModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ReviewModel::setChanges(
    const QList<FieldChange> &changes, const QHash<QString, QString> &queueNames)
{
    beginResetModel();
    m_changes = changes;
    m_queueNames = queueNames;
    endResetModel();
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int ReviewModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : 3; }

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FieldChange &change = m_changes.at(index.row());
    const auto column = static_cast<Column>(index.column());
    const QJsonValue &value = column == Column::Before ? change.from : change.to;
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (column == Column::Field)
        return isText ? fieldTitle(change.field) : QVariant();
    if (role == static_cast<int>(Role::Raw))
        return value.toVariant();
    return isText ? valueText(change.field, value) : QVariant();
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Field:
        return tr("Field");
    case Column::Before:
        return tr("Now");
    case Column::After:
        break;
    }
    return tr("After");
}

QString ReviewModel::valueText(const QString &field, const QJsonValue &value) const
{
    if (field == QLatin1StringView("routingRules") && value.isArray())
        return rulesText(value.toArray());
    if (field == QLatin1StringView("skillGroups") && value.isArray())
        return listText(value.toArray());
    if (field == QLatin1StringView("overflow.overflowTargetId")) {
        const QString id = value.toString();
        const QString name = m_queueNames.value(id);
        return id.isEmpty() ? tr("none") : name.isEmpty() ? id : tr("%1 (%2)").arg(name, id);
    }
    return plainText(value);
}

} // namespace queuesmith
