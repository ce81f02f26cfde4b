#pragma once

#include "cxone/connection.h"
#include "domain/error.h"
#include "domain/queue.h"
#include "provisioning/capacityevidence.h"
#include "window/queueeditor/editorfield.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QWidget>

#include <memory>

namespace Ui {
class DefinitionForm;
}

namespace queuesmith {

class EditorDocument;
class FieldBinding;
class FieldGuard;
class ProblemLine;

/// Every field of a definition, with what is wrong under each. What a person hasn't filled in yet
/// isn't called wrong before the field was left, or the document was to be sent.
class DefinitionForm final : public QWidget {
    Q_OBJECT

public:
    /// `document` must outlive this.
    explicit DefinitionForm(EditorDocument &document, QWidget *parent = nullptr);
    ~DefinitionForm() override;

    void setPriorityOrder(PriorityOrder order);
    /// What the number of the capacity stands for.
    void setCapacityReading(CapacityReading reading);
    /// Beside the capacity; empty: none is known.
    void setRecommendation(const std::optional<CapacityEvidence> &recommendation);
    /// The tenant's queues: overflow targets and types.
    void setQueues(const QList<Queue> &queues, bool isComplete);
    /// See SkillPicker.
    void setSkills(const QList<Skill> &skills, bool isComplete);
    void setSkillNotice(const QString &notice);

    /// How these are called; an id that isn't known is left out.
    [[nodiscard]] QString skillName(const SkillId &id) const;
    [[nodiscard]] QHash<QString, QString> skillNames(const QList<SkillId> &ids) const;

    /// Another part of the page, under the skill groups.
    void addBeside(QWidget *part);
    /// Both columns side by side where they fit into this width, else one under the other.
    void arrangeFor(int width);
    /// The width that it always needs.
    [[nodiscard]] int narrowest() const;

    /// What was found when the document was last held against the tenant.
    void setTenantProblems(const Problems &problems);
    /// Of a request that the tenant refused: each stands at its field until that is changed.
    void showTenantErrors(const QList<FieldError> &errors);
    /// What is missing is shown as wrong from now on.
    void reveal();
    void goTo(EditorField field);

    /// The person wants to see what the recommendation rests on.
    Q_SIGNAL void recommendationActivated();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Place {
        EditorField field;
        QWidget *widget;
        ProblemLine *problem;
    };

    void prepareFields();
    void takeOpened();
    void takeChange(EditorField field);
    void fitRecommendation();
    void leave(QWidget *field);
    void showProblems();
    [[nodiscard]] Problems problemsAt(EditorField field) const;

    EditorDocument &m_document;
    std::unique_ptr<Ui::DefinitionForm> m_ui;
    FieldGuard *m_guard;
    FieldBinding *m_binding = nullptr;
    QList<Place> m_places;
    QList<Queue> m_queues;
    bool m_areQueuesComplete = false;
    Problems m_tenantProblems;
    QSet<EditorField> m_touched;
    QString m_ruleValueProblem;
    bool m_isRevealed = false;
};

} // namespace queuesmith
