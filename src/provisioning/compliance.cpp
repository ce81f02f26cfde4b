#include "provisioning/compliance.h"

#include "domain/queuediff.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace queuesmith {

namespace {

QString inShort(const QJsonValue &value)
{
    if (value.isUndefined())
        return QStringLiteral("nothing");
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2)).left(200);
}

ComplianceCheck licenceCheck(const QueueDefinition &definition, const TenantFacts &facts)
{
    ComplianceCheck check{QStringLiteral("licence"), {}, {}};
    if (!facts.licensedAgents) {
        check.detail = QStringLiteral("The number of licensed seats isn't known.");
        return check;
    }
    check.ok = definition.capacity <= *facts.licensedAgents;
    check.detail = QStringLiteral("Capacity %1 of %2 licensed seats.")
                       .arg(definition.capacity)
                       .arg(*facts.licensedAgents);
    return check;
}

ComplianceCheck skillsCheck(
    const QueueDefinition &definition, const TenantFacts &facts, const Problems &problems)
{
    ComplianceCheck check{QStringLiteral("skills"), {}, {}};
    if (definition.skillGroups.isEmpty()) {
        check.ok = true;
        check.detail = QStringLiteral("No skill groups are declared.");
        return check;
    }
    if (!facts.skills || !facts.skills->complete()) {
        check.detail = QStringLiteral("The tenant's skills could not be read in full.");
        return check;
    }
    check.ok = std::none_of(problems.cbegin(), problems.cend(), [](const Problem &problem) {
        return problem.severity == Severity::Error
            && problem.field.startsWith(QLatin1StringView("skillGroups"));
    });
    check.detail = QStringLiteral("Declared skill groups: %1.").arg(definition.skillGroups.size());
    return check;
}

} // namespace

QList<ComplianceCheck> preflightCompliance(
    const QueueDefinition &definition, const TenantFacts &facts, const Problems &problems)
{
    return {licenceCheck(definition, facts), skillsCheck(definition, facts, problems)};
}

ComplianceCheck approvalCompliance(
    const std::optional<QString> &reason, const std::optional<ApprovalState> &approval)
{
    ComplianceCheck check{QStringLiteral("approval"), true, {}};
    QStringList details;
    if (reason) {
        const bool given = !reason->trimmed().isEmpty();
        check.ok = given;
        details.append(
            given ? QStringLiteral("A reason was given.") : QStringLiteral("No reason was given."));
    }
    if (approval) {
        check.ok = *check.ok && approval->isValid();
        details.append(approval->why.english());
    }
    check.detail = details.join(u' ');
    return check;
}

QList<ComplianceCheck> readBackCompliance(
    const QJsonObject &ours, const std::optional<QJsonObject> &theirs, const QString &why)
{
    QList<ComplianceCheck> checks;
    if (ours.isEmpty())
        checks.append({QStringLiteral("read_back"), {},
            QStringLiteral("What was declared can't be read in the journal any more.")});
    for (auto member = ours.begin(); member != ours.end(); ++member) {
        ComplianceCheck check{QStringLiteral("read_back:") + member.key(), {}, why};
        if (theirs) {
            const QJsonValue other = theirs->value(member.key());
            check.ok = isCovered(member.key(), member.value(), other);
            check.detail = *check.ok ? QString()
                                     : QStringLiteral("Declared %1, the tenant has %2.")
                                           .arg(inShort(member.value()), inShort(other));
        }
        checks.append(check);
    }
    return checks;
}

QList<ComplianceCheck> complianceOf(const Problems &readBackProblems)
{
    QList<ComplianceCheck> checks;
    for (const Problem &problem : readBackProblems) {
        if (problem.severity == Severity::Error)
            checks.append({problem.code, false, problem.message});
    }
    return checks;
}

Compliance concludeCompliance(const QList<ComplianceCheck> &checks, const QDateTime &now)
{
    Compliance compliance;
    compliance.checks = checks;
    compliance.verifiedAt = now;
    bool failed = false;
    bool unchecked = checks.isEmpty();
    for (const ComplianceCheck &check : checks) {
        failed = failed || !check.ok.value_or(true);
        unchecked = unchecked || !check.ok;
    }
    if (failed)
        compliance.verified = false;
    else if (!unchecked)
        compliance.verified = true;
    return compliance;
}

} // namespace queuesmith
