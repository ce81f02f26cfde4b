#include "window/review/approvalcontroller.h"

#include "cxone/tenantclient.h"
#include "domain/clock.h"
#include "provisioning/approvals.h"
#include "window/appearance/sentences.h"
#include "window/review/approvalpanel.h"
#include "window/session/catalog.h"
#include "window/session/recommendations.h"
#include "window/session/tenantsession.h"

namespace queuesmith {

ApprovalController::ApprovalController(
    TenantSession &session, ApprovalPanel &panel, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_panel(panel)
{
    connect(&panel, &ApprovalPanel::approveRequested, this,
        [this](const QString &reason, bool reviewed) { decide(true, reason, reviewed); });
    connect(&panel, &ApprovalPanel::declineRequested, this,
        [this](const QString &reason) { decide(false, reason, false); });
    connect(&panel, &ApprovalPanel::similarQueueChosen, this, &ApprovalController::chooseSimilar);
    // It may have been decided on another page.
    connect(&session, &TenantSession::recorded, this, &ApprovalController::refresh);
    connect(
        &session.recommendations(), &Recommendations::changed, this, [this](const QueueId &queue) {
            if (queue == m_binding.queueId || queue == m_source)
                showEvidence();
            judge();
        });
}

void ApprovalController::setChange(const QueueDefinition &wanted, const std::optional<Queue> &base)
{
    m_binding = base ? bindingOf(QueueChange{*base, {wanted, {}}}) : bindingOf(wanted);
    m_source = {};
    m_panel.setQueue(m_binding);
    if (m_binding.isNew())
        suggestSimilar(wanted);
    showEvidence();
    m_decisions.reset();
    m_state.reset();
    m_panel.setState(m_state);
    lookUp();
}

void ApprovalController::setEvidence(const std::optional<CapacityEvidence> &evidence)
{
    m_given = evidence;
    showEvidence();
}

void ApprovalController::refresh()
{
    if (!m_binding.queueName.isEmpty())
        lookUp();
}

/// The most similar queue is offered first, but its history stands for the new one only when the
/// person says so.
void ApprovalController::suggestSimilar(const QueueDefinition &wanted)
{
    m_panel.setSimilarQueues(similarQueues(wanted, m_session.catalog().queues()), m_source);
}

void ApprovalController::chooseSimilar(const QueueId &queue)
{
    m_source = queue;
    showEvidence();
}

std::optional<CapacityEvidence> ApprovalController::evidence() const
{
    if (m_given)
        return m_given;
    const QueueId &of = m_source.isEmpty() ? m_binding.queueId : m_source;
    if (of.isEmpty())
        return CapacityEvidence(); // a new queue has no history
    std::optional<CapacityEvidence> found = m_session.recommendations().find(of);
    if (found && !m_source.isEmpty()) {
        found->sourceQueue = m_source;
        found->sourceQueueName = m_session.catalog().nameOf(m_source);
    }
    return found;
}

void ApprovalController::showEvidence()
{
    const std::optional<CapacityEvidence> known = evidence();
    m_panel.setEvidence(known);
    if (!known)
        Q_EMIT evidenceWanted(m_source.isEmpty() ? m_binding.queueId : m_source);
}

void ApprovalController::lookUp()
{
    m_asked.renew();
    if (m_session.recordsProblem()) {
        m_panel.showNote(StatusKind::Error, sentenceOf(*m_session.recordsProblem()));
        return;
    }
    Approvals(m_session.records(), m_session.tenant().tenantId())
        .find(
            m_binding, this, m_asked.only([this](const Result<QList<CapacityDecision>> &decisions) {
                if (!decisions) {
                    m_panel.showNote(StatusKind::Error, sentenceOf(decisions.error()));
                    return;
                }
                m_decisions = decisions.value();
                judge();
            }));
}

void ApprovalController::judge()
{
    if (!m_decisions)
        return;
    m_state = approvalState(*m_decisions, m_binding, m_session.recommendations().all(),
        m_session.clock().utcNow(), m_session.connection().capacity.approvalDays);
    m_panel.setState(m_state);
    Q_EMIT stateChanged();
}

void ApprovalController::decide(bool approve, const QString &reason, bool reviewed)
{
    const std::optional<CapacityEvidence> grounds = evidence();
    const CapacityDecisionRequest request{m_binding, grounds.value_or(CapacityEvidence()), approve,
        reason, reviewed, !grounds.has_value()};
    m_panel.setBusy(true);
    m_panel.showNote(StatusKind::Info, {}); // what it says is about an earlier attempt
    Approvals(m_session.records(), m_session.tenant().tenantId())
        .record(request, this, [this, approve](const Result<qint64> &written) {
            m_panel.setBusy(false);
            if (!written) {
                m_panel.showNote(StatusKind::Error, sentenceOf(written.error()));
                if (written.error().code == QLatin1StringView("reason_missing"))
                    m_panel.focusReason();
                return;
            }
            Q_EMIT decided(approve);
        });
}

} // namespace queuesmith
