#pragma once

#include "provisioning/approval.h"
#include "window/appearance/status.h"

#include <QString>
#include <QStringList>

namespace queuesmith {

/// What is on record of a capacity, in the window's words.
struct ApprovalText {
    StatusKind kind = StatusKind::Info;
    QString sentence;
};

/// `state` must have been made for `binding`.
[[nodiscard]] ApprovalText approvalText(const ApprovalState &state, const CapacityBinding &binding);

/// The figures of an evidence, compact, a line each.
[[nodiscard]] QStringList evidenceLines(const CapacityEvidence &evidence);

} // namespace queuesmith
