#pragma once

#include "domain/error.h"
#include "provisioning/preflight.h"
#include "window/appearance/status.h"
#include "window/queueeditor/editorfield.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace queuesmith {

/// One line of the list `Checks`.
struct CheckItem {
    StatusKind kind = StatusKind::Ok;
    QString text; ///< without its shape
    EditorField field = EditorField::Whole; ///< where it leads
    bool isConflict = false; ///< leads to the comparison instead

    friend bool operator==(const CheckItem &, const CheckItem &) = default;
};

/// Everything that the verdicts rest on.
struct CheckInput {
    QueueDefinition definition;
    bool isNew = true;
    Problems own;
    Problems tenantErrors;
    Problems tenant; ///< of `checked`
    std::optional<QueueDefinition>
        checked; ///< what was held against the tenant; empty: nothing yet
    bool isRunning = false;
    std::optional<qint64> licensedAgents;
    bool isAskedFor = false; ///< the person wants to send it: what is missing is an error now
    QStringList undecided; ///< members that person and tenant both changed
    std::optional<Error> sendingForbidden;
};

/// One item for each check before sending, also for those that are fine. A verdict about something
/// that was changed since is taken back until it is checked again.
[[nodiscard]] QList<CheckItem> describeChecks(const CheckInput &input);

/// The first item that forbids sending; -1: none does.
[[nodiscard]] qsizetype firstForbidding(const QList<CheckItem> &items);

/// Whether a finding says that something could not be found out.
[[nodiscard]] bool isUnchecked(const Problem &problem);
[[nodiscard]] StatusKind kindOf(const Problem &problem);

} // namespace queuesmith
