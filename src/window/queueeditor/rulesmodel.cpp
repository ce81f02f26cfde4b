#include "window/queueeditor/rulesmodel.h"

#include "domain/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace queuesmith {

void RulesModel::setRules(const QList<RoutingRule> &rules)
{
    if (rules == m_rules)
        return;
    if (rules.size() == m_rules.size()) {
        m_rules = rules;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rules = rules;
    endResetModel();
}

int RulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int RulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RulesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RoutingRule &rule = m_rules.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return index.column() == Type ? rule.type : jsonLine(rule.value);
    if (role == Qt::ToolTipRole && rule.repeatsField())
        return tr("This rule follows its field; change it there.");
    return {};
}

bool RulesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    QList<RoutingRule> rules = m_rules;
    RoutingRule &rule = rules[index.row()];
    if (index.column() == Type) {
        rule.type = value.toString().trimmed();
    } else {
        const TypedValue typed = typedValue(value.toString());
        Q_EMIT valueJudged(typed.why);
        if (!typed.why.isEmpty())
            return false;
        rule.value = typed.value;
    }
    Q_EMIT editRequested(rules);
    return true;
}

Qt::ItemFlags RulesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && !m_rules.at(index.row()).repeatsField())
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return section == Type ? tr("Type") : tr("Value");
}

QString jsonLine(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.sliced(1, wrapped.size() - 2));
}

TypedValue typedValue(const QString &text)
{
    const QString trimmed = text.trimmed();
    const JsonParse parse = parseStrictJson(trimmed.toUtf8());
    if (!parse.error && parse.oversized.isEmpty())
        return {parse.value, {}};
    if (!parse.error)
        return {{},
            RulesModel::tr(
                "This number does not fit in 64 bits. Use a smaller number or a string.")};
    const bool looksLikeJson =
        trimmed.startsWith(u'{') || trimmed.startsWith(u'[') || trimmed.startsWith(u'"');
    if (!looksLikeJson)
        return {QJsonValue(trimmed), {}};
    return {{},
        RulesModel::tr("This is not a JSON value (column %1: %2), so the rule is unchanged.")
            .arg(parse.error->column)
            .arg(parse.error->what)};
}

} // namespace queuesmith
