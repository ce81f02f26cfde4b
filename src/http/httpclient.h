#pragma once

#include "httpjob.h"
#include "httptypes.h"

#include <QObject>
#include <QSslCertificate>

#include <functional>
#include <memory>

namespace queuesmith {

class Authorizer;
class Clock;

struct HttpClientOptions {
    QString logFile; ///< redacted JSON lines, one for each attempt; empty: none
    QList<QSslCertificate> extraAuthorities; ///< of the connection's profile
    QByteArray userAgent;
};

/// Makes jobs for one tenant: one access manager, pacing, retry budget and breaker for each host.
class HttpClient final : public QObject {
    Q_OBJECT

public:
    /// `random` gives values in [0, 1). `clock` and `authorizer` must outlive this.
    HttpClient(Clock &clock, std::function<double()> random, HttpClientOptions options,
        QObject *parent = nullptr);
    ~HttpClient() override;

    /// Whatever asks for Authorization headers; null until set, which is right for the token request only.
    void setAuthorizer(Authorizer *authorizer);

    /// Starts from the event loop, so that there is time to connect.
    [[nodiscard]] HttpJob *send(const HttpRequest &request, const RequestLimits &limits,
        BodyCheck check, QObject *parent);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace queuesmith
