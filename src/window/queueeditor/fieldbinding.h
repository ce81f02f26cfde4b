#pragma once

#include "domain/queue.h"
#include "window/queueeditor/editorfield.h"

#include <QHash>
#include <QList>
#include <QObject>

class QWidget;

namespace Ui {
class DefinitionForm;
}

namespace queuesmith {

class EditorDocument;
class OverflowTargets;
class RulesModel;
struct QueueField;

/// The widget of the form that a field is edited in: the one whose property `field` is its path.
/// Null when the form doesn't have it.
[[nodiscard]] QWidget *fieldWidget(const QWidget &form, const QueueField &field);

/// Between the form's widgets and the document: what is typed goes there, what it says comes back.
class FieldBinding final : public QObject {
    Q_OBJECT

public:
    /// All must outlive this. Gives the widgets of `ui` their models.
    FieldBinding(EditorDocument &document, Ui::DefinitionForm &ui, QWidget *form);

    /// Overflow targets and types.
    void setQueues(const QList<Queue> &queues, bool isComplete);
    /// The document says something else.
    void fill();
    /// Letters that name no queue stay as they were typed, and forbid sending until they do.
    void settleOverflowText();
    void forgetOverflowText() { setUnknownTarget({}); }

    /// A person is about to change that field.
    Q_SIGNAL void edited(queuesmith::EditorField field);
    /// What was typed as the value of a rule: why it is none; empty: it is one.
    Q_SIGNAL void ruleJudged(const QString &why);

private:
    void connectFields(const QWidget &form);
    void connectField(const QueueField &field, QWidget *widget);
    void connectRules();
    void take(const QueueField &field, const QJsonValue &value);
    void fillField(QWidget *widget, const QJsonValue &value);
    void fillOverflowTarget();
    void chooseOverflowTarget(int row);
    void setUnknownTarget(const QString &text);
    void makeRulesSame();
    void addRule();
    void removeRule();
    void updateCaptions();
    template <typename Assign> void edit(EditorField field, Assign assign);

    EditorDocument &m_document;
    Ui::DefinitionForm &m_ui;
    QHash<const QueueField *, QWidget *> m_plain; ///< widgets that need no more than their kind
    OverflowTargets *m_targets;
    RulesModel *m_rules;
    QString m_unknownTarget; ///< what was typed and names no queue
    bool m_isFilling = false; ///< the widgets change because the document did
};

} // namespace queuesmith
