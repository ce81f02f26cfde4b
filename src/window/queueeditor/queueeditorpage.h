#pragma once

#include "window/page/page.h"
#include "window/review/review.h"

#include <memory>

class QMenu;

namespace Ui {
class QueueEditorPage;
}

namespace queuesmith {

class ChecksPane;
class DefinitionForm;
class DraftKeeper;
class DraftStore;
class EditorActions;
class EditorDocument;
class EditorOpening;
class SendChecks;
class TenantChecks;
class TenantSession;

/// The page where a queue is filled in: the form, what the checks say, what would be sent. It sends
/// nothing itself; it asks for the review and the sending.
class QueueEditorPage final : public Page {
    Q_OBJECT

public:
    /// `session` must outlive this; drafts are kept in `draftFolder` (see draftFolder()).
    QueueEditorPage(TenantSession &session, const QString &draftFolder, QWidget *parent = nullptr);
    ~QueueEditorPage() override;

    [[nodiscard]] EditorDocument &document() { return *m_document; }
    /// Which document is open, and the ways to another one.
    [[nodiscard]] EditorOpening &opening() { return *m_opening; }
    /// What the document says now has been checked, and nothing forbids sending it.
    [[nodiscard]] bool canSend() const;
    /// For the review: definition, base and verdicts as they stand.
    [[nodiscard]] Review review() const;

    /// Each begins a new queue; for the button that does.
    [[nodiscard]] QMenu *templateMenu() const;

    /// The tenant refused single fields.
    void showTenantErrors(const QList<FieldError> &errors);

    void refresh() override;
    void shown() override;

    Q_SIGNAL void reviewRequested();
    Q_SIGNAL void provisionRequested();
    /// What the recommendation for this queue rests on.
    Q_SIGNAL void waitTimesRequested(const queuesmith::QueueId &queue);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildPage();
    void buildTabOrder();
    void connectParts();
    void connectCatalog();
    void takeQueues();
    void takeSkills();
    void takeFacts();
    void showRecommendation();
    void updateSkillNotice();
    void updateHead();
    [[nodiscard]] QString payload() const;

    TenantSession &m_session;
    std::unique_ptr<Ui::QueueEditorPage> m_ui;
    DraftStore *m_store;
    EditorDocument *m_document;
    TenantChecks *m_checks;
    DraftKeeper *m_keeper;
    DefinitionForm *m_form;
    ChecksPane *m_pane; ///< belongs to m_form
    SendChecks *m_sending = nullptr;
    EditorOpening *m_opening = nullptr;
    EditorActions *m_actions = nullptr;
};

} // namespace queuesmith
