#pragma once

#include "domain/clock.h"
#include "http/classify.h"
#include "http/oneshotbody.h"
#include "http/trafficmeter.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace queuesmith {

struct AttemptResult {
    AttemptCause cause = AttemptCause::None;
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    QString networkDetail; ///< technical, for the log
    bool onWire = false; ///< at least one byte of the request went out
    bool mayHaveTakenEffect = false; ///< errs on the side of yes
    HttpResponse response;
    std::chrono::milliseconds duration{0};
};

/// One send and its answer: one QNetworkReply with an own deadline.
class HttpAttempt final : public QObject {
    Q_OBJECT

public:
    /// Sends at once. `network` and `clock` must outlive this.
    HttpAttempt(QNetworkAccessManager &network, Clock &clock, const QNetworkRequest &networkRequest,
        const HttpRequest &request, std::chrono::milliseconds timeout, QObject *parent);
    ~HttpAttempt() override;

    /// Ends it now, without ended(). An answer that has already arrived whole is still taken.
    [[nodiscard]] AttemptResult stop(AttemptCause cause);

    /// Emitted once, from the event loop and never from inside the reply.
    Q_SIGNAL void ended(const queuesmith::AttemptResult &result);

private:
    void send(QNetworkAccessManager &network, const QNetworkRequest &networkRequest,
        const HttpRequest &request);
    void connectReply(const QUrl &url);
    void readAvailable();
    void watchHeaders();
    [[nodiscard]] bool arrivedWhole() const;
    [[nodiscard]] AttemptResult collect(AttemptCause cause);
    void end(AttemptCause cause);

    Clock &m_clock;
    const bool m_changes;
    const bool m_hasBody;
    const std::chrono::milliseconds m_started;
    std::unique_ptr<OneShotBody> m_body; // before the reply, which reads from it until it dies
    std::unique_ptr<QNetworkReply> m_reply;
    HeaderWatch m_headers;
    QByteArray m_received;
    bool m_requestSent = false;
    bool m_untrusted = false;
    int m_floodsSeen = 0; ///< in a row
};

} // namespace queuesmith
