#include "http/httpattempt.h"

#include "http/certificatename.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QSslError>

namespace queuesmith {

using std::chrono::milliseconds;

namespace {

/// Without a body nothing holds the request back once there is a connection, after we gave up it
/// may still go out, and Qt doesn't tell when it went (requestSent stays away for an upload of
/// nothing). Only these show that there never was a connection.
bool provesUnsent(const AttemptResult &result)
{
    switch (result.networkError) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return result.cause == AttemptCause::Certificate;
    }
}

/// When a connection ends right after the answer, Qt may try to send the request again, which the
/// body refuses. An answer without a length ends with its connection, so it is complete.
bool endedWithItsConnection(const QNetworkReply &reply)
{
    return reply.error() == QNetworkReply::ContentReSendError
        && reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid()
        && !reply.hasRawHeader("Content-Length") && !reply.hasRawHeader("Transfer-Encoding");
}

int portOf(const QUrl &url) { return url.scheme() == QLatin1String("https") ? 443 : 80; }

} // namespace

HttpAttempt::HttpAttempt(QNetworkAccessManager &network, Clock &clock,
    const QNetworkRequest &networkRequest, const HttpRequest &request, milliseconds timeout,
    QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_changes(request.effect == HttpEffect::Changes)
    , m_hasBody(!request.body.isEmpty())
    , m_started(clock.elapsed())
    , m_headers(static_cast<quint16>(request.url.port(portOf(request.url))))
{
    send(network, networkRequest, request);
    connectReply(request.url);
    // Qt's own transfer timeout only watches for idleness, which a dripping server defeats.
    clock.callAfter(timeout, this, [this] { end(AttemptCause::TimedOut); });
    watchHeaders();
}

HttpAttempt::~HttpAttempt()
{
    if (m_reply)
        m_reply->disconnect(this);
}

void HttpAttempt::send(QNetworkAccessManager &network, const QNetworkRequest &networkRequest,
    const HttpRequest &request)
{
    if (request.method == "GET") {
        // Qt may repeat it by itself when the connection dies early, which does no harm.
        m_reply.reset(network.get(networkRequest));
    } else {
        m_body = std::make_unique<OneShotBody>(request.body);
        QNetworkRequest upload = networkRequest;
        upload.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        upload.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        // Qt takes no body for deleteResource() and would repeat it; a custom verb carries one.
        m_reply.reset(network.sendCustomRequest(upload, request.method, m_body.get()));
    }
    // Else the manager would delete it as well.
    m_reply->setParent(this);
}

void HttpAttempt::connectReply(const QUrl &url)
{
    connect(m_reply.get(), &QNetworkReply::requestSent, this, [this] { m_requestSent = true; });
    connect(m_reply.get(), &QNetworkReply::readyRead, this, [this] { readAvailable(); });
    if (url.scheme() == QLatin1String("https")) {
        // Only noted: nobody answers this signal, so Qt ends the connection.
        connect(m_reply.get(), &QNetworkReply::sslErrors, this, [this] { m_untrusted = true; });
        // Nothing of the request is sent before this signal was answered.
        connect(m_reply.get(), &QNetworkReply::encrypted, this, [this, host = url.host()] {
            if (namesHost(m_reply->sslConfiguration().peerCertificate(), host))
                return;
            m_untrusted = true;
            m_reply->abort();
        });
    }
    connect(
        m_reply.get(), &QNetworkReply::finished, this,
        [this] { end(m_untrusted ? AttemptCause::Certificate : AttemptCause::None); },
        Qt::QueuedConnection);
}

void HttpAttempt::readAvailable()
{
    const QByteArray part = m_reply->read(kMaxAnswerBytes + 1 - m_received.size());
    noteDelivered(part.size());
    m_received += part;
    if (m_received.size() > kMaxAnswerBytes) {
        // Not from inside the reply, which end() closes.
        QMetaObject::invokeMethod(
            this, [this] { end(AttemptCause::TooLarge); }, Qt::QueuedConnection);
    }
}

void HttpAttempt::watchHeaders()
{
    constexpr milliseconds kNowAndThen{100};
    m_clock.callAfter(kNowAndThen, this, [this] {
        const bool haveCome =
            !m_reply || m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
        if (haveCome)
            return;
        // A loop that was held up has read nothing yet of what has arrived, so it gets some turns
        // first.
        constexpr int kTurns = 3;
        m_floodsSeen = m_headers.isFlood() ? m_floodsSeen + 1 : 0;
        if (m_floodsSeen < kTurns) {
            watchHeaders();
            return;
        }
        m_headers.cutOff();
        end(AttemptCause::HeaderFlood);
    });
}

bool HttpAttempt::arrivedWhole() const
{
    bool known = false;
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong(&known);
    return m_reply->isFinished() || (known && length == m_received.size());
}

AttemptResult HttpAttempt::collect(AttemptCause cause)
{
    AttemptResult result;
    result.cause = cause;
    result.networkError =
        endedWithItsConnection(*m_reply) ? QNetworkReply::NoError : m_reply->error();
    if (result.networkError != QNetworkReply::NoError)
        result.networkDetail = m_reply->errorString();
    result.response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    result.response.headers = m_reply->rawHeaderPairs();
    result.response.body = std::exchange(m_received, {});
    const bool bodyRead = m_body && m_body->wasRead();
    // Qt's word that it was sent may get lost when the connection ends at once.
    const bool answered =
        result.response.status != 0 || result.networkError == QNetworkReply::RemoteHostClosedError;
    const bool bodyless = m_changes && !m_hasBody;
    result.onWire = m_requestSent || bodyRead || (!m_hasBody && answered)
        || (bodyless && !provesUnsent(result));
    result.mayHaveTakenEffect = m_hasBody ? bodyRead : result.onWire;
    result.duration = m_clock.elapsed() - m_started;
    return result;
}

AttemptResult HttpAttempt::stop(AttemptCause cause)
{
    m_reply->disconnect(this);
    if (m_reply->isOpen() && m_received.size() <= kMaxAnswerBytes)
        readAvailable();
    if (m_received.size() > kMaxAnswerBytes) {
        m_received.clear();
        cause = AttemptCause::TooLarge;
    } else if (cause != AttemptCause::Certificate && arrivedWhole()) {
        cause = m_untrusted ? AttemptCause::Certificate : AttemptCause::None;
    }
    if (m_body)
        m_body->shut();
    AttemptResult result = collect(cause);
    m_reply->abort();
    m_reply.reset();
    return result;
}

void HttpAttempt::end(AttemptCause cause)
{
    if (m_reply)
        Q_EMIT ended(stop(cause));
}

} // namespace queuesmith
