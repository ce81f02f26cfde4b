#pragma once

#include "domain/sentence.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

class QJsonObject;

namespace queuesmith {

/// What kind of failure this is, and so what a caller may do about it.
enum class ErrorKind {
    Usage, ///< the call itself is wrong: a missing option, an unusable URL
    InputFile, ///< a file that can't be read or parsed
    OutputFile, ///< a file for a result or a log that can't be written
    Validation, ///< our own checks refuse
    Transport, ///< nothing reached the tenant: refused, DNS, TLS
    Throttled, ///< the tenant limits requests and patience ran out
    Unavailable, ///< attempts or deadline ran out on answers that changed nothing
    UnknownEffect, ///< a request that changes something was sent, its effect isn't known
    Refused, ///< the tenant said no (400, 404, 422 and the like): not applied
    NotAllowed, ///< credentials or scopes: 401 after a refresh, 403, invalid_client
    NotFound, ///< the thing asked for isn't there
    Unsupported, ///< this tenant or dialect lacks the operation
    Conflict, ///< something else has the place: another queue of that name, another run
    BadAnswer, ///< the tenant answered what the contract doesn't allow
    Cancelled, ///< the person cancelled
    Storage, ///< the audit file can't be opened, read or written
};

/// A problem that the tenant reports for one field of what was sent.
struct FieldError {
    QString field; ///< JSON path as the tenant gives it, e.g. `overflow.overflowThreshold`
    QString code;
    QString message;
};

/// A failure as a value. `message` is for a person: what happened, what it means, what to do.
/// `detail` is technical text for the log. Neither ever holds a secret or a response body.
struct Error {
    ErrorKind kind = ErrorKind::BadAnswer;
    QString code; ///< stable word for programs, e.g. `invalid_client`, `conflict`
    QString message;
    QString what; ///< the part of `message` that says what happened, where it may quote a tenant
    QString detail;
    int httpStatus = 0; ///< of the last attempt; 0 when there was no answer
    QString missingScope; ///< e.g. `queue:create`, when that is what lacks
    QString requestId; ///< ours, or the tenant's correlation id
    std::optional<std::chrono::milliseconds> retryAfter;
    QList<FieldError> fields;
    Sentence said = {}; ///< what `message` was made from; empty when it came as a text
    Sentence saidWhat = {}; ///< the same for `what`

    /// `whole` is all of the message; `what`, where it is needed, the part that says what happened.
    [[nodiscard]] static Error of(
        ErrorKind kind, QAnyStringView code, const Sentence &whole = {}, const Sentence &what = {});
    void say(const Sentence &whole); ///< sets `message` as well
    void sayWhat(const Sentence &part); ///< sets `what` as well
};

/// All of `message`, for whatever language.
[[nodiscard]] Sentence wholeSentence(const Error &error);

/// What happened, in our own words only: for the audit log and the journal, which keep nothing
/// that a tenant wrote, and keep the English text.
[[nodiscard]] Sentence whatHappened(const Error &error);

/// The members that the command line and the audit log show; empty ones are left out.
[[nodiscard]] QJsonObject toJson(const Error &error);

} // namespace queuesmith
