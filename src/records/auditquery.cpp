#include "auditquery.h"

#include "auditpayload.h"
#include "database.h"
#include "strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace queuesmith {

namespace {
struct Condition {
    QString sql;
    QVariantList values;
};

QList<Condition> conditions(const AuditFilter &filter)
{
    QList<Condition> list;
    if (filter.since)
        list.append({QStringLiteral("timestamp >= ?"), {timestampText(*filter.since)}});
    if (filter.until)
        list.append({QStringLiteral("timestamp < ?"), {timestampText(*filter.until)}});
    if (!filter.actor.isEmpty())
        list.append({QStringLiteral("actor = ?"), {filter.actor}});
    if (!filter.queue.isEmpty())
        list.append(
            {QStringLiteral("(queue_id = ? OR queue_name = ?)"), {filter.queue, filter.queue}});
    if (!filter.action.isEmpty())
        list.append({QStringLiteral("audit_action = ?"), {filter.action}});
    if (!filter.outcome.isEmpty())
        list.append({QStringLiteral("outcome = ?"), {filter.outcome}});
    return list;
}

/// SQLite folds the case of ASCII letters only, so text is looked for here.
bool contains(const QJsonValue &value, const QString &text)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString().contains(text, Qt::CaseInsensitive);
    case QJsonValue::Double:
        return QString::number(wholeNumber(value).value_or(0)).contains(text);
    case QJsonValue::Array: {
        const QJsonArray array = value.toArray();
        return std::any_of(array.begin(), array.end(),
            [&text](const QJsonValue &item) { return contains(item, text); });
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        return std::any_of(object.begin(), object.end(),
            [&text](const QJsonValue &item) { return contains(item, text); });
    }
    case QJsonValue::Bool:
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

bool contains(const QByteArray &payload, const QString &text)
{
    return text.isEmpty() || contains(QJsonDocument::fromJson(payload).object(), text);
}
} // namespace

Status AuditQuery::start()
{
    QString sql = QStringLiteral("SELECT seq, payload, hash FROM audit");
    QString joint = QStringLiteral(" WHERE ");
    QVariantList values;
    for (const Condition &condition : conditions(m_filter)) {
        sql += joint + condition.sql;
        values += condition.values;
        joint = QStringLiteral(" AND ");
    }
    sql += QStringLiteral(" ORDER BY seq DESC");
    if (m_filter.limit > 0 && m_filter.text.isEmpty()) {
        sql += QStringLiteral(" LIMIT ?");
        values.append(m_filter.limit);
    }
    auto rows = m_database.run(sql, values);
    if (!rows)
        return rows.error();
    m_rows.emplace(std::move(rows).value());
    return Done{};
}

bool AuditQuery::next()
{
    if (m_filter.limit > 0 && m_found >= m_filter.limit)
        return false;
    while (m_rows->next()) {
        m_record.payload = m_rows->value(1).toByteArray();
        if (!contains(m_record.payload, m_filter.text))
            continue;
        m_record.seq = m_rows->value(0).toLongLong();
        m_record.hash = m_rows->value(2).toByteArray();
        ++m_found;
        return true;
    }
    return false;
}

Status AuditQuery::ended() const { return m_database.ended(*m_rows); }

QJsonObject toJson(const AuditFilter &filter)
{
    QJsonObject json;
    if (filter.since)
        json[QStringLiteral("since")] = timestampText(*filter.since);
    if (filter.until)
        json[QStringLiteral("until")] = timestampText(*filter.until);
    if (!filter.actor.isEmpty())
        json[QStringLiteral("actor")] = filter.actor;
    if (!filter.queue.isEmpty())
        json[QStringLiteral("queue")] = filter.queue;
    if (!filter.action.isEmpty())
        json[QStringLiteral("action")] = filter.action;
    if (!filter.outcome.isEmpty())
        json[QStringLiteral("outcome")] = filter.outcome;
    if (!filter.text.isEmpty())
        json[QStringLiteral("text")] = filter.text;
    if (filter.limit > 0)
        json[QStringLiteral("limit")] = filter.limit;
    return json;
}

} // namespace queuesmith
