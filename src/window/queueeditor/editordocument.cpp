#include "window/queueeditor/editordocument.h"

#include "window/queueeditor/threeway.h"

#include <QCryptographicHash>
#include <QUndoCommand>

namespace queuesmith {

namespace {

const QString kPriority = QStringLiteral("priority");
const QString kCapacity = QStringLiteral("capacity");

void follow(QList<RoutingRule> *rules, const QString &type, int value)
{
    for (RoutingRule &rule : *rules) {
        if (rule.type == type)
            rule.value = value;
    }
}

/// The rules `priority` and `capacity` say what their fields say; but one that came from the tenant
/// or a file with another value stays as it is until its field, or the rule, is changed.
void followFields(const QueueDefinition &before, EditorField field, QueueDefinition *changed)
{
    QList<RoutingRule> *rules = &changed->routingRules;
    if (field == EditorField::Priority)
        follow(rules, kPriority, changed->priority);
    if (field == EditorField::Capacity)
        follow(rules, kCapacity, changed->capacity);
    if (field != EditorField::RoutingRules)
        return;
    for (RoutingRule &rule : *rules) {
        if (before.routingRules.contains(rule))
            continue;
        if (rule.type == kPriority)
            rule.value = changed->priority;
        else if (rule.type == kCapacity)
            rule.value = changed->capacity;
    }
}

/// The tenant has the name already: that mustn't keep anybody from changing another field.
bool isAboutLetters(const Problem &problem)
{
    return problem.code.startsWith(QLatin1StringView("name_"));
}

} // namespace

class EditorDocument::Change final : public QUndoCommand {
    static constexpr int kTyping = 1;

public:
    Change(EditorDocument *document, EditorField field, QueueDefinition after)
        : QUndoCommand(EditorDocument::tr("change of “%1”").arg(label(field)))
        , m_document(document)
        , m_field(field)
        , m_typing(document->m_typing)
        , m_before(document->m_definition)
        , m_after(std::move(after))
    {
    }

    void undo() override { m_document->take(m_before, m_field); }
    void redo() override { m_document->take(m_after, m_field); }
    [[nodiscard]] int id() const override { return isTyped(m_field) ? kTyping : -1; }
    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *other = static_cast<const Change *>(next);
        if (other->m_field != m_field || other->m_typing != m_typing)
            return false;
        m_after = other->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    EditorDocument *m_document;
    EditorField m_field;
    int m_typing;
    QueueDefinition m_before;
    QueueDefinition m_after;
};

EditorDocument::EditorDocument(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    openNew(blank());
}

QueueDefinition EditorDocument::blank()
{
    QueueDefinition definition;
    definition.description.clear();
    definition.capacity = static_cast<int>(QueueDefinition::kMinCapacity);
    definition.routingRules = {
        {kPriority, definition.priority, {}}, {kCapacity, definition.capacity, {}}};
    return definition;
}

void EditorDocument::openNew(const QueueDefinition &definition, const Problems &problems)
{
    const QString time = m_clock.utcNow().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
    QueueDefinition shown = definition;
    // A file without a usable capacity leaves none; the form has no such value.
    if (shown.capacity < QueueDefinition::kMinCapacity) {
        shown.capacity = static_cast<int>(QueueDefinition::kMinCapacity);
        follow(&shown.routingRules, kCapacity, shown.capacity);
    }
    m_initial = shown;
    open(shown, std::nullopt, QStringLiteral("new-") + time, problems);
}

void EditorDocument::openExisting(const Queue &base)
{
    m_initial = base.definition;
    open(base.definition, base, draftKeyOf(base.id), {});
}

void EditorDocument::restore(
    const QString &key, const QueueDefinition &definition, const std::optional<Queue> &base)
{
    m_initial = base ? base->definition : blank();
    open(definition, base, key, {});
}

QString EditorDocument::title() const
{
    const QString name = m_definition.name.trimmed();
    return name.isEmpty() ? tr("New queue") : name;
}

void EditorDocument::adoptSaved(const Queue &queue) { openExisting(queue); }

void EditorDocument::open(const QueueDefinition &definition, const std::optional<Queue> &base,
    const QString &key, const Problems &importProblems)
{
    m_undo.clear();
    m_definition = definition;
    m_base = base;
    m_ancestor.reset();
    m_undecided.clear();
    m_key = key;
    m_importProblems = importProblems;
    m_tenantErrors.clear();
    m_entryProblem.reset();
    findProblems();
    Q_EMIT opened();
    Q_EMIT problemsChanged();
}

void EditorDocument::apply(EditorField field, QueueDefinition changed)
{
    followFields(m_definition, field, &changed);
    if (changed != m_definition)
        m_undo.push(new Change(this, field, std::move(changed)));
}

void EditorDocument::take(const QueueDefinition &definition, EditorField field)
{
    m_definition = definition;
    const auto isOfField = [field](
                               const Problem &problem) { return fieldOf(problem.field) == field; };
    m_importProblems.removeIf(isOfField);
    m_tenantErrors.removeIf(isOfField);
    findProblems();
    Q_EMIT changed(field);
    Q_EMIT problemsChanged();
}

void EditorDocument::findProblems()
{
    m_ownProblems = m_importProblems;
    for (Problem problem : parseDefinition(toJson(m_definition)).problems) {
        if (m_base && m_base->definition.name == m_definition.name && isAboutLetters(problem))
            problem.severity = Severity::Warning;
        if (!m_ownProblems.contains(problem))
            m_ownProblems.append(problem);
    }
    if (m_entryProblem)
        m_ownProblems.append(*m_entryProblem);
}

void EditorDocument::setEntryProblem(const std::optional<Problem> &problem)
{
    m_entryProblem = problem;
    findProblems();
    Q_EMIT problemsChanged();
}

void EditorDocument::setTenantErrors(const QList<FieldError> &errors)
{
    m_tenantErrors.clear();
    for (const FieldError &error : errors)
        m_tenantErrors.append({error.field, Severity::Error, error.code,
            tr("The tenant refused this: %1").arg(error.message)});
    Q_EMIT problemsChanged();
}

void EditorDocument::rebase(const Queue &theirs)
{
    if (!m_base)
        return;
    const QueueDefinition before = m_base->definition;
    m_undecided.clear();
    for (const MemberStates &state : compareStates(before, m_definition, theirs.definition)) {
        if (state.isConflict())
            m_undecided.insert(state.member);
    }
    m_ancestor = m_base;
    m_base = theirs;
    m_initial = theirs.definition;
    apply(EditorField::Whole, merged(before, m_definition, theirs.definition));
    Q_EMIT baseChanged();
}

void EditorDocument::takeTheirs(const QString &member)
{
    if (!m_base)
        return;
    m_undecided.remove(member);
    endTyping();
    apply(fieldOf(member), withMemberOf(m_definition, m_base->definition, member));
    endTyping();
    Q_EMIT baseChanged();
}

void EditorDocument::keepMine(const QString &member)
{
    m_undecided.remove(member);
    Q_EMIT baseChanged();
}

QString draftKeyOf(const QueueId &id)
{
    const QByteArray hash =
        QCryptographicHash::hash(id.value.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("queue-") + QString::fromLatin1(hash.first(32));
}

} // namespace queuesmith
