#pragma once

#include "window/page/page.h"
#include "window/review/review.h"

#include <memory>
#include <optional>

class QStandardItemModel;

namespace Ui {
class ReviewPage;
}

namespace queuesmith {

class ApprovalController;
class ReviewModel;
class TenantSession;

/// The last look before something is sent: what is sent, what was checked, seats before and after,
/// the approval of a capacity that is another one than now, and in production the reason.
class ReviewPage final : public Page {
    Q_OBJECT

public:
    explicit ReviewPage(TenantSession &session, QWidget *parent = nullptr);
    ~ReviewPage() override;

    /// What was typed stays when it is the same change as before.
    void show(const Review &review);
    void refresh() override { }

    Q_SIGNAL void sendRequested(const queuesmith::Review &review, const QString &reason);
    Q_SIGNAL void backRequested();
    /// The charts of the queue that is looked at.
    Q_SIGNAL void waitTimesRequested(const queuesmith::QueueId &queue);
    /// A recommendation for this queue would be shown; TenantSession::recommendations() takes it.
    Q_SIGNAL void evidenceWanted(const queuesmith::QueueId &queue);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTable();
    void connectParts();
    void showWhy();
    void showFacts();
    void fitTable();
    void showChecks();
    void showApproval(bool isSameChange);
    void send();
    /// Why it isn't sent; an empty text takes that away.
    void say(const QString &what);
    /// Why it can't be sent as it is; empty: it can.
    [[nodiscard]] QString missing() const;
    [[nodiscard]] bool needsReason() const;

    TenantSession &m_session;
    std::unique_ptr<Ui::ReviewPage> m_ui;
    ReviewModel *m_model;
    QStandardItemModel *m_checks;
    ApprovalController *m_approval;
    std::optional<Review> m_review;
};

} // namespace queuesmith
