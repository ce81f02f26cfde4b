#pragma once

#include "http/httpjob.h"
#include "http/httplog.h"
#include "http/httptypes.h"

#include <QHash>
#include <QObject>
#include <QSslCertificate>

#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkRequest;
class QSslConfiguration;

namespace queuesmith {

class Authorizer;
class Clock;
class HostGate;

struct HttpClientOptions {
    QString logFile; ///< redacted JSON lines, one for each attempt; empty: none
    QList<QSslCertificate> extraAuthorities; ///< of the connection's profile
    QByteArray userAgent; ///< empty: the program's name and version
    /// What is masked in the log and in what a tenant says. The client adds the tokens it uses.
    std::shared_ptr<KnownSecrets> secrets = std::make_shared<KnownSecrets>();
};

/// Makes jobs for one tenant: one access manager; pacing, retry budget and breaker for each host.
class HttpClient final : public QObject {
    Q_OBJECT

public:
    /// `random` gives values in [0, 1). `clock` must outlive this and its jobs, the authorizer
    /// this.
    HttpClient(Clock &clock, std::function<double()> random, HttpClientOptions options,
        QObject *parent = nullptr);
    /// Jobs that aren't over end as cancelled.
    ~HttpClient() override;

    /// Whatever asks for Authorization headers; null until set, which is right for the token
    /// request only.
    void setAuthorizer(Authorizer *authorizer) { m_authorizer = authorizer; }

    /// Starts from the event loop, so that there is time to connect. The URL must be https, or http
    /// on a loopback address, without a user name; else the job ends with kind Usage.
    [[nodiscard]] HttpJob *send(const HttpRequest &request, const RequestLimits &limits,
        const AnswerReader &reader, QObject *parent);

    /// Why the log can't be written, or not any further.
    [[nodiscard]] const std::optional<Error> &logProblem() const { return m_log.problem(); }
    /// It could be written until now.
    Q_SIGNAL void logFailed(const queuesmith::Error &error);
    [[nodiscard]] const KnownSecrets &secrets() const { return *m_options.secrets; }

private:
    friend class HttpJob;

    Q_SIGNAL void closing();

    void log(const LoggedAttempt &attempt);
    [[nodiscard]] HostGate &gate(const QUrl &url);
    [[nodiscard]] QNetworkAccessManager &network();
    [[nodiscard]] QNetworkRequest networkRequest(
        const HttpRequest &request, const QByteArray &authorization);
    [[nodiscard]] QSslConfiguration secureConfiguration() const;

    Clock &m_clock;
    std::function<double()> m_random;
    HttpClientOptions m_options;
    HttpLog m_log;
    Authorizer *m_authorizer = nullptr;
    QNetworkAccessManager *m_network = nullptr;
    QHash<QString, HostGate *> m_gates;
};

} // namespace queuesmith
