#pragma once

#include "provisioning/capacityevidence.h"

#include <QObject>

#include <optional>

namespace queuesmith {

/// The newest recommendation for each queue, as far as one was worked out in this session: what the
/// editor's hint, the review and the page of wait times share. Lives on the GUI thread.
class Recommendations final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// One that rests on older data than the one that is there is left aside.
    void put(const QueueId &queue, const CapacityEvidence &evidence);
    [[nodiscard]] std::optional<CapacityEvidence> find(const QueueId &queue) const;
    [[nodiscard]] const LatestEvidence &all() const { return m_latest; }

    Q_SIGNAL void changed(const queuesmith::QueueId &queue);

private:
    LatestEvidence m_latest;
};

} // namespace queuesmith
