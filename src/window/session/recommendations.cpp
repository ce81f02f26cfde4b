#include "window/session/recommendations.h"

namespace queuesmith {

void Recommendations::put(const QueueId &queue, const CapacityEvidence &evidence)
{
    const auto known = m_latest.constFind(queue);
    if (known != m_latest.constEnd() && (*known == evidence || evidence.to < known->to))
        return;
    m_latest.insert(queue, evidence);
    Q_EMIT changed(queue);
}

std::optional<CapacityEvidence> Recommendations::find(const QueueId &queue) const
{
    const auto known = m_latest.constFind(queue);
    return known == m_latest.constEnd() ? std::nullopt : std::optional(*known);
}

} // namespace queuesmith
