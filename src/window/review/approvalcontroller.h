#pragma once

#include "domain/latest.h"
#include "provisioning/approval.h"

#include <QObject>

#include <optional>

namespace queuesmith {

class ApprovalPanel;
class TenantSession;

/// Between an approval panel and a session: looks up what is on record, judges it, and records what
/// the person decides. The evidence is the newest recommendation that the session knows for the
/// queue, or for the similar one that was chosen, unless setEvidence() gives another one.
class ApprovalController final : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this.
    ApprovalController(TenantSession &session, ApprovalPanel &panel, QObject *parent = nullptr);

    /// What would be sent: a new queue without a base, or a change of it.
    void setChange(const QueueDefinition &wanted, const std::optional<Queue> &base);
    /// What the decision shall rest on, in place of what the session knows; empty: that again.
    void setEvidence(const std::optional<CapacityEvidence> &evidence);
    /// Looks it up once more; what was known stays until then. Done by itself when the session has
    /// recorded something.
    void refresh();

    [[nodiscard]] const CapacityBinding &binding() const { return m_binding; }
    /// Empty while it is being looked up.
    [[nodiscard]] const std::optional<ApprovalState> &state() const { return m_state; }

    Q_SIGNAL void stateChanged();
    /// A decision is on record.
    Q_SIGNAL void decided(bool approved);
    /// A recommendation for this queue would help, and the session knows none.
    Q_SIGNAL void evidenceWanted(const queuesmith::QueueId &queue);

private:
    /// Empty when nobody has worked it out yet; without intervals when there is no history.
    [[nodiscard]] std::optional<CapacityEvidence> evidence() const;
    void suggestSimilar(const QueueDefinition &wanted);
    void chooseSimilar(const QueueId &queue);
    void showEvidence();
    void lookUp();
    void judge();
    void decide(bool approve, const QString &reason, bool reviewed);

    TenantSession &m_session;
    ApprovalPanel &m_panel;
    CapacityBinding m_binding;
    QueueId m_source; ///< the similar queue; empty: none, or the queue's own history
    std::optional<CapacityEvidence> m_given;
    std::optional<QList<CapacityDecision>> m_decisions;
    std::optional<ApprovalState> m_state;
    Latest m_asked;
};

} // namespace queuesmith
