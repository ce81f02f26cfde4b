#include "domain/problem.h"

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
        Sentence::tr("“%1” is missing. Every queue needs it; add it to the definition.", {field}));
}

Problem wrongType(const QString &field, const Sentence &expected, const Sentence &found)
{
    return error(field, "wrong_type",
        Sentence::tr("“%1” must be %2, but it is %3.", {field, expected, found}));
}

Problem emptyText(const QString &field)
{
    return error(field, "empty", Sentence::tr("“%1” is empty. Enter a text.", {field}));
}

Problem nameInvisible()
{
    return error("name", "name_invisible",
        Sentence::tr("The name has no visible character, so nobody could tell the queue from "
                     "another one. Give it a name that can be read."));
}

Problem nameControlCharacter(const QString &codePoint)
{
    return error("name", "name_control_character",
        Sentence::tr("The name contains the control character %1, which can't be seen and which a "
                     "tenant may drop. Remove it.",
            {codePoint}));
}

Problem nameOuterBlank()
{
    return error("name", "name_outer_blank",
        Sentence::tr("The name begins or ends with a blank. A tenant may cut it off, and the queue "
                     "could then not be found by its name. Remove the blank."));
}

Problem outOfRange(const QString &field, qint64 lowest, qint64 highest, const QString &found)
{
    return error(field, "out_of_range",
        Sentence::tr("“%1” is %2; it must be between %3 and %4.", {field, found, lowest, highest}));
}

Problem integerTooLarge(const QString &field, const QString &found)
{
    return error(field, "integer_too_large",
        Sentence::tr("“%1” is %2, which does not fit 64 bits and could not be sent exactly. Use a "
                     "smaller number or a string.",
            {field, found}));
}

Problem duplicateSkill(const QString &field, const QString &skillId)
{
    return warning(field, "duplicate_skill",
        Sentence::tr(
            "Skill group “%1” is listed more than once. Remove the duplicate.", {skillId}));
}

Problem serverAssigned(const QString &field)
{
    return warning(field, "server_assigned",
        Sentence::tr(
            "“%1” is set by the tenant and is not sent. Remove it from the definition.", {field}));
}

Problem ruleDisagrees(const QString &field, const QString &rule, qint64 ruleValue, qint64 value)
{
    return warning(field, "rule_disagrees",
        Sentence::tr("The routing rule “%1” says %2, but the queue's %1 is %3. Make them the same, "
                     "so that it is clear which one counts.",
            {rule, ruleValue, value}));
}

Problem nothingChanged()
{
    return error({}, "nothing_changed",
        Sentence::tr("Nothing has changed, so nothing was sent. Change a field first."));
}

Problem reasonMissing()
{
    return error({}, "reason_missing",
        Sentence::tr("This connection requires a reason for every change, and none was given. "
                     "Nothing was sent. Enter a reason, then try again."));
}

Problem capacityNotApproved(
    Severity severity, qint64 capacity, std::optional<qint64> present, const Sentence &why)
{
    const bool isRefused = severity == Severity::Error;
    const Sentence what = present
        ? Sentence::tr(
            "The capacity of %1 is above the present %2 and is not approved.", {capacity, *present})
        : Sentence::tr("The capacity of %1 for a new queue is not approved.", {capacity});
    const Sentence means = isRefused
        ? Sentence::tr("This connection requires an approval, so nothing is sent. Look at the wait "
                       "times, approve the capacity in the review, then try again.")
        : Sentence::tr("It is sent anyway. Look at the wait times and approve it in the review, so "
                       "that the reasons are on record.");
    return finding(
        severity, "capacity", "capacity_not_approved", Sentence::row({what, why, means}));
}

Problem nameTaken(const QString &name, const QString &otherId)
{
    return error("name", "name_taken",
        Sentence::tr("The tenant already has a queue named “%1” (id %2). Choose another name, or "
                     "change that queue.",
            {name, otherId}));
}

Problem nameLookalike(const QString &name, const QString &otherName, const QString &otherId)
{
    return warning("name", "name_lookalike",
        Sentence::tr(
            "The tenant has a queue named “%1” (id %2); “%3” differs from it in case or blanks "
            "only. The two are easily confused. Choose another name, unless you want both.",
            {otherName, otherId, name}));
}

Problem nameUnchecked(const Sentence &why)
{
    return warning("name", "name_unchecked",
        Sentence::tr("It could not be checked whether the name is free: %1 Look in the tenant's "
                     "console before you continue.",
            {why}));
}

Problem skillMissing(const QString &field, const QString &skillId)
{
    return error(field, "skill_missing",
        Sentence::tr("Skill group “%1” doesn't exist in the tenant. Remove it or pick another one.",
            {skillId}));
}

Problem skillsUnchecked(const Sentence &why)
{
    return warning("skillGroups", "skills_unchecked",
        Sentence::tr("The skill groups could not be checked: %1", {why}));
}

Problem skillListIncomplete(const Sentence &why)
{
    return error("skillGroups", "skill_list_incomplete",
        Sentence::tr("The tenant's list of skills is incomplete, so the skill groups can't be "
                     "checked: %1 Try again; if this persists, tell the tenant's operator.",
            {why}));
}

Problem overflowMissing(const QString &targetId)
{
    return error(kTarget, "overflow_missing",
        Sentence::tr("The overflow target “%1” doesn't exist in the tenant. Pick an existing "
                     "queue, or none.",
            {targetId}));
}

Problem overflowSelf(Severity severity)
{
    return finding(severity, kTarget, "overflow_self",
        Sentence::tr("The queue overflows to itself, so contacts would never leave it. Choose "
                     "another queue, or none."));
}

Problem overflowLoop(Severity severity, const QString &route)
{
    return finding(severity, kTarget, "overflow_loop",
        Sentence::tr("The overflow forms a loop: %1. Contacts would never arrive. Choose a target "
                     "outside the loop, or none.",
            {route}));
}

Problem overflowUnchecked(const Sentence &why)
{
    return warning(kTarget, "overflow_unchecked",
        Sentence::tr("The overflow target could not be checked: %1", {why}));
}

Problem overflowNone()
{
    return info(kTarget, "overflow_none",
        Sentence::tr("No overflow target: when the queue is full, contacts keep waiting."));
}

Problem queueListIncomplete(const Sentence &why)
{
    return error("name", "queue_list_incomplete",
        Sentence::tr(
            "The tenant's list of queues is incomplete, so the name and the overflow target can't "
            "be checked: %1 Try again; if this persists, tell the tenant's operator.",
            {why}));
}

Problem licenceExceeded(qint64 capacity, qint64 seats)
{
    return error("capacity", "licence_exceeded",
        Sentence::tr("The capacity of %1 exceeds the %2 licensed seats. Lower the capacity, or "
                     "license more seats first.",
            {capacity, seats}));
}

Problem licenceUnknown()
{
    return warning("capacity", "licence_unchecked",
        Sentence::tr(
            "The capacity could not be checked against the licence: the number of licensed seats "
            "isn't known. Give it with --licensed-agents or in the connection."));
}

Problem capacityAboveAgents(qint64 capacity, qint64 agents)
{
    return warning("capacity", "capacity_above_agents",
        Sentence::tr("The capacity of %1 exceeds the %2 agents who hold the chosen skills. The "
                     "rest can't be staffed.",
            {capacity, agents}));
}

Problem sharedSkills(qint64 queues, qint64 declared, qint64 agents)
{
    if (agents < 0)
        return info("skillGroups", "shared_skills",
            Sentence::tr(
                "Queues that share these skills: %1; with this one they declare a capacity of %2.",
                {queues, declared}));
    return info("skillGroups", "shared_skills",
        Sentence::tr("Queues that share these skills: %1; with this one they declare a capacity of "
                     "%2, and the chosen skills have %3 agents.",
            {queues, declared, agents}));
}

Problem twin(const QString &name, const QString &ownId, const QStringList &otherIds)
{
    return error("name", "twin",
        Sentence::tr("The tenant has “%1” more than once, with the same fields: %2 was taken over, "
                     "and there is also %3. Contacts may go to any of them. Find out in the "
                     "tenant's console which one is used, and remove the rest.",
            {name, ownId, otherIds.join(QStringLiteral(", "))}));
}

} // namespace problems

} // namespace queuesmith
