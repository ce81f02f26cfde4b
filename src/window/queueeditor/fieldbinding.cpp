#include "window/queueeditor/fieldbinding.h"

#include "domain/queuefields.h"
#include "ui_definitionform.h"
#include "window/queueeditor/editordocument.h"
#include "window/queueeditor/overflowtargets.h"
#include "window/queueeditor/problemline.h"
#include "window/queueeditor/rulesmodel.h"

#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace queuesmith {

QWidget *fieldWidget(const QWidget &form, const QueueField &field)
{
    const QList<QWidget *> all = form.findChildren<QWidget *>();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&field](const QWidget *widget) {
        return widget->property("field").toString() == field.path
            && !qobject_cast<const ProblemLine *>(widget);
    });
    return found == all.cend() ? nullptr : *found;
}

FieldBinding::FieldBinding(EditorDocument &document, Ui::DefinitionForm &ui, QWidget *form)
    : QObject(form)
    , m_document(document)
    , m_ui(ui)
    , m_targets(new OverflowTargets(form))
    , m_rules(new RulesModel(form))
{
    m_ui.overflowTargetCombo->setModel(m_targets);
    m_ui.rulesTable->setModel(m_rules);
    connectFields(*form);
    connectRules();
}

void FieldBinding::setQueues(const QList<Queue> &queues, bool isComplete)
{
    QStringList types{QStringLiteral("standard")};
    for (const Queue &queue : queues) {
        if (!queue.definition.type.isEmpty() && !types.contains(queue.definition.type))
            types.append(queue.definition.type);
    }
    m_isFilling = true;
    m_ui.typeCombo->clear();
    m_ui.typeCombo->addItems(types);
    m_targets->setQueues(queues, m_document.base() ? m_document.base()->id : QueueId(), isComplete);
    m_isFilling = false;
    fill();
}

template <typename Assign> void FieldBinding::edit(EditorField field, Assign assign)
{
    if (m_isFilling)
        return;
    Q_EMIT edited(field);
    QueueDefinition changed = m_document.definition();
    assign(changed);
    m_document.apply(field, std::move(changed));
}

/// What is wrong with the value is for the document to say.
void FieldBinding::take(const QueueField &field, const QJsonValue &value)
{
    edit({field.path}, [&](QueueDefinition &to) {
        Problems ignored;
        field.read(field, value, &to, &ignored);
    });
}

void FieldBinding::connectFields(const QWidget &form)
{
    for (const QueueField &field : queueFields()) {
        QWidget *widget = fieldWidget(form, field);
        if (widget
            && (field.kind == FieldKind::Text || field.kind == FieldKind::Number
                || field.kind == FieldKind::Percent))
            connectField(field, widget);
    }
    connect(m_ui.skillPicker, &SkillPicker::chosenChanged, this, [this] {
        edit(EditorField::SkillGroups,
            [this](QueueDefinition &to) { to.skillGroups = m_ui.skillPicker->chosen(); });
    });
    connect(
        m_ui.overflowTargetCombo, &QComboBox::activated, this, &FieldBinding::chooseOverflowTarget);
    connect(m_ui.overflowTargetCombo->lineEdit(), &QLineEdit::editingFinished, this,
        &FieldBinding::settleOverflowText);
}

void FieldBinding::connectField(const QueueField &field, QWidget *widget)
{
    m_plain.insert(&field, widget);
    const auto takeText = [this, &field](const QString &text) { take(field, text); };
    if (auto *line = qobject_cast<QLineEdit *>(widget))
        connect(line, &QLineEdit::textChanged, this, takeText);
    else if (auto *combo = qobject_cast<QComboBox *>(widget))
        connect(combo, &QComboBox::editTextChanged, this, takeText);
    else if (auto *area = qobject_cast<QPlainTextEdit *>(widget))
        connect(area, &QPlainTextEdit::textChanged, this,
            [takeText, area] { takeText(area->toPlainText()); });
    else if (auto *spin = qobject_cast<QSpinBox *>(widget))
        connect(
            spin, &QSpinBox::valueChanged, this, [this, &field](int value) { take(field, value); });
}

void FieldBinding::connectRules()
{
    connect(m_rules, &RulesModel::editRequested, this, [this](const QList<RoutingRule> &rules) {
        edit(EditorField::RoutingRules, [&](QueueDefinition &to) { to.routingRules = rules; });
    });
    connect(m_rules, &RulesModel::valueJudged, this, &FieldBinding::ruleJudged);
    connect(m_ui.sameRulesButton, &QPushButton::clicked, this, &FieldBinding::makeRulesSame);
    connect(m_ui.addRuleButton, &QPushButton::clicked, this, &FieldBinding::addRule);
    connect(m_ui.removeRuleButton, &QPushButton::clicked, this, &FieldBinding::removeRule);
}

void FieldBinding::fill()
{
    m_isFilling = true;
    const QueueDefinition &definition = m_document.definition();
    for (auto plain = m_plain.cbegin(); plain != m_plain.cend(); ++plain)
        fillField(plain.value(), plain.key()->value(definition));
    m_rules->setRules(definition.routingRules);
    m_ui.skillPicker->setChosen(definition.skillGroups);
    fillOverflowTarget();
    m_isFilling = false;
    updateCaptions();
}

/// A text that is there already keeps its cursor.
void FieldBinding::fillField(QWidget *widget, const QJsonValue &value)
{
    const QString text = value.toString();
    if (auto *line = qobject_cast<QLineEdit *>(widget); line && line->text() != text)
        line->setText(text);
    else if (auto *combo = qobject_cast<QComboBox *>(widget); combo && combo->currentText() != text)
        combo->setEditText(text);
    else if (auto *area = qobject_cast<QPlainTextEdit *>(widget);
             area && area->toPlainText() != text)
        area->setPlainText(text);
    else if (auto *spin = qobject_cast<QSpinBox *>(widget))
        spin->setValue(value.toInt());
}

void FieldBinding::fillOverflowTarget()
{
    QComboBox *combo = m_ui.overflowTargetCombo;
    const int row = m_targets->rowFor(m_document.definition().overflow.target);
    if (combo->currentIndex() != row)
        combo->setCurrentIndex(row);
    if (!m_unknownTarget.isEmpty() && combo->currentText() != m_unknownTarget)
        combo->setEditText(m_unknownTarget);
}

void FieldBinding::chooseOverflowTarget(int row)
{
    setUnknownTarget({});
    edit(EditorField::OverflowTarget,
        [&](QueueDefinition &to) { to.overflow.target = m_targets->targetAt(row); });
}

void FieldBinding::settleOverflowText()
{
    QComboBox *combo = m_ui.overflowTargetCombo;
    const QString text = combo->currentText().trimmed();
    const int row = m_targets->rowNamed(text);
    if (row >= 0) {
        chooseOverflowTarget(row);
        combo->setCurrentIndex(row);
        combo->setEditText(combo->itemText(row));
    } else {
        setUnknownTarget(text);
    }
}

void FieldBinding::setUnknownTarget(const QString &text)
{
    if (m_unknownTarget == text)
        return;
    m_unknownTarget = text;
    const std::optional<Queue> &base = m_document.base();
    const bool isItself = text == m_document.definition().name
        || (base && (text == base->definition.name || text == base->id.value));
    m_document.setEntryProblem(text.isEmpty()
            ? std::nullopt
            : std::optional(Problem{QStringLiteral("overflow.overflowTargetId"), Severity::Error,
                QStringLiteral("unknown_target"),
                isItself ? tr("A queue can't overflow to itself. "
                              "Choose another one, or none.")
                         : tr("No queue is called “%1”. Choose "
                              "one from the list, or none.")
                               .arg(text)}));
}

/// The fields are what the tenant routes by; the rules follow them.
void FieldBinding::makeRulesSame()
{
    QList<RoutingRule> rules = m_rules->rules();
    for (RoutingRule &rule : rules) {
        if (rule.type == QLatin1StringView("priority"))
            rule.value = m_document.definition().priority;
        else if (rule.type == QLatin1StringView("capacity"))
            rule.value = m_document.definition().capacity;
    }
    edit(EditorField::RoutingRules, [&](QueueDefinition &to) { to.routingRules = rules; });
}

void FieldBinding::addRule()
{
    QList<RoutingRule> rules = m_rules->rules();
    rules.append({QStringLiteral("rule"), QJsonValue(QString()), {}});
    edit(EditorField::RoutingRules, [&](QueueDefinition &to) { to.routingRules = rules; });
    const QModelIndex type = m_rules->index(m_rules->rowCount() - 1, RulesModel::Type);
    m_ui.rulesTable->setCurrentIndex(type);
    m_ui.rulesTable->edit(type);
}

void FieldBinding::removeRule()
{
    const int row = m_ui.rulesTable->currentIndex().row();
    if (row < 0)
        return;
    QList<RoutingRule> rules = m_rules->rules();
    rules.removeAt(row);
    edit(EditorField::RoutingRules, [&](QueueDefinition &to) { to.routingRules = rules; });
    m_ui.rulesTable->setCurrentIndex(
        m_rules->index(std::min(row, m_rules->rowCount() - 1), RulesModel::Type));
}

void FieldBinding::updateCaptions()
{
    const QueueDefinition &definition = m_document.definition();
    const bool hasTarget = !definition.overflow.target.isEmpty();
    m_ui.overflowThresholdSpin->setEnabled(hasTarget);
    const int busy = definition.capacity * definition.overflow.threshold / 100;
    m_ui.overflowThresholdHint->setText(hasTarget
            ? tr("= %1 of %2 agents busy")
                  .arg(QLocale().toString(busy), QLocale().toString(definition.capacity))
            : tr("contacts keep waiting"));
}

} // namespace queuesmith
