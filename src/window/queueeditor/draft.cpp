#include "window/queueeditor/draft.h"

#include "domain/strictjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace queuesmith {

namespace {

constexpr int kFormat = 1;
constexpr QLatin1StringView kFormatKey("queuesmithDraft");
constexpr QLatin1StringView kSavedAt("savedAt");
constexpr QLatin1StringView kIsOpen("isOpen");
constexpr QLatin1StringView kDefinition("definition");
constexpr QLatin1StringView kBase("base");
constexpr QLatin1StringView kId("id");
constexpr QLatin1StringView kEtag("etag");
constexpr QLatin1StringView kQueue("queue");

Error unreadable(const QString &why)
{
    return Error::of(ErrorKind::InputFile, "draft_unreadable", why);
}

QJsonObject baseToJson(const Queue &base)
{
    return {{kId, base.id.value}, {kEtag, QString::fromLatin1(base.etag)}, {kQueue, base.json}};
}

Queue baseFromJson(const QJsonObject &json)
{
    Queue base;
    base.id = QueueId{json.value(kId).toString()};
    base.etag = json.value(kEtag).toString().toLatin1();
    base.json = json.value(kQueue).toObject();
    base.definition = parseDefinition(base.json).definition;
    return base;
}

} // namespace

QByteArray toFile(const Draft &draft)
{
    QJsonObject json{{kFormatKey, kFormat}, {kSavedAt, draft.savedAt.toString(Qt::ISODateWithMs)},
        {kIsOpen, draft.isOpen}, {kDefinition, toJson(draft.definition)}};
    if (draft.base)
        json.insert(kBase, baseToJson(*draft.base));
    return QJsonDocument(json).toJson();
}

Result<Draft> draftFromFile(const QString &key, const QByteArray &text)
{
    const JsonParse parse = parseStrictJson(text);
    if (parse.error)
        return unreadable(parse.error->what);
    const QJsonObject json = parse.value.toObject();
    if (json.value(kFormatKey).toInt() != kFormat || !json.value(kDefinition).isObject())
        return unreadable(QStringLiteral("it isn't a draft of this version"));
    Draft draft;
    draft.key = key;
    draft.definition = parseDefinition(json.value(kDefinition).toObject()).definition;
    draft.savedAt = QDateTime::fromString(json.value(kSavedAt).toString(), Qt::ISODateWithMs);
    draft.isOpen = json.value(kIsOpen).toBool();
    if (json.contains(kBase))
        draft.base = baseFromJson(json.value(kBase).toObject());
    return draft;
}

} // namespace queuesmith
