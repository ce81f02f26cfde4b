#include "domain/error.h"

#include <QJsonArray>
#include <QJsonObject>

namespace queuesmith {

namespace {
void insertText(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}
} // namespace

Error Error::of(ErrorKind kind, QAnyStringView code, const Sentence &whole, const Sentence &what)
{
    Error error;
    error.kind = kind;
    error.code = code.toString();
    error.say(whole);
    error.sayWhat(what);
    return error;
}

void Error::say(const Sentence &whole)
{
    said = whole;
    message = whole.english();
}

void Error::sayWhat(const Sentence &part)
{
    saidWhat = part;
    what = part.english();
}

Sentence wholeSentence(const Error &error) { return toldAs(error.said, error.message); }

Sentence whatHappened(const Error &error)
{
    return error.what.isEmpty() ? wholeSentence(error) : toldAs(error.saidWhat, error.what);
}

QJsonObject toJson(const Error &error)
{
    QJsonObject object{
        {QStringLiteral("code"), error.code}, {QStringLiteral("message"), error.message}};
    insertText(object, QLatin1StringView("detail"), error.detail);
    insertText(object, QLatin1StringView("missingScope"), error.missingScope);
    insertText(object, QLatin1StringView("requestId"), error.requestId);
    if (error.httpStatus != 0)
        object.insert(QStringLiteral("httpStatus"), error.httpStatus);
    if (error.retryAfter)
        object.insert(QStringLiteral("retryAfterSeconds"),
            static_cast<double>(error.retryAfter->count()) / 1000.0);
    QJsonArray fields;
    for (const FieldError &field : error.fields)
        fields.append(QJsonObject{{QStringLiteral("field"), field.field},
            {QStringLiteral("code"), field.code}, {QStringLiteral("message"), field.message}});
    if (!fields.isEmpty())
        object.insert(QStringLiteral("fields"), fields);
    return object;
}

} // namespace queuesmith
