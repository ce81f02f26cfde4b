#include "sandbox/operationtable.h"

#include "domain/strictjson.h"

namespace queuesmith::sandbox {

namespace {

void checkOverflow(BodyChecker body, DemoEstate &estate)
{
    constexpr QLatin1StringView kTarget("overflowTargetId");
    body.text(QLatin1StringView("overflowType"));
    body.integer(QLatin1StringView("overflowThreshold"), 1, 100);
    const QJsonValue target = body.value(kTarget);
    if (target.isUndefined() || target.isNull())
        return;
    if (!target.isString())
        body.wrongType(kTarget, QStringLiteral("a queue's id or null"));
    else if (estate.findQueue(target.toString()) == nullptr)
        body.report(body.pathOf(kTarget), QStringLiteral("unknown_queue"),
            QStringLiteral("There is no queue with the id %1.").arg(target.toString()));
}

void checkRules(BodyChecker &body, FieldErrors *errors)
{
    constexpr QLatin1StringView kRules("routingRules");
    const QJsonArray rules = body.list(kRules);
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const QString path = QStringLiteral("routingRules[%1]").arg(i);
        if (!rules.at(i).isObject()) {
            body.report(path, QStringLiteral("wrong_type"),
                QStringLiteral("%1 must be an object.").arg(path));
            continue;
        }
        BodyChecker rule(rules.at(i).toObject(), path, errors);
        const QString type = rule.text(QLatin1StringView("type"));
        const QJsonValue value = rule.value(QLatin1StringView("value"));
        const bool known = type == QLatin1String("priority") || type == QLatin1String("capacity");
        if (value.isUndefined())
            rule.report(QString(path % QLatin1String(".value")), QStringLiteral("required"),
                QStringLiteral("%1.value is missing.").arg(path));
        else if (known && !wholeNumber(value))
            rule.wrongType(QLatin1StringView("value"), QStringLiteral("a whole number"));
    }
}

FieldErrors checkDefinition(const QJsonObject &definition, DemoEstate &estate)
{
    constexpr QLatin1StringView kSkills("skillGroups");
    FieldErrors errors;
    BodyChecker body(definition, {}, &errors);
    body.text(QLatin1StringView("name"), 1);
    body.text(QLatin1StringView("description"));
    body.text(QLatin1StringView("type"));
    body.integer(QLatin1StringView("capacity"), 1, 5000);
    if (const auto overflow = body.object(QLatin1StringView("overflow")))
        checkOverflow(*overflow, estate);
    const QStringList skills = body.textList(kSkills);
    for (qsizetype i = 0; i < skills.size(); ++i) {
        if (definition.value(kSkills).toArray().at(i).isString() && !estate.hasSkill(skills.at(i)))
            body.report(QStringLiteral("skillGroups[%1]").arg(i), QStringLiteral("unknown_skill"),
                QStringLiteral("There is no skill with the id %1.").arg(skills.at(i)));
    }
    body.integer(QLatin1StringView("priority"), 0, 9);
    checkRules(body, &errors);
    return errors;
}

WireAnswer noSuchQueue(const OperationCall &call)
{
    return refusal(call, 404, QStringLiteral("not_found"),
        QStringLiteral("There is no queue with the id %1.").arg(call.id));
}

WireAnswer withEtag(int status, const QueueRecord &queue)
{
    WireAnswer answer = jsonAnswer(status, queue.json);
    answer.headers.append(Header{"ETag", queue.etag()});
    return answer;
}

/// RFC 9110, 13.1.1: any of the listed tags, or `*`; a weak tag never matches.
bool preconditionHolds(const OperationCall &call, const QueueRecord &queue)
{
    const QByteArray header = call.request.header("If-Match").trimmed();
    if (header.isEmpty() || header == "*")
        return true;
    const QList<QByteArray> tags = header.split(',');
    for (const QByteArray &tag : tags) {
        if (tag.trimmed() == queue.etag())
            return true;
    }
    return false;
}

WireAnswer changedMeanwhile(const OperationCall &call)
{
    return refusal(call, 412, QStringLiteral("precondition_failed"),
        QStringLiteral("The queue %1 was changed since it was read.").arg(call.id));
}

} // namespace

WireAnswer listQueues(DemoEstate &estate, const OperationCall &call)
{
    const std::optional<QString> name = queryValue(call, QLatin1StringView("name"));
    QList<QJsonObject> found;
    for (const QueueRecord &queue : std::as_const(estate.queues)) {
        if (!name || queue.json.value(QLatin1StringView("name")).toString() == *name)
            found.append(queue.json);
    }
    return page(call, found);
}

WireAnswer createQueue(DemoEstate &estate, const OperationCall &call)
{
    const auto body = jsonBody(call);
    if (const auto *answer = std::get_if<WireAnswer>(&body))
        return *answer;
    const auto &definition = std::get<QJsonObject>(body);
    if (const FieldErrors errors = checkDefinition(definition, estate); !errors.isEmpty())
        return badBody(call, errors);
    return withEtag(201, estate.addQueue(estate.normalised(definition), call.now));
}

WireAnswer getQueue(DemoEstate &estate, const OperationCall &call)
{
    const QueueRecord *queue = estate.findQueue(call.id);
    return queue == nullptr ? noSuchQueue(call) : withEtag(200, *queue);
}

WireAnswer updateQueue(DemoEstate &estate, const OperationCall &call)
{
    QueueRecord *queue = estate.findQueue(call.id);
    if (queue == nullptr)
        return noSuchQueue(call);
    const auto body = jsonBody(call);
    if (const auto *answer = std::get_if<WireAnswer>(&body))
        return *answer;
    QJsonObject definition = std::get<QJsonObject>(body);
    if (const FieldErrors errors = checkDefinition(definition, estate); !errors.isEmpty())
        return badBody(call, errors);
    if (!preconditionHolds(call, *queue))
        return changedMeanwhile(call);
    definition = estate.normalised(definition);
    for (const QLatin1StringView key : {QLatin1StringView("id"), QLatin1StringView("dateCreated")})
        definition.insert(key, queue->json.value(key));
    definition.insert(QLatin1StringView("dateModified"), call.now.toString(Qt::ISODateWithMs));
    queue->json = definition;
    ++queue->version;
    return withEtag(200, *queue);
}

WireAnswer deleteQueue(DemoEstate &estate, const OperationCall &call)
{
    const QueueRecord *queue = estate.findQueue(call.id);
    if (queue == nullptr)
        return noSuchQueue(call);
    if (!preconditionHolds(call, *queue))
        return changedMeanwhile(call);
    estate.queues.removeIf([&call](const QueueRecord &other) { return other.id() == call.id; });
    return {204, {}, {}, {}};
}

} // namespace queuesmith::sandbox
