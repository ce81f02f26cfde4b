#include "cxone/queuesv2/queuesv2json.h"

#include "domain/strictjson.h"

#include <QJsonArray>
#include <QJsonObject>

namespace queuesmith::queuesv2 {

Error badAnswer(const Sentence &detail)
{
    Error error = Error::of(ErrorKind::BadAnswer, "bad_answer",
        Sentence::tr("The tenant's answer does not follow the contract: %1. It was not used. Try "
                     "again; if this persists, tell the tenant's operator.",
            {detail}));
    error.detail = detail.english();
    return error;
}

Result<QJsonObject> readObject(const HttpResponse &response)
{
    const JsonParse parse = parseStrictJson(response.body);
    if (parse.error)
        return badAnswer(Sentence::tr(
            "line %1, column %2: %3", {parse.error->line, parse.error->column, parse.error->what}));
    if (!parse.value.isObject())
        return badAnswer(Sentence::tr("an object was expected"));
    return parse.value.toObject();
}

namespace {

Result<QString> readId(const QJsonObject &object)
{
    const QString id = object.value(QLatin1StringView("id")).toString();
    if (id.isEmpty())
        return badAnswer(Sentence::tr("an id is missing"));
    return id;
}

template <typename T>
Result<Page<T>> readPage(const HttpResponse &response, Result<T> (*readItem)(const QJsonObject &))
{
    const Result<QJsonObject> object = readObject(response);
    if (!object)
        return object.error();
    const QJsonValue entities = object.value().value(QLatin1StringView("entities"));
    if (!entities.isArray())
        return badAnswer(Sentence::tr("the list “entities” is missing"));
    Page<T> page;
    const QJsonArray array = entities.toArray();
    for (const QJsonValue &entity : array) {
        Result<T> item = readItem(entity.toObject());
        if (!item)
            return item.error();
        page.items.append(std::move(item).value());
    }
    const QJsonValue total = object.value().value(QLatin1StringView("total"));
    if (!total.isUndefined() && !total.isNull()) {
        page.total = wholeNumber(total);
        if (!page.total || *page.total < 0)
            return badAnswer(Sentence::tr("“total” is no count"));
    }
    return page;
}

Result<Skill> skillOf(const QJsonObject &object)
{
    const Result<QString> id = readId(object);
    if (!id)
        return id.error();
    Skill skill;
    skill.id = SkillId{id.value()};
    skill.name = object.value(QLatin1StringView("name")).toString();
    skill.agentCount = wholeNumber(object.value(QLatin1StringView("agentCount")));
    return skill;
}

Result<Queue> queueOf(const QJsonObject &object)
{
    const Result<QString> id = readId(object);
    if (!id)
        return id.error();
    Queue queue;
    queue.id = QueueId{id.value()};
    queue.definition = parseDefinition(object).definition;
    queue.json = object;
    return queue;
}

Result<EventStreamExport> exportOf(const QJsonObject &object)
{
    const Result<QString> id = readId(object);
    if (!id)
        return id.error();
    EventStreamExport stream;
    stream.id = ExportId{id.value()};
    stream.name = object.value(QLatin1StringView("name")).toString();
    stream.status = object.value(QLatin1StringView("status")).toString(QStringLiteral("initiated"));
    return stream;
}

} // namespace

Result<Page<Skill>> readSkillPage(const HttpResponse &response)
{
    return readPage<Skill>(response, skillOf);
}

Result<Page<Queue>> readQueuePage(const HttpResponse &response)
{
    return readPage<Queue>(response, queueOf);
}

Result<Queue> readQueue(const HttpResponse &response)
{
    const Result<QJsonObject> object = readObject(response);
    if (!object)
        return object.error();
    Result<Queue> queue = queueOf(object.value());
    if (!queue)
        return queue;
    Queue read = std::move(queue).value();
    read.etag = response.header("ETag");
    return read;
}

Result<Page<EventStreamExport>> readExportPage(const HttpResponse &response)
{
    return readPage<EventStreamExport>(response, exportOf);
}

Result<EventStreamExport> readExport(const HttpResponse &response)
{
    const Result<QJsonObject> object = readObject(response);
    return object ? exportOf(object.value()) : Result<EventStreamExport>(object.error());
}

} // namespace queuesmith::queuesv2
