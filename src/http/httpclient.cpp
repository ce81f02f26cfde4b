#include "http/httpclient.h"

#include "domain/clock.h"
#include "domain/logcategories.h"
#include "domain/logline.h"
#include "http/hostgate.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>

namespace queuesmith {

HttpClient::HttpClient(
    Clock &clock, std::function<double()> random, HttpClientOptions options, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_random(std::move(random))
    , m_options(std::move(options))
    , m_log(m_options.logFile)
{
    if (m_options.userAgent.isEmpty())
        m_options.userAgent = QByteArrayLiteral("Queuesmith/" QUEUESMITH_VERSION);
}

HttpClient::~HttpClient()
{
    // Replies must not outlive their manager.
    Q_EMIT closing();
}

HttpJob *HttpClient::send(const HttpRequest &request, const RequestLimits &limits,
    const AnswerReader &reader, QObject *parent)
{
    return new HttpJob(*this, request, limits, reader, parent);
}

void HttpClient::log(const LoggedAttempt &attempt)
{
    const bool wasWell = !logProblem();
    m_log.write(attempt, secrets());
    qCDebug(lcHttp) << LogLine("attempt",
        {{"operation", attempt.request.operation},
            {"method", QString::fromLatin1(attempt.request.method)},
            {"path", loggedPath(attempt.request.url)}, {"attempt", attempt.attempt},
            {"sent", attempt.sent}, {"status", attempt.response.status}, {"ms", attempt.duration},
            {"request_id", attempt.request.requestId},
            {"code",
                attempt.verdict.code.isEmpty() ? QStringLiteral("none") : attempt.verdict.code}});
    if (wasWell && logProblem())
        Q_EMIT logFailed(*logProblem());
}

HostGate &HttpClient::gate(const QUrl &url)
{
    const QString host = QStringLiteral("%1:%2")
                             .arg(url.host())
                             .arg(url.port(url.scheme() == QLatin1String("http") ? 80 : 443));
    HostGate *&gate = m_gates[host];
    if (gate == nullptr) {
        gate = new HostGate(m_clock, this);
        gate->setObjectName(host);
    }
    return *gate;
}

QNetworkAccessManager &HttpClient::network()
{
    if (m_network == nullptr) {
        m_network = new QNetworkAccessManager(this);
        m_network->setAutoDeleteReplies(false);
        m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }
    return *m_network;
}

QNetworkRequest HttpClient::networkRequest(
    const HttpRequest &request, const QByteArray &authorization)
{
    QNetworkRequest network(request.url);
    network.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    network.setAttribute(
        QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    network.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Only for https: it loads OpenSSL, which a start over http needn't pay for.
    if (request.url.scheme() == QLatin1String("https"))
        network.setSslConfiguration(secureConfiguration());

    network.setRawHeader(QByteArrayLiteral("User-Agent"), m_options.userAgent);
    for (const auto &[name, value] : request.headers)
        network.setRawHeader(name, value);
    if (!request.contentType.isEmpty())
        network.setRawHeader(QByteArrayLiteral("Content-Type"), request.contentType);
    network.setRawHeader(QByteArrayLiteral("X-Request-Id"), request.requestId.toUtf8());
    if (!authorization.isEmpty())
        network.setRawHeader(QByteArrayLiteral("Authorization"), authorization);
    return network;
}

QSslConfiguration HttpClient::secureConfiguration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_options.extraAuthorities.isEmpty())
        configuration.setCaCertificates(
            QSslConfiguration::systemCaCertificates() + m_options.extraAuthorities);
    return configuration;
}

} // namespace queuesmith
