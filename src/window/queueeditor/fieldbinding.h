#pragma once

#include "domain/queue.h"
#include "window/queueeditor/editorfield.h"

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
    void connectFields();
    void connectRules();
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
    OverflowTargets *m_targets;
    RulesModel *m_rules;
    QString m_unknownTarget; ///< what was typed and names no queue
    bool m_isFilling = false; ///< the widgets change because the document did
};

} // namespace queuesmith
