#pragma once

#include "http/authorizer.h"
#include "http/httptypes.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace queuesmith {

class Clock;
class HttpClient;

struct TokenRequest {
    QUrl url;
    QString clientId;
    QByteArray clientSecret;
};

/// OAuth 2 client credentials (RFC 6749, 4.4): one request in flight whoever waits, taken anew
/// before it expires or after a refusal. A refusal of the credentials themselves is final.
class TokenSource final : public QObject, public Authorizer {
    Q_OBJECT

public:
    TokenSource(HttpClient &client, Clock &clock, TokenRequest request, RequestLimits limits,
        QObject *parent = nullptr);

    void authorize(QObject *context, std::function<void(Result<QByteArray>)> done) override;
    void refused(const QByteArray &value) override;

    /// Scopes of the last token; empty optional when the tenant doesn't tell, or before the first.
    [[nodiscard]] std::optional<QStringList> scopes() const { return m_scopes; }

private:
    struct Waiter {
        QPointer<QObject> context;
        std::function<void(Result<QByteArray>)> done;
    };

    [[nodiscard]] bool isFresh() const;
    void fetch();
    void fail(const HttpOutcome &outcome);
    void answer(const Result<QByteArray> &result);

    HttpClient &m_client;
    Clock &m_clock;
    TokenRequest m_request;
    RequestLimits m_limits;
    QByteArray m_value; ///< `Bearer …`; empty: none
    std::chrono::milliseconds m_goodUntil{0};
    std::optional<QStringList> m_scopes;
    std::optional<Error> m_finalError;
    QList<Waiter> m_waiters;
    bool m_fetching = false;
};

} // namespace queuesmith
