#pragma once

#include "domain/queuedefinition.h"
#include "domain/queuediff.h"
#include "provisioning/queuechange.h"
#include "window/appearance/status.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace queuesmith {

/// A check and what it said, as the review shows it.
struct CheckVerdict {
    StatusKind kind = StatusKind::Info;
    QString sentence;
};

/// What is about to be sent. Without a base it is a creation.
struct Review {
    ParsedDefinition wanted;
    std::optional<Queue> base;
    QList<CheckVerdict> checks;
    QHash<QString, QString> skillNames; ///< by id, of the skills in both

    [[nodiscard]] bool isUpdate() const { return base.has_value(); }
    /// The body of the request.
    [[nodiscard]] QJsonObject body() const
    {
        return base ? changedBody(QueueChange{*base, wanted}) : toJson(wanted.definition);
    }
    /// Each field that is sent and differs from what the tenant has; all of them for a creation.
    [[nodiscard]] QList<FieldChange> changes() const
    {
        return fieldChanges(base ? base->json : QJsonObject(), body());
    }
};

} // namespace queuesmith
