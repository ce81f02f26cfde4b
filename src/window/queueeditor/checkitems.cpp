#include "window/queueeditor/checkitems.h"

#include "window/appearance/sentences.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace queuesmith {

namespace {

struct CheckItemsTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::CheckItems)
};

/// The checks that have a line of their own; every other finding follows them.
enum class Check { Name, Licence, Skills, Overflow, Other };

Check checkOf(const Problem &problem)
{
    const auto is = [&problem](
                        const char *code) { return problem.code == QLatin1StringView(code); };
    if (problem.code.startsWith(QLatin1StringView("name_")) || is("queue_list_incomplete"))
        return Check::Name;
    if (is("licence_exceeded") || is("licence_unchecked"))
        return Check::Licence;
    if (is("skill_missing") || is("skills_unchecked") || is("skill_list_incomplete"))
        return Check::Skills;
    if (problem.code.startsWith(QLatin1StringView("overflow_")))
        return Check::Overflow;
    return Check::Other;
}

CheckItem itemOf(const Problem &problem)
{
    return {kindOf(problem), sentenceOf(problem), fieldOf(problem.field)};
}

class Describer {
public:
    explicit Describer(const CheckInput &input)
        : m_input(input)
        , m_now(input.definition)
    {
    }

    QList<CheckItem> describe()
    {
        addBlockers();
        addName();
        addLicence();
        addSkills();
        addOverflow();
        addOthers();
        return m_items;
    }

private:
    void add(StatusKind kind, const QString &text, EditorField field, bool isConflict = false)
    {
        m_items.append({kind, text, field, isConflict});
    }

    /// What was found for this check; false when there is nothing, so that it is fine.
    bool addFound(Check check) { return addFound(check, m_input.tenant); }
    bool addFound(Check check, const Problems &problems)
    {
        bool any = false;
        for (const Problem &problem : problems) {
            if (checkOf(problem) != check)
                continue;
            m_items.append(itemOf(problem));
            any = true;
        }
        return any;
    }

    /// Whether the verdict is still that of what the document says now.
    template <typename... Members> [[nodiscard]] bool holds(Members... members) const
    {
        return m_input.checked
            && ((std::invoke(members, *m_input.checked) == std::invoke(members, m_now)) && ...);
    }

    void addBlockers()
    {
        if (m_input.sendingForbidden)
            add(StatusKind::Error, sentenceOf(*m_input.sendingForbidden), EditorField::Whole);
        for (const QString &member : m_input.undecided)
            add(StatusKind::Error,
                CheckItemsTr::tr("“%1” was changed here and in the tenant. Choose which version "
                                 "counts under Compare.")
                    .arg(memberLabel(member)),
                fieldOf(member), true);
    }

    void addName()
    {
        if (m_now.name.trimmed().isEmpty()) {
            if (m_input.isAskedFor)
                add(StatusKind::Error, CheckItemsTr::tr("The name is empty. Name the queue."),
                    EditorField::Name);
            else
                add(StatusKind::Info, CheckItemsTr::tr("Name: not filled in yet"),
                    EditorField::Name);
        } else if (addFound(Check::Name, m_input.own)) {
            return; // whether a name is free that can't stay as it is doesn't matter yet
        } else if (!holds(&QueueDefinition::name)) {
            add(StatusKind::Waiting, CheckItemsTr::tr("Checking whether the name is free"),
                EditorField::Name);
        } else if (!addFound(Check::Name)) {
            add(StatusKind::Ok,
                m_input.isNew ? CheckItemsTr::tr("Name is free")
                              : CheckItemsTr::tr("No other queue has this name"),
                EditorField::Name);
        }
    }

    void addLicence()
    {
        if (!holds(&QueueDefinition::capacity)) {
            add(StatusKind::Waiting, CheckItemsTr::tr("Checking the licensed seats"),
                EditorField::Capacity);
        } else if (!addFound(Check::Licence) && m_input.licensedAgents) {
            add(StatusKind::Ok,
                CheckItemsTr::tr("%1 of %2 licensed seats")
                    .arg(QLocale().toString(m_now.capacity),
                        QLocale().toString(*m_input.licensedAgents)),
                EditorField::Capacity);
        }
    }

    void addSkills()
    {
        if (m_now.skillGroups.isEmpty())
            add(StatusKind::Info,
                CheckItemsTr::tr("No skill group is chosen, so no agent takes contacts here"),
                EditorField::SkillGroups);
        else if (!holds(&QueueDefinition::skillGroups))
            add(StatusKind::Waiting, CheckItemsTr::tr("Checking the skill groups"),
                EditorField::SkillGroups);
        else if (!addFound(Check::Skills))
            add(StatusKind::Ok, CheckItemsTr::tr("Every skill group exists"),
                EditorField::SkillGroups);
    }

    void addOverflow()
    {
        const bool isStale = !holds(&QueueDefinition::overflow, &QueueDefinition::name);
        const bool hasTarget = !m_now.overflow.target.isEmpty();
        const bool isListIncomplete =
            std::any_of(m_input.tenant.cbegin(), m_input.tenant.cend(), [](const Problem &one) {
                return one.code == QLatin1StringView("queue_list_incomplete");
            });
        if (!hasTarget)
            add(StatusKind::Info,
                CheckItemsTr::tr(
                    "No overflow target: when the queue is full, contacts keep waiting"),
                EditorField::OverflowTarget);
        else if (isStale)
            add(StatusKind::Waiting, CheckItemsTr::tr("Checking the overflow target"),
                EditorField::OverflowTarget);
        else if (!addFound(Check::Overflow))
            add(isListIncomplete ? StatusKind::Unknown : StatusKind::Ok,
                isListIncomplete
                    ? CheckItemsTr::tr("The overflow target could not be checked because the "
                                       "tenant's list of queues is incomplete")
                    : CheckItemsTr::tr("The overflow target exists and creates no loop"),
                EditorField::OverflowTarget);
    }

    void addOthers()
    {
        for (const Problem &problem : m_input.own) {
            const bool isEmptyName = problem.code == QLatin1StringView("empty")
                && problem.field == QLatin1StringView("name");
            if (!isEmptyName && checkOf(problem) != Check::Name)
                m_items.append(itemOf(problem));
        }
        for (const Problem &problem : m_input.tenantErrors)
            m_items.append(itemOf(problem));
        if (!holds(&QueueDefinition::skillGroups, &QueueDefinition::capacity))
            return;
        for (const Problem &problem : m_input.tenant) {
            if (checkOf(problem) == Check::Other)
                m_items.append(itemOf(problem));
        }
    }

    const CheckInput &m_input;
    const QueueDefinition &m_now;
    QList<CheckItem> m_items;
};

} // namespace

QList<CheckItem> describeChecks(const CheckInput &input) { return Describer(input).describe(); }

qsizetype firstForbidding(const QList<CheckItem> &items)
{
    const auto found = std::find_if(items.cbegin(), items.cend(),
        [](const CheckItem &item) { return item.kind == StatusKind::Error; });
    return found == items.cend() ? -1 : found - items.cbegin();
}

bool isUnchecked(const Problem &problem)
{
    return problem.code.endsWith(QLatin1StringView("_unchecked"));
}

StatusKind kindOf(const Problem &problem)
{
    return isUnchecked(problem) ? StatusKind::Unknown : statusOf(problem.severity);
}

} // namespace queuesmith
