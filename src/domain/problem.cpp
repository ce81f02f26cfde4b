#include "problem.h"

#include <algorithm>

namespace queuesmith {

Sentence wholeSentence(const Problem &problem) { return toldAs(problem.said, problem.message); }

bool hasErrors(const Problems &problems)
{
    return std::any_of(problems.cbegin(), problems.cend(),
        [](const Problem &problem) { return problem.severity == Severity::Error; });
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("error");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Info:
        break;
    }
    return QStringLiteral("info");
}

QJsonObject toJson(const Problem &problem)
{
    return {{QStringLiteral("field"), problem.field},
        {QStringLiteral("severity"), severityWord(problem.severity)},
        {QStringLiteral("code"), problem.code}, {QStringLiteral("message"), problem.message}};
}

QJsonArray toJson(const Problems &problems)
{
    QJsonArray array;
    for (const Problem &problem : problems)
        array.append(toJson(problem));
    return array;
}

namespace problems {

namespace {
constexpr auto kTarget = "overflow.overflowTargetId";

Problem finding(Severity severity, QAnyStringView field, const char *code, const Sentence &said)
{
    return {field.toString(), severity, QString::fromLatin1(code), said.english(), said};
}
Problem error(QAnyStringView field, const char *code, const Sentence &said)
{
    return finding(Severity::Error, field, code, said);
}
Problem warning(QAnyStringView field, const char *code, const Sentence &said)
{
    return finding(Severity::Warning, field, code, said);
}
Problem info(QAnyStringView field, const char *code, const Sentence &said)
{
    return finding(Severity::Info, field, code, said);
}
} // namespace

Problem requiredMember(const QString &field)
{
    return error(field, "required",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "“%1” is missing. Every queue needs it; add it to the definition."),
            {field}));
}

Problem wrongType(const QString &field, const Sentence &expected, const Sentence &found)
{
    return error(field, "wrong_type",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence", "“%1” must be %2, but it is %3."),
            {field, expected, found}));
}

Problem emptyText(const QString &field)
{
    return error(field, "empty",
        Sentence(
            QT_TRANSLATE_NOOP("queuesmith::Sentence", "“%1” is empty. Enter a text."), {field}));
}

Problem nameInvisible()
{
    return error("name", "name_invisible",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
            "The name has no visible character, so nobody could tell the queue from another one. "
            "Give it a name that can be read.")));
}

Problem nameControlCharacter(const QString &codePoint)
{
    return error("name", "name_control_character",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "The name contains the control character %1, which can't be seen and which a "
                     "tenant may drop. Remove it."),
            {codePoint}));
}

Problem nameOuterBlank()
{
    return error("name", "name_outer_blank",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
            "The name begins or ends with a blank. A tenant may cut it off, and the queue could "
            "then not be found by its name. Remove the blank.")));
}

Problem outOfRange(const QString &field, qint64 lowest, qint64 highest, const QString &found)
{
    return error(field, "out_of_range",
        Sentence(
            QT_TRANSLATE_NOOP("queuesmith::Sentence", "“%1” is %2; it must be between %3 and %4."),
            {field, found, QString::number(lowest), QString::number(highest)}));
}

Problem integerTooLarge(const QString &field, const QString &found)
{
    return error(field, "integer_too_large",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "“%1” is %2, which does not fit 64 bits and could not be sent exactly. Use a "
                     "smaller number or a string."),
            {field, found}));
}

Problem duplicateSkill(const QString &field, const QString &skillId)
{
    return warning(field, "duplicate_skill",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "Skill group “%1” is listed more than once. Remove the duplicate."),
            {skillId}));
}

Problem serverAssigned(const QString &field)
{
    return warning(field, "server_assigned",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "“%1” is set by the tenant and is not sent. Remove it from the definition."),
            {field}));
}

Problem ruleDisagrees(const QString &field, const QString &rule, qint64 ruleValue, qint64 value)
{
    return warning(field, "rule_disagrees",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "The routing rule “%1” says %2, but the queue's %1 is %3. "
                     "Make them the same, so that it is clear which one counts."),
            {rule, QString::number(ruleValue), QString::number(value)}));
}

Problem nothingChanged()
{
    return error({}, "nothing_changed",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
            "Nothing has changed, so nothing was sent. Change a field first.")));
}

Problem reasonMissing()
{
    return error({}, "reason_missing",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
            "This connection requires a reason for every change, and none was given. Nothing was "
            "sent. Enter a reason, then try again.")));
}

Problem capacityNotApproved(
    Severity severity, qint64 capacity, std::optional<qint64> present, const Sentence &why)
{
    const bool isRefused = severity == Severity::Error;
    const Sentence what = present
        ? Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                       "The capacity of %1 is above the present %2 and is not approved."),
            {QString::number(capacity), QString::number(*present)})
        : Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                       "The capacity of %1 for a new queue is not approved."),
            {QString::number(capacity)});
    const Sentence means = isRefused
        ? Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
            "This connection requires an approval, so nothing is sent. Look at the wait times, "
            "approve the capacity in the review, then try again."))
        : Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
            "It is sent anyway. Look at the wait times and approve it in the review, so that the "
            "reasons are on record."));
    return finding(
        severity, "capacity", "capacity_not_approved", Sentence::row({what, why, means}));
}

Problem nameTaken(const QString &name, const QString &otherId)
{
    return error("name", "name_taken",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "The tenant already has a queue named “%1” (id %2). Choose another name, or "
                     "change that queue."),
            {name, otherId}));
}

Problem nameLookalike(const QString &name, const QString &otherName, const QString &otherId)
{
    return warning("name", "name_lookalike",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "The tenant has a queue named “%1” (id %2); “%3” differs from it in case or "
                     "blanks only. The two are easily confused. Choose another name, unless you "
                     "want both."),
            {otherName, otherId, name}));
}

Problem nameUnchecked(const Sentence &why)
{
    return warning("name", "name_unchecked",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "It could not be checked whether the name is free: %1 Look in the tenant's "
                     "console before you continue."),
            {why}));
}

Problem skillMissing(const QString &field, const QString &skillId)
{
    return error(field, "skill_missing",
        Sentence(
            QT_TRANSLATE_NOOP("queuesmith::Sentence",
                "Skill group “%1” doesn't exist in the tenant. Remove it or pick another one."),
            {skillId}));
}

Problem skillsUnchecked(const Sentence &why)
{
    return warning("skillGroups", "skills_unchecked",
        Sentence(
            QT_TRANSLATE_NOOP("queuesmith::Sentence", "The skill groups could not be checked: %1"),
            {why}));
}

Problem skillListIncomplete(const Sentence &why)
{
    return error("skillGroups", "skill_list_incomplete",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "The tenant's list of skills is incomplete, so the skill groups can't be "
                     "checked: %1 Try again; if this persists, tell the tenant's operator."),
            {why}));
}

Problem overflowMissing(const QString &targetId)
{
    return error(kTarget, "overflow_missing",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "The overflow target “%1” doesn't exist in the tenant. "
                     "Pick an existing queue, or none."),
            {targetId}));
}

Problem overflowSelf(Severity severity)
{
    return finding(severity, kTarget, "overflow_self",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
            "The queue overflows to itself, so contacts would never leave it. Choose another "
            "queue, or none.")));
}

Problem overflowLoop(Severity severity, const QString &route)
{
    return finding(severity, kTarget, "overflow_loop",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "The overflow forms a loop: %1. Contacts would never arrive. Choose a target "
                     "outside the loop, or none."),
            {route}));
}

Problem overflowUnchecked(const Sentence &why)
{
    return warning(kTarget, "overflow_unchecked",
        Sentence(QT_TRANSLATE_NOOP(
                     "queuesmith::Sentence", "The overflow target could not be checked: %1"),
            {why}));
}

Problem overflowNone()
{
    return info(kTarget, "overflow_none",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
            "No overflow target: when the queue is full, contacts keep waiting.")));
}

Problem queueListIncomplete(const Sentence &why)
{
    return error("name", "queue_list_incomplete",
        Sentence(
            QT_TRANSLATE_NOOP("queuesmith::Sentence",
                "The tenant's list of queues is incomplete, so the name and the overflow target "
                "can't be checked: %1 Try again; if this persists, tell the tenant's operator."),
            {why}));
}

Problem licenceExceeded(qint64 capacity, qint64 seats)
{
    return error("capacity", "licence_exceeded",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "The capacity of %1 exceeds the %2 licensed seats. Lower the capacity, or "
                     "license more seats first."),
            {QString::number(capacity), QString::number(seats)}));
}

Problem licenceUnknown()
{
    return warning("capacity", "licence_unchecked",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
            "The capacity could not be checked against the licence: the number of "
            "licensed seats isn't known. Give it with --licensed-agents or in the connection.")));
}

Problem capacityAboveAgents(qint64 capacity, qint64 agents)
{
    return warning("capacity", "capacity_above_agents",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "The capacity of %1 exceeds the %2 agents who hold the chosen skills. The "
                     "rest can't be staffed."),
            {QString::number(capacity), QString::number(agents)}));
}

Problem sharedSkills(qint64 queues, qint64 declared, qint64 agents)
{
    if (agents < 0)
        return info("skillGroups", "shared_skills",
            Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                         "Queues that share these skills: %1; with this one they declare a "
                         "capacity of %2."),
                {QString::number(queues), QString::number(declared)}));
    return info("skillGroups", "shared_skills",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "Queues that share these skills: %1; with this one they declare a capacity of "
                     "%2, and the chosen skills have %3 agents."),
            {QString::number(queues), QString::number(declared), QString::number(agents)}));
}

Problem twin(const QString &name, const QString &ownId, const QStringList &otherIds)
{
    return error("name", "twin",
        Sentence(QT_TRANSLATE_NOOP("queuesmith::Sentence",
                     "The tenant has “%1” more than once, with the same fields: %2 was taken over, "
                     "and there is also %3. Contacts may go to any of them. Find out in the "
                     "tenant's console which one is used, and remove the rest."),
            {name, ownId, otherIds.join(QStringLiteral(", "))}));
}

} // namespace problems

} // namespace queuesmith
