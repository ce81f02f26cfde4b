#pragma once

#include "domain/knownsecrets.h"
#include "http/httptypes.h"

namespace queuesmith {

/// What a tenant says in the body of an error:
/// `{"code","message","correlationId","errors":[{"field","code","message"}]}`.
struct TenantReport {
    QString code;
    QString message; ///< at most 200 characters, on one line
    QString correlationId;
    QList<FieldError> fields;
};

/// Reads what there is, with known secrets masked; a body that isn't such an object gives an empty
/// report.
[[nodiscard]] TenantReport readTenantReport(const QByteArray &body, const KnownSecrets &secrets);

} // namespace queuesmith
