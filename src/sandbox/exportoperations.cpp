#include "sandbox/operationtable.h"

#include <QUrl>

#include <algorithm>

namespace queuesmith::sandbox {

namespace {

constexpr QLatin1StringView kStatus("status");

void checkDestination(BodyChecker body)
{
    constexpr QLatin1StringView kUrl("endpointUrl");
    constexpr QLatin1StringView kHeaders("headers");
    body.oneOf(QLatin1StringView("type"), {QStringLiteral("http")});
    const QString url = body.text(kUrl, 1);
    if (!url.isEmpty() && (!QUrl(url, QUrl::StrictMode).isValid() || QUrl(url).isRelative()))
        body.wrongType(kUrl, QStringLiteral("an absolute URL"));
    const QJsonValue headers = body.value(kHeaders);
    if (!headers.isUndefined() && !headers.isObject())
        body.wrongType(kHeaders, QStringLiteral("an object"));
    const QJsonObject object = headers.toObject();
    for (auto header = object.begin(); header != object.end(); ++header) {
        const QString field = QString(body.pathOf(kHeaders) % u'.' % header.key());
        if (!header.value().isString())
            body.report(field, QStringLiteral("wrong_type"),
                QStringLiteral("%1 must be a text.").arg(field));
    }
}

FieldErrors checkDefinition(const QJsonObject &definition)
{
    FieldErrors errors;
    BodyChecker body(definition, {}, &errors);
    body.text(QLatin1StringView("name"));
    body.text(QLatin1StringView("description"));
    body.textList(QLatin1StringView("eventTypes"),
        {QStringLiteral("QUEUE_CREATED"), QStringLiteral("QUEUE_UPDATED"),
            QStringLiteral("QUEUE_ROUTING_CHANGED")});
    if (auto filter = body.object(QLatin1StringView("filter"))) {
        filter->text(QLatin1StringView("path"));
        filter->text(QLatin1StringView("operator"));
        filter->text(QLatin1StringView("value"));
    }
    if (const auto destination = body.object(QLatin1StringView("destination")))
        checkDestination(*destination);
    return errors;
}

/// The destination's headers may hold the receiver's credentials, so they aren't given out.
QJsonObject shown(QJsonObject entry)
{
    entry.remove(QLatin1StringView("destination"));
    return entry;
}

QJsonObject shownLater(const QJsonObject &entry)
{
    QJsonObject object = shown(entry);
    object.insert(kStatus, QStringLiteral("active"));
    return object;
}

} // namespace

WireAnswer listExports(DemoEstate &estate, const OperationCall &call)
{
    QList<QJsonObject> found;
    for (const QJsonObject &entry : std::as_const(estate.exports))
        found.append(shownLater(entry));
    return page(call, found);
}

WireAnswer createExport(DemoEstate &estate, const OperationCall &call)
{
    const auto body = jsonBody(call);
    if (const auto *answer = std::get_if<WireAnswer>(&body))
        return *answer;
    const auto &definition = std::get<QJsonObject>(body);
    if (const FieldErrors errors = checkDefinition(definition); !errors.isEmpty())
        return badBody(call, errors);
    return jsonAnswer(201, shown(estate.addExport(definition, call.now)));
}

WireAnswer getExport(DemoEstate &estate, const OperationCall &call)
{
    const auto found = std::find_if(
        estate.exports.cbegin(), estate.exports.cend(), [&call](const QJsonObject &entry) {
            return entry.value(QLatin1StringView("id")) == call.id;
        });
    if (found == estate.exports.cend())
        return refusal(call, 404, QStringLiteral("not_found"),
            QStringLiteral("There is no export with the id %1.").arg(call.id));
    return jsonAnswer(200, shownLater(*found));
}

} // namespace queuesmith::sandbox
