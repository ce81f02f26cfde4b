#pragma once

#include "cxone/connection.h"
#include "domain/problem.h"
#include "records/auditrecord.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace queuesmith {

/// What the journal keeps with an operation so that its outcome can be recorded after a restart.
struct OperationContext {
    Problems problems; ///< of the validation
    Problems readBackProblems; ///< of what the tenant has in the end
    QList<ComplianceCheck> checks; ///< licence and skills
    QString reason; ///< what the person wrote
    QJsonObject evidence; ///< of the approval that it is made with; empty: there is none
    bool wantsExport = false;
    QString wfmEndpoint; ///< as storedEndpoint() gives it
    QStringList wfmHeaderNames; ///< never the values
    Sentence lastError; ///< why the last attempt left the effect unknown
    int lastHttpStatus = 0;
};

/// All that was found, before and after.
[[nodiscard]] Problems allProblems(const OperationContext &context);

[[nodiscard]] QJsonObject toJson(const OperationContext &context);
[[nodiscard]] OperationContext contextFromJson(const QJsonObject &json);

/// An endpoint as it may be kept: its query may hold a key, so `?…` stands for it.
[[nodiscard]] QString storedEndpoint(const QUrl &endpoint);

/// Where a kept export can go: what is given now, or else what was kept if that is all it takes.
/// The endpoint is empty when header values or a query would be missing.
[[nodiscard]] WfmDestination destinationFor(
    const QString &keptEndpoint, const QStringList &keptHeaderNames, const WfmDestination &given);

} // namespace queuesmith
