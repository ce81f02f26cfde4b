#include "cxone/tenantfactory.h"

#include "cxone/queuesv2/queuesv2client.h"
#include "cxone/tokensource.h"
#include "http/httpclient.h"

#include <QUrlQuery>

namespace queuesmith {

namespace {

/// A header may hold a scheme before its secret, as in `Bearer …`.
void learnHeader(const QByteArray &name, const QByteArray &value, KnownSecrets *secrets)
{
    const QByteArray lower = name.toLower();
    if (lower == "accept" || lower == "content-type" || lower == "user-agent")
        return;
    secrets->learn(value);
    secrets->learn(value.mid(value.lastIndexOf(' ') + 1));
}

void learnSecrets(const Connection &connection, const QByteArray &secret, KnownSecrets *secrets)
{
    secrets->learn(secret);
    for (const auto &[name, value] : connection.wfm.headers)
        learnHeader(name, value, secrets);
    const auto items = QUrlQuery(connection.wfm.endpoint).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        secrets->learn(value.toUtf8());
}

} // namespace

Result<TenantClient *> connectTenant(const Connection &connection, const QByteArray &secret,
    const TenantOptions &options, Clock &clock, std::function<double()> random, QObject *parent)
{
    if (connection.dialect != QLatin1StringView("queues-v2")) {
        return Error::of(ErrorKind::Usage, "unknown_dialect",
            Sentence::tr("This version does not have the dialect “%1”. Use queues-v2.",
                {connection.dialect}));
    }
    const auto authorities = readAuthorities(connection.authorityFile);
    if (!authorities)
        return authorities.error();

    learnSecrets(connection, secret, options.secrets.get());
    HttpClientOptions httpOptions;
    httpOptions.secrets = options.secrets;
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
