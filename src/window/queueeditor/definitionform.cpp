#include "definitionform.h"

#include "checkitems.h"
#include "editordocument.h"
#include "fieldguard.h"
#include "fonts.h"
#include "overflowtargets.h"
#include "recommendationevidence.h"
#include "rulesmodel.h"
#include "sentences.h"
#include "showstatus.h"
#include "status.h"
#include "ui_definitionform.h"

#include <QCompleter>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>

#include <algorithm>

namespace queuesmith {

namespace {
constexpr double kRowHeight = 1.8; // in ems
}

DefinitionForm::DefinitionForm(EditorDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_ui(std::make_unique<Ui::DefinitionForm>())
    , m_guard(new FieldGuard(document.undoStack(), this))
    , m_targets(new OverflowTargets(this))
    , m_rules(new RulesModel(this))
{
    m_ui->setupUi(this);
    prepareFields();
    connectFields();
    connectRules();
    connect(&document, &EditorDocument::opened, this, &DefinitionForm::takeOpened);
    connect(&document, &EditorDocument::changed, this, &DefinitionForm::takeChange);
    connect(&document, &EditorDocument::problemsChanged, this, &DefinitionForm::showProblems);
    connect(m_guard, &FieldGuard::left, this, &DefinitionForm::leave);
    takeOpened();
    fill();
}

DefinitionForm::~DefinitionForm()
{
    // A field that has the keyboard tells that it was left when it goes.
    m_guard->disconnect(this);
    for (const QWidget *child : findChildren<QWidget *>())
        child->disconnect(this);
}

void DefinitionForm::prepareFields()
{
    m_places = {
        {EditorField::Whole, m_ui->nameEdit, m_ui->wholeProblem},
        {EditorField::Name, m_ui->nameEdit, m_ui->nameProblem},
        {EditorField::Description, m_ui->descriptionEdit, m_ui->descriptionProblem},
        {EditorField::Type, m_ui->typeCombo, m_ui->typeProblem},
        {EditorField::Capacity, m_ui->capacitySpin, m_ui->capacityProblem},
        {EditorField::OverflowTarget, m_ui->overflowTargetCombo, m_ui->overflowTargetProblem},
        {EditorField::OverflowThreshold, m_ui->overflowThresholdSpin,
            m_ui->overflowThresholdProblem},
        {EditorField::Priority, m_ui->prioritySpin, m_ui->priorityProblem},
        {EditorField::RoutingRules, m_ui->rulesTable, m_ui->rulesProblem},
        {EditorField::SkillGroups, m_ui->skillPicker, m_ui->skillsProblem},
    };
    for (const Place &place : std::as_const(m_places)) {
        m_guard->watch(place.widget);
        showStatus(place.problem, StatusKind::Error, {});
    }
    showStatus(m_ui->ruleValueProblem, StatusKind::Error, {});

    m_ui->typeCombo->setCompleter(nullptr); // it would put in what wasn't typed
    QComboBox *target = m_ui->overflowTargetCombo;
    target->setModel(m_targets);
    for (const QComboBox *combo : {m_ui->typeCombo, m_ui->overflowTargetCombo}) {
        combo->lineEdit()->setAccessibleName(combo->accessibleName());
        combo->view()->setAccessibleName(combo->accessibleName());
    }
    target->completer()->setFilterMode(Qt::MatchContains);
    target->completer()->setCompletionMode(QCompleter::PopupCompletion);
    if (auto *list = qobject_cast<QListView *>(target->view()))
        list->setUniformItemSizes(true);
    m_ui->rulesTable->setModel(m_rules);
    m_ui->rulesTable->horizontalHeader()->setStretchLastSection(true);
    m_ui->rulesTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_ui->rulesTable->verticalHeader()->setDefaultSectionSize(
        qRound(fontMetrics().height() * kRowHeight));
    for (QLabel *heading :
        {m_ui->identityTitle, m_ui->capacityTitle, m_ui->routingTitle, m_ui->skillsTitle})
        makeHeading(heading);
    for (QLabel *hint : {m_ui->capacityHint, m_ui->overflowThresholdHint, m_ui->priorityHint,
             m_ui->rulesHint, m_ui->skillsHint})
        makeHint(hint);
    setPriorityOrder(PriorityOrder::LowestFirst);
    setRecommendation(std::nullopt);
    connect(m_ui->recommendationButton, &QPushButton::clicked, this,
        &DefinitionForm::recommendationActivated);
}

void DefinitionForm::setPriorityOrder(PriorityOrder order)
{
    m_ui->priorityHint->setText(order == PriorityOrder::LowestFirst
            ? tr("%1 is most urgent").arg(QueueDefinition::kMinPriority)
            : tr("%1 is most urgent").arg(QueueDefinition::kMaxPriority));
}

void DefinitionForm::setCapacityReading(CapacityReading reading)
{
    switch (reading) {
    case CapacityReading::Agents:
        m_ui->capacityHint->setText(tr("agents who can take contacts at the same time"));
        break;
    case CapacityReading::Waiting:
        m_ui->capacityHint->setText(tr("contacts that may wait at the same time"));
        break;
    case CapacityReading::System:
        m_ui->capacityHint->setText(tr("agents and waiting places together"));
        break;
    }
}

void DefinitionForm::setRecommendation(const std::optional<CapacityEvidence> &recommendation)
{
    const bool isKnown = recommendation && recommendation->recommendedCapacity;
    m_ui->recommendationButton->setVisible(isKnown);
    m_ui->capacityHint->setVisible(!isKnown);
    if (!isKnown)
        return;
    const QString text = translated(recommendedSentence(*recommendation));
    m_ui->recommendationButton->setText(text + QStringLiteral(" ›"));
    m_ui->recommendationButton->setAccessibleName(text);
}

void DefinitionForm::setQueues(const QList<Queue> &queues, bool isComplete)
{
    m_queues = queues;
    m_areQueuesComplete = isComplete;
    QStringList types{QStringLiteral("standard")};
    for (const Queue &queue : queues) {
        if (!queue.definition.type.isEmpty() && !types.contains(queue.definition.type))
            types.append(queue.definition.type);
    }
    m_isFilling = true;
    m_ui->typeCombo->clear();
    m_ui->typeCombo->addItems(types);
    m_targets->setQueues(queues, m_document.base() ? m_document.base()->id : QueueId(), isComplete);
    m_isFilling = false;
    fill();
}

void DefinitionForm::setSkills(const QList<Skill> &skills, bool isComplete)
{
    m_ui->skillPicker->setSkills(skills, isComplete);
}

void DefinitionForm::setSkillNotice(const QString &notice) { m_ui->skillPicker->setNotice(notice); }

void DefinitionForm::takeOpened()
{
    m_touched.clear();
    m_isRevealed = !m_document.isNew();
    m_tenantProblems.clear();
    showStatus(m_ui->ruleValueProblem, StatusKind::Error, {});
    setQueues(m_queues, m_areQueuesComplete);
}

void DefinitionForm::takeChange(EditorField field)
{
    // What was found of the former value says nothing of this one.
    m_tenantProblems.removeIf(
        [field](const Problem &problem) { return fieldOf(problem.field) == field; });
    fill();
}

void DefinitionForm::leave(QWidget *field)
{
    m_document.endTyping();
    if (field == m_ui->overflowTargetCombo)
        settleOverflowText();
    for (const Place &place : std::as_const(m_places)) {
        if (place.widget == field)
            m_touched.insert(place.field);
    }
    showProblems();
}

void DefinitionForm::setTenantProblems(const Problems &problems)
{
    m_tenantProblems = problems;
    showProblems();
}

void DefinitionForm::showTenantErrors(const QList<FieldError> &errors)
{
    m_document.setTenantErrors(errors);
    if (!errors.isEmpty())
        goTo(fieldOf(errors.first().field));
}

void DefinitionForm::reveal()
{
    m_isRevealed = true;
    showProblems();
}

Problems DefinitionForm::problemsAt(EditorField field) const
{
    Problems found;
    const bool isShown = m_isRevealed || m_touched.contains(field);
    for (const Problem &problem :
        m_document.ownProblems() + m_document.tenantErrors() + m_tenantProblems) {
        const bool isMissing = problem.code == QLatin1StringView("empty");
        if (fieldOf(problem.field) == field && problem.severity != Severity::Info
            && !isUnchecked(problem) && (isShown || !isMissing))
            found.append(problem);
    }
    return found;
}

void DefinitionForm::showProblems()
{
    for (const Place &place : std::as_const(m_places)) {
        QStringList lines;
        const Problems found = problemsAt(place.field);
        for (const Problem &problem : found)
            lines.append(statusText(kindOf(problem), sentenceOf(problem)));
        showStatus(place.problem, hasErrors(found) ? StatusKind::Error : StatusKind::Warning,
            lines.join(u'\n'));
    }
}

void DefinitionForm::goTo(EditorField field)
{
    for (const Place &place : std::as_const(m_places)) {
        if (place.field != field)
            continue;
        if (field == EditorField::SkillGroups)
            m_ui->skillPicker->focusSearch();
        else
            place.widget->setFocus(Qt::OtherFocusReason);
        for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(above))
                area->ensureWidgetVisible(place.widget);
        }
    }
}

void DefinitionForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_guard)
        showProblems();
}

} // namespace queuesmith
