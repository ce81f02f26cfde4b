#pragma once

#include "provisioning/approval.h"
#include "provisioning/similarqueues.h"
#include "window/appearance/status.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class ApprovalPanel;
}

namespace queuesmith {

/// Where a person approves or declines a capacity: what is on record, the figures it rests on, the
/// tick that the history was reviewed, the reason. Decides and stores nothing itself: see
/// ApprovalController. Used on the review page and on the page of wait times.
class ApprovalPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ApprovalPanel(QWidget *parent = nullptr);
    ~ApprovalPanel() override;

    /// What would be decided on. Another queue or capacity empties what was entered.
    void setQueue(const CapacityBinding &binding);
    /// Empty: nobody has worked it out yet. The tick is asked for where there is a history, or may
    /// be one.
    void setEvidence(const std::optional<CapacityEvidence> &evidence);
    /// What is on record. Empty: it is being looked up.
    void setState(const std::optional<ApprovalState> &state);
    /// Queues whose history may stand for that of a new one; `chosen` may be empty.
    void setSimilarQueues(const QList<SimilarQueue> &queues, const QueueId &chosen);

    /// The button to the wait times; there is none on their own page.
    void setLeadsToWaitTimes(bool leads);
    /// False: there is nothing to decide, and only the reason is left.
    void setDecides(bool decides);
    /// Sending asks for the reason, too.
    void setReasonDemanded(bool demanded);
    /// While a decision is written: no other one can be asked for.
    void setBusy(bool busy);

    [[nodiscard]] QString reason() const; ///< without blanks around it
    [[nodiscard]] bool isReviewed() const;
    void focusReason();
    /// Empties the reason and the tick.
    void clearEntries();
    /// An empty text takes the note away.
    void showNote(StatusKind kind, const QString &text);

    Q_SIGNAL void approveRequested(const QString &reason, bool reviewed);
    Q_SIGNAL void declineRequested(const QString &reason);
    /// Empty: without evidence.
    Q_SIGNAL void similarQueueChosen(const queuesmith::QueueId &queue);
    Q_SIGNAL void waitTimesRequested();

private:
    void connectParts();
    void showParts();
    void bringNoteIntoView();

    std::unique_ptr<Ui::ApprovalPanel> m_ui;
    CapacityBinding m_binding;
    std::optional<CapacityEvidence> m_evidence;
    bool m_decides = true;
    bool m_reasonDemanded = false;
    bool m_leadsToWaitTimes = true;
    bool m_busy = false;
};

} // namespace queuesmith
