#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace queuesmith {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// Largest answer that is read, in bytes after decompression.
inline constexpr qsizetype kMaxAnswerBytes = 8 * 1024 * 1024;

/// Whether a request may be sent again when its effect isn't known.
enum class HttpEffect {
    Reads, ///< changes nothing: may be repeated
    Changes, ///< sent again only when it certainly was not applied
};

struct HttpResponse;

struct HttpRequest {
    QString operation; ///< the contract's operationId, for messages and the log
    QByteArray method; ///< `GET`, `POST`, …
    QUrl url;
    HttpHeaders headers; ///< without Authorization, which comes from the Authorizer
    QByteArray body;
    QByteArray contentType; ///< empty without a body
    HttpEffect effect = HttpEffect::Reads;
    bool authorized = true; ///< false for the token request itself
    /// Whether a 400 is this endpoint's own word; one that isn't may come from anywhere on the way,
    /// and the request is sent again. Empty: every one is.
    std::function<bool(const HttpResponse &)> isRefusal = {};
    QString requestId; ///< sent as X-Request-Id, the same over all attempts; made when empty
};

/// Host and, when it is given, port: `api-us-1.cxone.com`, `127.0.0.1:8080`.
[[nodiscard]] QString hostName(const QUrl &url);

struct HttpResponse {
    int status = 0; ///< 0: no answer arrived
    HttpHeaders headers;
    QByteArray body; ///< at most kMaxAnswerBytes

    /// First header of that name, without regard to case; empty when absent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// What is certain about a request's effect on the tenant. For a request that only reads, Yes
/// means that it was answered as promised, No that it wasn't; it never is Unknown.
enum class Applied { No, Yes, Unknown };

/// Why a job waits, said to a person.
enum class WaitReason {
    Backoff, ///< our own delay after a transient failure; may be skipped
    RetryAfter, ///< the tenant demands it; may not be skipped
    Paced, ///< our own pacing for the host
    BreakerOpen, ///< the host fails too often; may not be skipped
    Settling, ///< watching for a late effect; `retry now` reads back at once
};

/// A wait that has begun.
struct Waiting {
    WaitReason reason = WaitReason::Backoff;
    std::chrono::milliseconds delay{0}; ///< 0 when it depends on other requests
    int attempt = 1; ///< the attempt that comes after the wait
    int maxAttempts = 1;
    int httpStatus = 0; ///< what led to it; 0 when there was no answer
    std::chrono::milliseconds windowLeft{0}; ///< Settling: from now until the watch ends
};

/// Limits of one logical request with all its attempts.
struct RequestLimits {
    std::chrono::milliseconds attemptTimeout{20'000};
    /// Counts attempts and our own back-off. Its clock stops in a Retry-After, while the host is
    /// paced or its breaker open, and while a token is fetched.
    std::chrono::milliseconds deadline{120'000};
    int maxAttempts = 5; ///< the one attempt after a token refresh comes on top
};

/// How one logical request ended.
struct HttpOutcome {
    Applied applied = Applied::Unknown;
    HttpResponse response; ///< of the last attempt
    int attempts = 0; ///< attempts that put at least one byte on the wire
    std::chrono::milliseconds latency{0}; ///< first byte of the first attempt to the last answer
    std::chrono::milliseconds deadlineUsed{0};
    std::optional<Error> error; ///< set unless applied is Yes
};

/// What the body of a whole 2xx answer says of its request.
enum class AnswerVerdict {
    Applied, ///< it holds what its operation promises: valid body, id present
    NotApplied, ///< certainly not applied, whatever the status says: an item's error inside a 200
    Unknown, ///< it isn't what the contract promises
};

/// Reads an answer once, see AnswerDecoder. Called on another thread for one of more than
/// kLargeAnswer bytes, so it must own, or share, all that it touches. An empty function takes every
/// 2xx answer that arrived whole.
using AnswerReader = std::function<AnswerVerdict(const HttpResponse &)>;

/// What takes longer to read than a thread that paints can spare.
inline constexpr qsizetype kLargeAnswer = 32 * 1024;

} // namespace queuesmith

Q_DECLARE_METATYPE(queuesmith::Waiting)
Q_DECLARE_METATYPE(queuesmith::HttpOutcome)
