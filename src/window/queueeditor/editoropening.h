#pragma once

#include "window/queueeditor/draft.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace queuesmith {

class Call;
class ChecksPane;
class DefinitionForm;
class DraftKeeper;
class DraftStore;
class EditorDocument;
class NoticeBar;
class TenantSession;

/// Which document is open: new ones, queues read from the tenant, files, drafts; how one is left,
/// and what becomes of it once it was sent.
class EditorOpening final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        EditorDocument &document;
        DraftStore &store;
        DraftKeeper &keeper;
        DefinitionForm &form;
        ChecksPane &pane;
        NoticeBar &question; ///< must be answered before something goes on
        NoticeBar &notice; ///< what happened
    };

    /// All must outlive this. Opens the draft that was open when the program ended.
    EditorOpening(TenantSession &session, const Parts &parts, QObject *parent = nullptr);

    void newQueue();
    /// Reads the queue first, so that its newest state is what is edited.
    void openQueue(const QueueId &id);
    /// Opens the queue with another capacity in the form; nothing is sent.
    void useCapacity(const QueueId &id, int capacity);
    void cloneQueue(const QueueId &id);
    void cloneDocument(); ///< what is open, as it is in the tenant if it is there
    void openDefinition(const ParsedDefinition &definition);
    void openDraft(const Draft &draft);
    void discardDraft();
    void importFile(const QString &path);
    void exportFile(const QString &path);
    /// The queue that is open is read once more.
    void reread();

    /// What is open is about to be sent.
    void rememberSent();
    /// A creation or a change succeeded. What was edited since it was sent stays, as a change of
    /// this queue; when another document is open by now, only the draft goes.
    void adoptSaved(const Queue &queue);
    /// The queue was changed in the tenant meanwhile; nothing was sent. See Compare.
    void markConflict(const Queue &theirs);

    /// Those that aren't open, newest first.
    [[nodiscard]] const QList<Draft> &drafts() const { return m_putBy; }

    /// A definition was written there.
    Q_SIGNAL void exported(const QString &path);
    /// The form of the connection is wanted.
    Q_SIGNAL void connectionRequested();

private:
    enum class Purpose { Edit, Clone, Renew };
    struct SettledWork {
        Queue queue;
        QueueDefinition sent;
    };

    void leaveThen(const std::function<void()> &next);
    void startReading(const QueueId &id, Purpose purpose);
    void takeReading(const Result<Queue> &result, const QueueId &id, Purpose purpose);
    void tellUnread(const Error &error, const QueueId &id, Purpose purpose);
    void openRead(const Queue &queue);
    void openClone(QueueDefinition definition);
    void renew(const Queue &queue);
    void takeCapacity(const Queue &queue);
    [[nodiscard]] QString sentKeyOf(const Queue &queue) const;
    void takeSaved(const Queue &queue, const QueueDefinition &sent);

    void readDrafts();
    [[nodiscard]] Draft asDraft(bool isOpen) const; ///< of what is open
    void restoreDraft(const Draft &draft);
    void dropDraft(const QString &key);
    /// What an earlier run had sent turned out to have become this queue; a draft of it is a draft
    /// of this queue from now on.
    void takeSettled(const Queue &queue, const QJsonObject &sent);
    void joinSettled();

    TenantSession &m_session;
    EditorDocument &m_document;
    DraftStore &m_store;
    DraftKeeper &m_keeper;
    DefinitionForm &m_form;
    ChecksPane &m_pane;
    NoticeBar &m_question;
    NoticeBar &m_notice;
    QList<Draft> m_putBy;
    QHash<QString, QueueDefinition> m_sent; ///< by document: what was last asked to be sent
    std::optional<std::pair<QueueId, int>> m_capacity; ///< to be put in once its queue is open
    QPointer<Call> m_reading;
    QHash<QString, SettledWork> m_settled; ///< by name: what earlier runs turned out to have made
    bool m_areDraftsRead = false;
};

} // namespace queuesmith
