#include "records/auditcsv.h"

#include "domain/strictjson.h"
#include "records/auditchain.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdlib>

namespace queuesmith {

namespace {
const QStringList &columns()
{
    static const QStringList names =
        QStringLiteral("seq,event_id,timestamp,audit_action,outcome,queue_id,queue_name,actor,"
                       "host,client_id,tenant,creation_latency_seconds,attempts,"
                       "validation_success,validation_problems,event_stream_sync,export_id,"
                       "compliance_verified,compliance_verified_at,compliance_checks,"
                       "http_status,error,reason,correlation_id,run_id,before,after,evidence,"
                       "app_version,schema,hash,tenant_id")
            .split(QLatin1Char(','));
    return names;
}

/// Whole milliseconds as seconds with three decimals, without a detour over floating point.
QString seconds(const QJsonValue &milliseconds)
{
    const std::optional<qint64> whole = wholeNumber(milliseconds);
    if (!whole)
        return {};
    return QStringLiteral("%1%2.%3")
        .arg(*whole < 0 ? QStringLiteral("-") : QString())
        .arg(std::abs(*whole / 1000))
        .arg(std::abs(*whole % 1000), 3, 10, QLatin1Char('0'));
}

QString content(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
    case QJsonValue::Array:
    case QJsonValue::Object:
        return QString::fromUtf8(canonicalJson(value));
    case QJsonValue::String:
        return withoutFormula(value.toString());
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

QString cell(const QString &column, const QJsonObject &payload, const StoredRecord &record)
{
    if (column == QLatin1StringView("seq"))
        return QString::number(record.seq);
    if (column == QLatin1StringView("hash"))
        return QString::fromLatin1(record.hash.toHex());
    if (column == QLatin1StringView("creation_latency_seconds"))
        return seconds(payload.value(QStringLiteral("creation_latency_ms")));
    return csvCell(content(payload.value(column)));
}
} // namespace

QString withoutFormula(const QString &text)
{
    static const QString starters = QStringLiteral("=+-@\t\r\n");
    const auto first = std::find_if(
        text.begin(), text.end(), [](QChar letter) { return letter != QLatin1Char('\''); });
    const bool runs = first != text.end() && starters.contains(*first);
    return runs ? QString(QLatin1Char('\'') + text) : text;
}

QString csvCell(const QString &content)
{
    static const QString special = QStringLiteral("\",\r\n");
    const bool quoted = std::any_of(
        content.begin(), content.end(), [](QChar letter) { return special.contains(letter); });
    if (!quoted)
        return content;
    QString inner = content;
    inner.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + inner + QLatin1Char('"');
}

QByteArray csvHeader()
{
    return QByteArray("\xef\xbb\xbf") + columns().join(QLatin1Char(',')).toUtf8()
        + QByteArray("\r\n");
}

std::optional<QByteArray> csvRow(const StoredRecord &record)
{
    const QJsonDocument payload = QJsonDocument::fromJson(record.payload);
    if (!payload.isObject())
        return std::nullopt;
    QStringList cells;
    for (const QString &column : columns())
        cells.append(cell(column, payload.object(), record));
    return cells.join(QLatin1Char(',')).toUtf8() + QByteArray("\r\n");
}

} // namespace queuesmith
