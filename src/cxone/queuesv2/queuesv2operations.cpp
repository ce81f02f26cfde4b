#include "cxone/queuesv2/queuesv2operations.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace queuesmith::queuesv2 {

QUrl endpoint(const QUrl &base, const QString &path)
{
    QUrl url = base;
    QString root = base.path(QUrl::FullyEncoded);
    while (root.endsWith(u'/'))
        root.chop(1);
    // TolerantMode would decode %2F of an id and so change the path.
    url.setPath(root + QStringLiteral("/api/v2/") + path, QUrl::StrictMode);
    return url;
}

namespace {

QUrl pageOf(QUrl url, int page, int pageSize, const QString &name = {})
{
    QString query = QStringLiteral("page=%1&pageSize=%2").arg(page).arg(pageSize);
    // A plus stands for a space in a query: encode everything that isn't unreserved.
    if (!name.isEmpty())
        query += QStringLiteral("&name=") + QString::fromLatin1(QUrl::toPercentEncoding(name));
    url.setQuery(query, QUrl::StrictMode);
    return url;
}

HttpRequest get(const Operation &operation, const QUrl &url)
{
    HttpRequest request;
    request.operation = QString::fromLatin1(operation.id);
    request.method = "GET";
    request.url = url;
    request.headers = {{"Accept", "application/json"}};
    return request;
}

HttpRequest withBody(const QByteArray &method, const Operation &operation, const QUrl &url,
    const QJsonObject &body, HttpEffect effect)
{
    HttpRequest request = get(operation, url);
    request.method = method;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.contentType = "application/json";
    request.effect = effect;
    return request;
}

QUrl queueEndpoint(const QUrl &base, const QString &id)
{
    return endpoint(
        base, QStringLiteral("queues/") + QString::fromLatin1(QUrl::toPercentEncoding(id)));
}

} // namespace

HttpRequest post(
    const Operation &operation, const QUrl &url, const QJsonObject &body, HttpEffect effect)
{
    return withBody("POST", operation, url, body, effect);
}

QJsonObject idEquals(const QString &queueId)
{
    return {{QStringLiteral("path"), QStringLiteral("queueId")},
        {QStringLiteral("operator"), QStringLiteral("EQUALS")}, {QStringLiteral("value"), queueId}};
}

QUrl tokenUrl(const QUrl &base) { return endpoint(base, QStringLiteral("oauth/token")); }

HttpRequest listSkills(const QUrl &base, int page, int pageSize)
{
    return get(kListSkills, pageOf(endpoint(base, QStringLiteral("skills")), page, pageSize));
}

HttpRequest listQueues(const QUrl &base, const QString &name, int page, int pageSize)
{
    return get(kListQueues, pageOf(endpoint(base, QStringLiteral("queues")), page, pageSize, name));
}

HttpRequest getQueue(const QUrl &base, const QString &id)
{
    return get(kGetQueue, queueEndpoint(base, id));
}

HttpRequest updateQueue(
    const QUrl &base, const QString &id, const QJsonObject &body, const QByteArray &etag)
{
    HttpRequest request =
        withBody("PUT", kUpdateQueue, queueEndpoint(base, id), body, HttpEffect::Changes);
    if (!etag.isEmpty())
        request.headers.append({"If-Match", etag});
    return request;
}

HttpRequest createQueue(const QUrl &base, const QJsonObject &body, const QString &idempotencyKey)
{
    HttpRequest request =
        post(kCreateQueue, endpoint(base, QStringLiteral("queues")), body, HttpEffect::Changes);
    request.headers.append({"Idempotency-Key", idempotencyKey.toLatin1()});
    return request;
}

HttpRequest listExports(const QUrl &base, int page, int pageSize)
{
    return get(kListExports,
        pageOf(endpoint(base, QStringLiteral("eventstreams/exports")), page, pageSize));
}

HttpRequest createExport(const QUrl &base, const EventStreamOrder &order)
{
    QJsonObject headers;
    for (const auto &[name, value] : order.headers)
        headers.insert(QString::fromUtf8(name), QString::fromUtf8(value));
    const QJsonObject destination{{QStringLiteral("type"), QStringLiteral("http")},
        {QStringLiteral("endpointUrl"), order.endpoint.toString(QUrl::FullyEncoded)},
        {QStringLiteral("headers"), headers}};
    const QJsonObject body{{QStringLiteral("name"), order.name},
        {QStringLiteral("description"), QStringLiteral("WFM synchronization export")},
        {QStringLiteral("eventTypes"),
            QJsonArray{QStringLiteral("QUEUE_CREATED"), QStringLiteral("QUEUE_UPDATED"),
                QStringLiteral("QUEUE_ROUTING_CHANGED")}},
        {QStringLiteral("filter"), idEquals(order.queue.value)},
        {QStringLiteral("destination"), destination}};
    return post(kCreateExport, endpoint(base, QStringLiteral("eventstreams/exports")), body,
        HttpEffect::Changes);
}

Error explain(const Operation &operation, const HttpOutcome &outcome)
{
    Error error = outcome.error.value_or(Error{});
    const int status = outcome.response.status;
    const QString scope = QString::fromLatin1(operation.scope);
    if (status == 403) {
        error.kind = ErrorKind::NotAllowed;
        error.missingScope = scope;
        error.say(Sentence::tr("The tenant refused to %1 (403). The client is missing the scope "
                               "%2. Add it in the developer portal, then try again.",
            {operation.feature, scope}));
    } else if (operation.isAssumed && (status == 404 || status == 405 || status == 501)) {
        error.kind = ErrorKind::Unsupported;
        error.code = QStringLiteral("unsupported");
        error.say(Sentence::tr("This tenant can't %1 (%2).", {operation.feature, status}));
    }
    if (status == 403 || error.kind == ErrorKind::Unsupported)
        error.sayWhat(error.said);
    return error;
}

Error explainMissing(const HttpOutcome &outcome)
{
    Error error = outcome.error.value_or(Error{});
    error.kind = ErrorKind::NotFound;
    error.say(Sentence::tr("The tenant no longer has this queue, or it can't change queues (404). "
                           "Nothing was changed. Reload the list of queues."));
    error.sayWhat(error.said);
    return error;
}

} // namespace queuesmith::queuesv2
