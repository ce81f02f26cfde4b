#pragma once

#include "page.h"
#include "review.h"

#include <memory>
#include <optional>

namespace Ui {
class ReviewPage;
}

namespace queuesmith {

class ReviewModel;
class TenantSession;

/// The last look before something is sent: what is sent, what was checked, seats before and after,
/// and in production the reason.
class ReviewPage final : public Page {
    Q_OBJECT

public:
    explicit ReviewPage(TenantSession &session, QWidget *parent = nullptr);
    ~ReviewPage() override;

    void show(const Review &review);
    void refresh() override { }

    Q_SIGNAL void sendRequested(const queuesmith::Review &review, const QString &reason);
    Q_SIGNAL void backRequested();

private:
    void showChecks();
    void send();

    TenantSession &m_session;
    std::unique_ptr<Ui::ReviewPage> m_ui;
    ReviewModel *m_model;
    std::optional<Review> m_review;
};

} // namespace queuesmith
