#pragma once

#include "background.h"
#include "draft.h"
#include "noticebar.h"
#include "page.h"
#include "review.h"

#include <QHash>
#include <QPointer>

#include <functional>
#include <memory>

class QMenu;

namespace Ui {
class QueueEditorPage;
}

namespace queuesmith {

class Call;
class ChecksPane;
class DefinitionForm;
class DraftKeeper;
class DraftStore;
class EditorDocument;
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
    /// What the document says now has been checked, and nothing forbids sending it.
    [[nodiscard]] bool canSend() const;
    /// For the review: definition, base and verdicts as they stand.
    [[nodiscard]] Review review() const;

    /// Each begins a new queue; for the button that does.
    [[nodiscard]] QMenu *templateMenu() const { return m_templates; }

    /// The tenant refused single fields.
    void showTenantErrors(const QList<FieldError> &errors);
    /// A creation or a change succeeded. What was edited since it was sent stays, as a change of
    /// this queue; when another document is open by now, only the draft goes.
    void adoptSaved(const Queue &queue);
    /// What an earlier run had sent turned out to have become this queue; a draft of it is a draft
    /// of this queue from now on.
    void takeSettled(const Queue &queue, const QJsonObject &sent);
    /// The queue was changed in the tenant meanwhile; nothing was sent. See Compare.
    void markConflict(const Queue &theirs);

    void refresh() override;
    void shown() override;

    Q_SLOT void newQueue();
    /// Reads the queue first, so that its newest state is what is edited.
    Q_SLOT void openQueue(const queuesmith::QueueId &id);
    /// Opens the queue with another capacity in the form; nothing is sent.
    Q_SLOT void useCapacity(const queuesmith::QueueId &id, int capacity);
    Q_SLOT void cloneQueue(const queuesmith::QueueId &id);
    Q_SLOT void openDefinition(const queuesmith::ParsedDefinition &definition);
    Q_SLOT void importFile(const QString &path);
    Q_SLOT void exportFile(const QString &path);
    Q_SLOT void discardDraft();

    Q_SIGNAL void reviewRequested();
    Q_SIGNAL void provisionRequested();
    /// What the recommendation for this queue rests on.
    Q_SIGNAL void waitTimesRequested(const queuesmith::QueueId &queue);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Wish { None, Review, Provision };
    enum class Purpose { Edit, Clone, Renew };
    /// What *Validate* found; nothing of it holds once the document is another one.
    struct Validation {
        bool isAwaited = false;
        StatusKind kind = StatusKind::Ok;
        QString said;
    };
    struct SettledWork {
        Queue queue;
        QueueDefinition sent;
    };

    // queueeditorpage.cpp: what is seen
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

    // queueeditorchecks.cpp: what the checks say
    void updateChecks();
    void updateChecksState();
    void takeValidation();
    void goToCheck(qsizetype row);

    // queueeditoractions.cpp: what a person may do
    void buildActions();
    QMenu *buildTemplateMenu();
    QMenu *buildDraftMenu();
    void fillDraftMenu(QMenu *menu);
    void updateActions();
    void validate();
    void pursue(Wish wish);
    void chooseImport();
    void chooseExport();

    // queueeditoropening.cpp: which document is open
    void leaveThen(const std::function<void()> &next);
    void startReading(const QueueId &id, Purpose purpose);
    void takeReading(const Result<Queue> &result, const QueueId &id, Purpose purpose);
    void tellUnread(const Error &error, const QueueId &id, Purpose purpose);
    void openRead(const Queue &queue);
    void openClone(const Queue &queue);
    void renew(const Queue &queue);
    void takeCapacity(const Queue &queue);
    [[nodiscard]] QString sentKeyOf(const Queue &queue) const;

    // queueeditorfiles.cpp: definition files and drafts
    void readDrafts();
    void restoreDraft(const Draft &draft);
    void rememberPutBy(const Draft &draft);
    void joinSettled();
    [[nodiscard]] QString documentName() const;

    TenantSession &m_session;
    std::unique_ptr<Ui::QueueEditorPage> m_ui;
    DraftStore *m_store;
    EditorDocument *m_document;
    TenantChecks *m_checks;
    DraftKeeper *m_keeper;
    DefinitionForm *m_form;
    ChecksPane *m_pane; ///< belongs to m_form
    NoticeBar *m_question; ///< must be answered before something goes on
    NoticeBar *m_notice; ///< what happened
    QAction *m_validate = nullptr;
    QAction *m_review = nullptr;
    QAction *m_provision = nullptr;
    QAction *m_discard = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QMenu *m_templates = nullptr;
    QList<Draft> m_putBy; ///< drafts that aren't open, newest first
    QHash<QString, QueueDefinition> m_sent; ///< by document: what was last asked to be sent
    std::optional<std::pair<QueueId, int>> m_capacity; ///< to be put in once its queue is open
    QPointer<Call> m_reading;
    QHash<QString, SettledWork> m_settled; ///< by name: what earlier runs turned out to have made
    bool m_areDraftsRead = false;
    Validation m_validation;
    Wish m_wish = Wish::None; ///< waits for the checks
    bool m_isAskedFor = false; ///< the person wants to send: what is missing is an error
};

} // namespace queuesmith
