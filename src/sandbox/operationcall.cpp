#include "sandbox/operationcall.h"

#include "domain/strictjson.h"

#include <QJsonArray>

#include <algorithm>

namespace queuesmith::sandbox {

namespace {

constexpr int kMaxPageSize = 100;

/// A positive whole number; `fallback` when it isn't given, nothing when it is nonsense.
std::optional<qint64> positive(const OperationCall &call, QLatin1StringView name, qint64 fallback)
{
    const std::optional<QString> text = queryValue(call, name);
    if (!text)
        return fallback;
    bool ok = false;
    const qint64 number = text->toInt(&ok);
    return ok && number >= 1 ? std::optional(number) : std::nullopt;
}

WireAnswer badParameter(const OperationCall &call, QLatin1StringView name)
{
    const QString message = QStringLiteral("%1 must be a whole number from 1.").arg(name);
    return refusal(call, 400, QStringLiteral("bad_parameter"), message,
        {{name, QStringLiteral("out_of_range"), message}});
}

} // namespace

WireAnswer refusal(const OperationCall &call, int status, const QString &code,
    const QString &message, const FieldErrors &errors)
{
    QJsonObject body{{QStringLiteral("code"), code}, {QStringLiteral("message"), message},
        {QStringLiteral("correlationId"), call.correlationId}};
    QJsonArray list;
    for (const FieldError &error : errors)
        list.append(QJsonObject{{QStringLiteral("field"), error.field},
            {QStringLiteral("code"), error.code}, {QStringLiteral("message"), error.message}});
    if (!list.isEmpty())
        body.insert(QStringLiteral("errors"), list);
    return jsonAnswer(status, body);
}

WireAnswer badBody(const OperationCall &call, const FieldErrors &errors)
{
    return refusal(call, 400, QStringLiteral("validation_failed"),
        QStringLiteral("The body has %1 field(s) that can't be accepted.").arg(errors.size()),
        errors);
}

std::variant<QJsonObject, WireAnswer> jsonBody(const OperationCall &call)
{
    if (!call.request.hasMediaType("application/json"))
        return refusal(call, 415, QStringLiteral("unsupported_media_type"),
            QStringLiteral("The body must be application/json."));
    const JsonParse parsed = parseStrictJson(call.request.body);
    if (parsed.error)
        return refusal(call, 400, QStringLiteral("invalid_json"),
            QStringLiteral("The body isn't JSON: line %1, column %2: %3.")
                .arg(parsed.error->line)
                .arg(parsed.error->column)
                .arg(parsed.error->what));
    if (!parsed.value.isObject())
        return refusal(call, 400, QStringLiteral("invalid_json"),
            QStringLiteral("The body must be an object, but is %1.")
                .arg(describe(parsed.value).english()));
    return parsed.value.toObject();
}

WireAnswer page(const OperationCall &call, const QList<QJsonObject> &all)
{
    constexpr QLatin1StringView kPage("page");
    constexpr QLatin1StringView kPageSize("pageSize");
    const std::optional<qint64> number = positive(call, kPage, 1);
    const std::optional<qint64> asked = positive(call, kPageSize, kMaxPageSize);
    if (!number || !asked)
        return badParameter(call, number ? kPageSize : kPage);
    const qint64 size = std::min<qint64>(*asked, kMaxPageSize);
    QJsonArray entities;
    for (qint64 i = (*number - 1) * size; i < std::min<qint64>(*number * size, all.size()); ++i)
        entities.append(all.at(i));
    return jsonAnswer(
        200, {{QStringLiteral("entities"), entities}, {QStringLiteral("total"), all.size()}});
}

std::optional<QString> queryValue(const OperationCall &call, QLatin1StringView name)
{
    const QList<FormItem> items = call.request.queryItems();
    const auto found = std::find_if(
        items.cbegin(), items.cend(), [name](const FormItem &item) { return item.name == name; });
    return found == items.cend() ? std::nullopt : std::optional(found->value);
}

} // namespace queuesmith::sandbox
