#include "records/auditquery.h"

#include "domain/strictjson.h"
#include "records/auditpayload.h"

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

/// The records of one queue are few among all, while those of an action may be most of them: the
/// plus keeps SQLite from walking the whole action, newest first, in search of a queue.
QString column(const char *name, const AuditFilter &filter)
{
    const QString text = QString::fromLatin1(name);
    return filter.queue.isEmpty() ? text : u'+' + text;
}

Condition anyOf(const QString &column, const QStringList &words)
{
    QStringList marks;
    QVariantList values;
    for (const QString &word : words) {
        marks.append(QStringLiteral("?"));
        values.append(word);
    }
    return {QStringLiteral("%1 IN (%2)").arg(column, marks.join(QStringLiteral(", "))), values};
}

QList<Condition> conditions(const AuditFilter &filter)
{
    QList<Condition> list;
    if (filter.since)
        list.append({QStringLiteral("timestamp >= ?"), {timestampText(*filter.since)}});
    if (filter.until)
        list.append({QStringLiteral("timestamp < ?"), {timestampText(*filter.until)}});
    if (!filter.actor.isEmpty())
        list.append({column("actor", filter) + QStringLiteral(" = ?"), {filter.actor}});
    if (!filter.queue.isEmpty())
        list.append(
            {QStringLiteral("(queue_id = ? OR queue_name = ?)"), {filter.queue, filter.queue}});
    if (!filter.action.isEmpty())
        list.append({column("audit_action", filter) + QStringLiteral(" = ?"), {filter.action}});
    if (!filter.actions.isEmpty())
        list.append(anyOf(column("audit_action", filter), filter.actions));
    if (!filter.outcome.isEmpty())
        list.append({column("outcome", filter) + QStringLiteral(" = ?"), {filter.outcome}});
    if (filter.tenant)
        list.append({QStringLiteral("tenant = ?"), {filter.tenant->origin}});
    if (!filter.correlation.isEmpty())
        list.append({QStringLiteral("correlation_id = ?"), {filter.correlation}});
    if (filter.beforeSeq > 0)
        list.append({QStringLiteral("seq < ?"), {filter.beforeSeq}});
    if (filter.afterSeq > 0)
        list.append({QStringLiteral("seq > ?"), {filter.afterSeq}});
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

/// A record from before there were tenant ids belongs to the client that it names.
bool isOf(const TenantId &tenant, const QByteArray &payload)
{
    const QJsonObject members = QJsonDocument::fromJson(payload).object();
    const QJsonValue id = members.value(QStringLiteral("tenant_id"));
    return id.isUndefined() ? members.value(QStringLiteral("client_id")).toString() == tenant.client
                            : id.toString() == tenant.key();
}

/// Whether JSON has this text in other characters than it is written with.
bool needsEscape(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c == QLatin1Char('"') || c == QLatin1Char('\\') || c < QLatin1Char(' ');
    });
}
} // namespace

Status AuditQuery::start()
{
    QString sql = QStringLiteral("SELECT seq, payload, hash, audit_action, outcome FROM audit");
    QString joint = QStringLiteral(" WHERE ");
    QVariantList values;
    for (const Condition &condition : conditions(m_filter)) {
        sql += joint + condition.sql;
        values += condition.values;
        joint = QStringLiteral(" AND ");
    }
    sql += QStringLiteral(" ORDER BY seq DESC");
    if (m_filter.limit > 0 && m_filter.text.isEmpty() && !m_filter.tenant) {
        sql += QStringLiteral(" LIMIT ?");
        values.append(m_filter.limit);
    }
    auto rows = m_database.read(sql, values);
    if (!rows)
        return rows.error();
    m_rows.emplace(std::move(rows).value());
    return Done{};
}

bool AuditQuery::next(const std::atomic_bool &cancelled)
{
    if (m_filter.limit > 0 && m_found >= m_filter.limit)
        return false;
    while (!cancelled && m_rows->next()) {
        m_record.payload = m_rows->value(1).toByteArray();
        if (!showsText(m_record.payload) || !showsTenant(m_record.payload))
            continue;
        m_record.seq = m_rows->value(0).toLongLong();
        m_record.hash = m_rows->value(2).toByteArray();
        ++m_found;
        return true;
    }
    return false;
}

bool AuditQuery::showsText(const QByteArray &payload) const
{
    if (m_filter.text.isEmpty())
        return true;
    // Looking at the bytes costs a tenth of parsing them, and rules most records out.
    if (!needsEscape(m_filter.text) && m_text.indexIn(QString::fromUtf8(payload)) < 0)
        return false;
    return contains(QJsonDocument::fromJson(payload).object(), m_filter.text);
}

bool AuditQuery::showsTenant(const QByteArray &payload) const
{
    return !m_filter.tenant || isOf(*m_filter.tenant, payload);
}

QString AuditQuery::action() const { return m_rows->value(3).toString(); }

QString AuditQuery::outcome() const { return m_rows->value(4).toString(); }

Status AuditQuery::ended() const { return m_rows->ended(); }

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
    if (filter.tenant)
        json[QStringLiteral("tenant_id")] = filter.tenant->key();
    if (!filter.actions.isEmpty())
        json[QStringLiteral("actions")] = QJsonArray::fromStringList(filter.actions);
    if (!filter.outcome.isEmpty())
        json[QStringLiteral("outcome")] = filter.outcome;
    if (!filter.text.isEmpty())
        json[QStringLiteral("text")] = filter.text;
    if (!filter.correlation.isEmpty())
        json[QStringLiteral("correlation")] = filter.correlation;
    if (filter.limit > 0)
        json[QStringLiteral("limit")] = filter.limit;
    if (filter.beforeSeq > 0)
        json[QStringLiteral("before_seq")] = filter.beforeSeq;
    if (filter.afterSeq > 0)
        json[QStringLiteral("after_seq")] = filter.afterSeq;
    return json;
}

} // namespace queuesmith
