#include "window/queueeditor/definitionform.h"

#include "domain/queuefields.h"
#include "provisioning/recommendationevidence.h"
#include "ui_definitionform.h"
#include "window/appearance/fonts.h"
#include "window/appearance/sentences.h"
#include "window/appearance/status.h"
#include "window/queueeditor/checkitems.h"
#include "window/queueeditor/editordocument.h"
#include "window/queueeditor/fieldbinding.h"
#include "window/queueeditor/fieldguard.h"
#include "window/queueeditor/problemline.h"

#include <QCompleter>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>

#include <algorithm>

namespace queuesmith {

namespace {
constexpr double kRuleHeight = 1.8; // in ems
constexpr int kSkillsShare = 5; // of the side column
constexpr int kBesideShare = 4;
} // namespace

DefinitionForm::DefinitionForm(EditorDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_ui(std::make_unique<Ui::DefinitionForm>())
    , m_guard(new FieldGuard(document.undoStack(), this))
{
    m_ui->setupUi(this);
    m_binding = new FieldBinding(document, *m_ui, this);
    prepareFields();
    connect(m_binding, &FieldBinding::edited, this,
        [this](EditorField field) { m_touched.insert(field); });
    connect(m_binding, &FieldBinding::ruleJudged, this, [this](const QString &why) {
        m_ruleValueProblem = why.isEmpty() ? why : statusText(StatusKind::Error, why);
        showProblems();
    });
    connect(&document, &EditorDocument::opened, this, &DefinitionForm::takeOpened);
    connect(&document, &EditorDocument::changed, this, &DefinitionForm::takeChange);
    connect(&document, &EditorDocument::problemsChanged, this, &DefinitionForm::showProblems);
    connect(m_guard, &FieldGuard::left, this, &DefinitionForm::leave);
    takeOpened();
}

DefinitionForm::~DefinitionForm()
{
    // A field that has the keyboard tells that it was left when it goes.
    delete m_binding;
    m_guard->disconnect(this);
    for (const QWidget *child : findChildren<QWidget *>())
        child->disconnect(this);
}

void DefinitionForm::prepareFields()
{
    for (ProblemLine *problem : findChildren<ProblemLine *>()) {
        const QueueField *field = queueField(problem->property("field").toString());
        QWidget *widget = fieldWidget(*this, *field);
        m_places.append({{field->path}, widget, problem});
        m_guard->watch(widget);
    }

    m_ui->typeCombo->setCompleter(nullptr); // it would put in what wasn't typed
    QComboBox *target = m_ui->overflowTargetCombo;
    for (const QComboBox *combo : {m_ui->typeCombo, m_ui->overflowTargetCombo}) {
        combo->lineEdit()->setAccessibleName(combo->accessibleName());
        combo->view()->setAccessibleName(combo->accessibleName());
    }
    target->completer()->setFilterMode(Qt::MatchContains);
    target->completer()->setCompletionMode(QCompleter::PopupCompletion);
    if (auto *list = qobject_cast<QListView *>(target->view()))
        list->setUniformItemSizes(true);
    m_ui->rulesTable->horizontalHeader()->setStretchLastSection(true);
    m_ui->rulesTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_ui->rulesTable->verticalHeader()->setDefaultSectionSize(
        qRound(fontMetrics().height() * kRuleHeight));
    for (QLabel *heading :
        {m_ui->identityTitle, m_ui->capacityTitle, m_ui->routingTitle, m_ui->skillsTitle})
        makeHeading(heading);
    for (QLabel *hint :
        {m_ui->capacityHint, m_ui->overflowThresholdHint, m_ui->priorityHint, m_ui->skillsHint})
        makeHint(hint);
    m_ui->rulesProblem->setHint(tr("priority and capacity follow their fields"));
    m_ui->columns->setAlignment(m_ui->fields, Qt::AlignTop);
    setCapacityReading(CapacityReading::Agents);
    setPriorityOrder(PriorityOrder::LowestFirst);
    setRecommendation(std::nullopt);
    m_ui->recommendationButton->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_ui->capacityLine->setStretchFactor(m_ui->recommendationButton, 1);
    m_ui->sameRulesButton->hide();
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
    QString hint;
    QString meaning;
    switch (reading) {
    case CapacityReading::Agents:
        hint = tr("agents at the same time");
        meaning = tr("How many agents can take contacts at the same time");
        break;
    case CapacityReading::Waiting:
        hint = tr("contacts that may wait");
        meaning = tr("How many contacts may wait at the same time");
        break;
    case CapacityReading::System:
        hint = tr("agents and waiting places");
        meaning = tr("Agents and waiting places together");
        break;
    }
    m_ui->capacityHint->setText(hint);
    m_ui->capacitySpin->setToolTip(meaning);
}

void DefinitionForm::setRecommendation(const std::optional<CapacityEvidence> &recommendation)
{
    const bool isKnown = recommendation && recommendation->recommendedCapacity;
    m_ui->recommendationButton->setVisible(isKnown);
    m_ui->capacityHint->setVisible(!isKnown);
    if (!isKnown)
        return;
    const QString text = translated(recommendedSentence(*recommendation));
    m_ui->recommendationButton->setAccessibleName(text);
    m_ui->recommendationButton->setToolTip(tr("%1. See the wait times behind it.").arg(text));
    fitRecommendation();
}

/// In the room beside the capacity: a longer sentence is elided, and widens nothing.
void DefinitionForm::fitRecommendation()
{
    QPushButton *button = m_ui->recommendationButton;
    const QString arrow = QStringLiteral(" ›");
    const QFontMetrics metrics = button->fontMetrics();
    const int frame = 2 * metrics.averageCharWidth() + metrics.horizontalAdvance(arrow);
    const int room = m_ui->overflowTargetCombo->width() - m_ui->capacitySpin->width()
        - m_ui->capacityLine->spacing() - frame;
    button->setText(metrics.elidedText(button->accessibleName(), Qt::ElideRight, room) + arrow);
    button->setMaximumWidth(button->sizeHint().width());
}

void DefinitionForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Once the fields have their places.
    QMetaObject::invokeMethod(this, &DefinitionForm::fitRecommendation, Qt::QueuedConnection);
}

void DefinitionForm::setQueues(const QList<Queue> &queues, bool isComplete)
{
    m_queues = queues;
    m_areQueuesComplete = isComplete;
    m_binding->setQueues(queues, isComplete);
}

void DefinitionForm::setSkills(const QList<Skill> &skills, bool isComplete)
{
    m_ui->skillPicker->setSkills(skills, isComplete);
}

void DefinitionForm::setSkillNotice(const QString &notice) { m_ui->skillPicker->setNotice(notice); }

QString DefinitionForm::skillName(const SkillId &id) const { return m_ui->skillPicker->nameOf(id); }

QHash<QString, QString> DefinitionForm::skillNames(const QList<SkillId> &ids) const
{
    QHash<QString, QString> names;
    for (const SkillId &id : ids) {
        if (const QString name = skillName(id); !name.isEmpty())
            names.insert(id.value, name);
    }
    return names;
}

void DefinitionForm::addBeside(QWidget *part)
{
    m_ui->sideColumn->addWidget(part);
    // By these shares alone, whatever the parts hold: nothing moves when a line comes or goes.
    m_ui->sideColumn->setStretch(0, kSkillsShare);
    m_ui->sideColumn->setStretch(1, kBesideShare);
}

int DefinitionForm::narrowest() const
{
    const QMargins margins = m_ui->columns->contentsMargins();
    return margins.left() + margins.right()
        + std::max(m_ui->fields->minimumSizeHint().width(), m_ui->side->minimumSizeHint().width());
}

void DefinitionForm::arrangeFor(int width)
{
    const QMargins margins = m_ui->columns->contentsMargins();
    const int needed = margins.left() + margins.right() + m_ui->columns->spacing()
        + m_ui->fields->minimumSizeHint().width() + m_ui->side->minimumSizeHint().width();
    m_ui->columns->setDirection(
        width >= needed ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void DefinitionForm::takeOpened()
{
    m_touched.clear();
    m_isRevealed = !m_document.isNew();
    m_tenantProblems.clear();
    m_ruleValueProblem.clear();
    m_binding->forgetOverflowText();
    setQueues(m_queues, m_areQueuesComplete);
}

void DefinitionForm::takeChange(EditorField field)
{
    // What was found of the former value says nothing of this one.
    m_tenantProblems.removeIf(
        [field](const Problem &problem) { return fieldOf(problem.field) == field; });
    m_binding->fill();
}

void DefinitionForm::leave(QWidget *field)
{
    m_document.endTyping();
    if (field == m_ui->overflowTargetCombo)
        m_binding->settleOverflowText();
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
        if (place.field == EditorField::RoutingRules && !m_ruleValueProblem.isEmpty())
            lines.prepend(m_ruleValueProblem);
        const bool isError = hasErrors(found) || lines.size() > found.size();
        place.problem->say(isError ? StatusKind::Error : StatusKind::Warning, lines.join(u'\n'));
    }
    const Problems rules = problemsAt(EditorField::RoutingRules);
    m_ui->sameRulesButton->setVisible(
        std::any_of(rules.cbegin(), rules.cend(), [](const Problem &problem) {
            return problem.code == QLatin1StringView("rule_disagrees");
        }));
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
