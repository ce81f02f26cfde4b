#pragma once

#include "domain/clock.h"
#include "fakeauthorizer.h"
#include "fakeclock.h"
#include "http/httpclient.h"
#include "patience.h"
#include "roundtrips.h"
#include "scriptedserver.h"

#include <QSignalSpy>
#include <QTest>

namespace queuesmith {

/// A client with a server to talk to. `random` is 0 unless told: no back-off takes time.
template <typename ClockType> struct HttpRig {
    ClockType clock;
    ScriptedServer server;
    FakeAuthorizer authorizer;
    double random = 0;
    RequestLimits limits;
    AnswerReader reader = [](const HttpResponse &response) {
        return response.body.contains("\"id\"") ? AnswerVerdict::Applied : AnswerVerdict::Unknown;
    };
    std::unique_ptr<HttpClient> client;

    explicit HttpRig(const HttpClientOptions &options = {})
        : client(std::make_unique<HttpClient>(
            clock, [this] { return random; }, options))
    {
        client->setAuthorizer(&authorizer);
    }

    [[nodiscard]] HttpRequest post(const QByteArray &body = "{\"name\":\"q\"}") const
    {
        HttpRequest request;
        request.operation = QStringLiteral("createQueue");
        request.method = "POST";
        request.url = server.url(QStringLiteral("/api/v2/queues"));
        request.body = body;
        request.contentType = "application/json";
        request.effect = HttpEffect::Changes;
        return request;
    }
    [[nodiscard]] HttpRequest get(const QString &path = QStringLiteral("/api/v2/queues")) const
    {
        HttpRequest request;
        request.operation = QStringLiteral("listQueues");
        request.method = "GET";
        request.url = server.url(path);
        return request;
    }
    [[nodiscard]] HttpRequest bodyless(const QByteArray &method) const
    {
        HttpRequest request = post({});
        request.method = method;
        request.contentType.clear();
        return request;
    }

    [[nodiscard]] HttpJob *send(const HttpRequest &request)
    {
        return client->send(request, limits, reader, client.get());
    }
    /// Sends it and waits for its end.
    [[nodiscard]] HttpOutcome run(const HttpRequest &request) { return outcomeOf(send(request)); }

    static HttpOutcome outcomeOf(HttpJob *job)
    {
        QSignalSpy finished(job, &HttpJob::finished);
        if (finished.isEmpty() && !finished.wait(kPatience))
            return {};
        return finished.first().first().template value<HttpOutcome>();
    }
};

} // namespace queuesmith
