#pragma once

#include "domain/clock.h"
#include "domain/error.h"
#include "domain/queue.h"
#include "window/queueeditor/editorfield.h"

#include <QObject>
#include <QSet>
#include <QUndoStack>

#include <optional>

namespace queuesmith {

/// The definition that is being edited, with undo and redo, and what is wrong with it by itself.
/// Where it changes an existing queue, it knows that queue as the tenant has it. Never sends.
class EditorDocument final : public QObject {
    Q_OBJECT

public:
    /// `clock` must outlive this.
    explicit EditorDocument(Clock &clock, QObject *parent = nullptr);

    /// An empty definition with the contract's defaults.
    [[nodiscard]] static QueueDefinition blank();

    /// A new queue. `problems` is what was wrong with the file it came from: each stays until its
    /// field is changed.
    void openNew(const QueueDefinition &definition, const Problems &problems = {});
    /// An existing queue is to be changed.
    void openExisting(const Queue &base);
    /// What was being edited when the program ended; without `base` a new queue.
    void restore(
        const QString &key, const QueueDefinition &definition, const std::optional<Queue> &base);
    /// The tenant has what the document says.
    void adoptSaved(const Queue &queue);

    [[nodiscard]] const QueueDefinition &definition() const { return m_definition; }
    [[nodiscard]] const std::optional<Queue> &base() const { return m_base; }
    [[nodiscard]] bool isNew() const { return !m_base; }
    [[nodiscard]] bool isDirty() const { return m_definition != m_initial; }
    /// The queue's name, or what stands for one that has none yet.
    [[nodiscard]] QString title() const;
    /// Stable for one document: the name of its draft.
    [[nodiscard]] const QString &key() const { return m_key; }
    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }

    /// The person has changed `field`: `changed` is the definition with it. The rules `priority`
    /// and `capacity` follow. Typing in one field is one step for undo.
    void apply(EditorField field, QueueDefinition changed);
    /// What is typed from now on is a step of its own.
    void endTyping() { ++m_typing; }

    /// What is wrong whatever the tenant has; errors among them forbid sending.
    [[nodiscard]] const Problems &ownProblems() const { return m_ownProblems; }
    /// What was typed for a field and can't be its value; empty: nothing. Among ownProblems().
    void setEntryProblem(const std::optional<Problem> &problem);
    /// What the tenant said of single fields; each goes away when its field changes.
    [[nodiscard]] const Problems &tenantErrors() const { return m_tenantErrors; }
    void setTenantErrors(const QList<FieldError> &errors);

    /// The tenant's queue became another one meanwhile. Members that only the tenant changed are
    /// taken over (one step, which can be undone); those that both changed are left to the person.
    void rebase(const Queue &theirs);
    /// Set after rebase(): the queue as it was before.
    [[nodiscard]] const std::optional<Queue> &ancestor() const { return m_ancestor; }
    /// Members that both changed, and that the person hasn't decided yet.
    [[nodiscard]] const QSet<QString> &undecided() const { return m_undecided; }
    void takeTheirs(const QString &member);
    void keepMine(const QString &member);

    /// Another document is open now; nothing of what was known before holds any more.
    Q_SIGNAL void opened();
    Q_SIGNAL void changed(queuesmith::EditorField field);
    /// ownProblems() or tenantErrors() may be others.
    Q_SIGNAL void problemsChanged();
    /// base(), ancestor() or undecided() are others.
    Q_SIGNAL void baseChanged();

private:
    class Change;

    void open(const QueueDefinition &definition, const std::optional<Queue> &base,
        const QString &key, const Problems &importProblems);
    void take(const QueueDefinition &definition, EditorField field);
    void findProblems();

    Clock &m_clock;
    QUndoStack m_undo;
    QueueDefinition m_definition;
    QueueDefinition m_initial; ///< what it is compared with to say whether it was changed
    std::optional<Queue> m_base;
    std::optional<Queue> m_ancestor;
    QSet<QString> m_undecided;
    QString m_key;
    Problems m_importProblems;
    std::optional<Problem> m_entryProblem;
    Problems m_ownProblems;
    Problems m_tenantErrors;
    int m_typing = 0;
};

/// The name of the draft for a change of this queue.
[[nodiscard]] QString draftKeyOf(const QueueId &id);

} // namespace queuesmith
