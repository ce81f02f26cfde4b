#pragma once

#include "sandbox/bodychecker.h"
#include "sandbox/wiremessage.h"

#include <QDateTime>

#include <optional>
#include <variant>

namespace queuesmith::sandbox {

/// A request on its way to the operation that serves it.
struct OperationCall {
    const WireRequest &request;
    QString id; ///< of the path; empty where the path has none
    QDateTime now; ///< UTC
    QString correlationId; ///< the client's X-Request-Id, or one of ours
};

/// The contract's Error.
[[nodiscard]] WireAnswer refusal(const OperationCall &call, int status, const QString &code,
    const QString &message, const FieldErrors &errors = {});

/// Refuses a body with all that is wrong with it.
[[nodiscard]] WireAnswer badBody(const OperationCall &call, const FieldErrors &errors);

/// The request's body as a JSON object, or the answer that refuses it (415, 400).
[[nodiscard]] std::variant<QJsonObject, WireAnswer> jsonBody(const OperationCall &call);

/// A page of a list, or the answer that refuses nonsense in `page` and `pageSize`.
/// Pages start at 1 and hold at most 100 entities, whatever is asked for.
[[nodiscard]] WireAnswer page(const OperationCall &call, const QList<QJsonObject> &all);

/// A query parameter; nothing when it isn't given.
[[nodiscard]] std::optional<QString> queryValue(const OperationCall &call, QLatin1StringView name);

} // namespace queuesmith::sandbox
