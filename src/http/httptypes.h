#pragma once

#include "error.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace queuesmith {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// Whether a request may be sent again when its effect isn't known.
enum class HttpEffect {
    Reads, ///< changes nothing: may be repeated
    Changes, ///< sent again only when it certainly was not applied
};

struct HttpRequest {
    QString operation; ///< the contract's operationId, for messages and the log
    QByteArray method; ///< `GET`, `POST`, …
    QUrl url;
    HttpHeaders headers; ///< without Authorization, which comes from the Authorizer
    QByteArray body;
    QByteArray contentType; ///< empty without a body
    HttpEffect effect = HttpEffect::Reads;
    bool authorized = true; ///< false for the token request itself
    QString requestId; ///< sent as X-Request-Id, the same over all attempts; made when empty
};

struct HttpResponse {
    int status = 0; ///< 0: no answer arrived
    HttpHeaders headers;
    QByteArray body; ///< at most 8 MiB

    /// First header of that name, without regard to case; empty when absent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// What is certain about a request's effect on the tenant.
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
    std::chrono::milliseconds delay {0};
    int attempt = 1; ///< the attempt that comes after the wait
    int maxAttempts = 1;
    int httpStatus = 0; ///< what led to it; 0 when there was no answer
};

/// Limits of one logical request with all its attempts.
struct RequestLimits {
    std::chrono::milliseconds attemptTimeout {20'000};
    std::chrono::milliseconds deadline {120'000}; ///< its clock stops in a Retry-After
    int maxAttempts = 5;
};

/// How one logical request ended.
struct HttpOutcome {
    Applied applied = Applied::Unknown;
    HttpResponse response; ///< of the last attempt
    int attempts = 0; ///< attempts that put at least one byte on the wire
    std::chrono::milliseconds latency {0}; ///< first byte of the first attempt to the last answer
    std::chrono::milliseconds deadlineUsed {0};
    std::optional<Error> error; ///< set unless applied is Yes
};

/// Whether a 2xx answer holds what its operation promises: valid body, id present.
using BodyCheck = std::function<bool(const HttpResponse &)>;

} // namespace queuesmith
