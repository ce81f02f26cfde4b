#include "tenantfactory.h"

#include "httpclient.h"
#include "queuesv2/queuesv2client.h"
#include "tokensource.h"

namespace queuesmith {

Result<TenantClient *> connectTenant(const Connection &connection, const QByteArray &secret,
    const TenantOptions &options, Clock &clock, std::function<double()> random, QObject *parent)
{
    if (connection.dialect != QLatin1StringView("queues-v2")) {
        Error error;
        error.kind = ErrorKind::Usage;
        error.code = QStringLiteral("unknown_dialect");
        error.say(Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                               "The dialect “%1” isn't part of this version. Use queues-v2."),
            {connection.dialect}));
        return error;
    }
    const auto authorities = readAuthorities(connection.authorityFile);
    if (!authorities)
        return authorities.error();

    HttpClientOptions httpOptions;
    httpOptions.logFile = options.httpLogFile;
    httpOptions.extraAuthorities = authorities.value();
    httpOptions.userAgent = "Queuesmith/" QUEUESMITH_VERSION;
    auto *http = new HttpClient(clock, std::move(random), httpOptions, parent);
    if (const std::optional<Error> problem = http->logProblem()) {
        delete http;
        return *problem;
    }
    auto *tokens = new TokenSource(*http, clock,
        {queuesv2::tokenUrl(connection.baseUrl), connection.clientId, secret}, options.limits,
        http);
    http->setAuthorizer(tokens);
    auto *client = new QueuesV2Client(
        *http, *tokens, tenantIdOf(connection), connection.baseUrl, options.limits, http);
    QObject::connect(http, &HttpClient::logFailed, client, &TenantClient::logFailed);
    return client;
}

} // namespace queuesmith
