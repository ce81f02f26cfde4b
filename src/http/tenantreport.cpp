#include "http/tenantreport.h"

#include "domain/strictjson.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace queuesmith {

namespace {

constexpr qsizetype kLongestText = 200;
constexpr qsizetype kMostFields = 100;

QString quotable(const QJsonValue &value, const KnownSecrets &secrets)
{
    QString text = secrets.masked(value.toString());
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return !c.isPrint() && !c.isSurrogate(); },
        QLatin1Char(' '));
    // Once more: what stood between its parts is gone.
    text = secrets.masked(text.simplified());
    if (text.size() <= kLongestText)
        return text;
    // Never half of a surrogate pair.
    const qsizetype end =
        text.at(kLongestText - 2).isHighSurrogate() ? kLongestText - 2 : kLongestText - 1;
    return text.left(end) + QChar(0x2026);
}

} // namespace

TenantReport readTenantReport(const QByteArray &body, const KnownSecrets &secrets)
{
    const JsonParse json = parseStrictJson(body);
    if (json.error || !json.value.isObject())
        return {};
    const QJsonObject object = json.value.toObject();
    TenantReport report;
    report.code = quotable(object.value(QLatin1StringView("code")), secrets);
    report.message = quotable(object.value(QLatin1StringView("message")), secrets);
    report.correlationId = quotable(object.value(QLatin1StringView("correlationId")), secrets);
    const QJsonArray errors = object.value(QLatin1StringView("errors")).toArray();
    for (const auto &error : errors) {
        const FieldError field{quotable(error[QLatin1StringView("field")], secrets),
            quotable(error[QLatin1StringView("code")], secrets),
            quotable(error[QLatin1StringView("message")], secrets)};
        const bool empty = field.field.isEmpty() && field.code.isEmpty() && field.message.isEmpty();
        if (!empty && report.fields.size() < kMostFields)
            report.fields.append(field);
    }
    return report;
}

} // namespace queuesmith
