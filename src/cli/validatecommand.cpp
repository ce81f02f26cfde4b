#include "cli/validatecommand.h"

#include "cli/definitionfile.h"
#include "provisioning/approvalgate.h"
#include "provisioning/factsjob.h"

namespace queuesmith {

QString problemsText(const Problems &problems)
{
    QString text;
    for (const Problem &problem : problems) {
        const QString shape = problem.severity == Severity::Error ? QStringLiteral("■")
            : problem.severity == Severity::Warning               ? QStringLiteral("▲")
                                                                  : QStringLiteral("○");
        text += QStringLiteral("%1 %2: %3\n")
                    .arg(shape, severityWord(problem.severity), problem.message);
    }
    return text;
}

void ValidateCommand::start()
{
    const Result<ParsedDefinition> parsed = readDefinitionFile(line().words.last());
    if (!parsed) {
        fail(parsed.error());
        return;
    }
    const Problems own = parsed.value().problems;
    if (hasErrors(own)) {
        report(own);
        return;
    }
    QList<Right> rights{Right::ReadQueues};
    if (!parsed.value().definition.skillGroups.isEmpty())
        rights.append(Right::ReadSkills);
    m_job = new FactsJob(m_session.tenant(), m_session.connection().licensedAgents, rights, this);
    auto *live = new LiveLine(m_output, u'“' + parsed.value().definition.name + u'”', this);
    connect(m_job, &FactsJob::waiting, live, &LiveLine::setWaiting);
    const QueueDefinition definition = parsed.value().definition;
    connect(m_job, &FactsJob::finished, this, [this, own, definition, live] {
        live->clear();
        if (m_job->result())
            askForApproval(
                definition, own + checkAgainstTenant(definition, m_job->result().value()));
        else
            fail(m_job->result().error());
    });
    live->setStage(Stage::Validating);
    m_job->start();
}

void ValidateCommand::askForApproval(const QueueDefinition &definition, const Problems &problems)
{
    const ApprovalQuestion question{bindingOf(definition), m_session.connection().capacity, {},
        QDateTime::currentDateTimeUtc()};
    if (!demandsApproval(question.binding, question.settings.unapproved)) {
        report(problems);
        return;
    }
    const auto take = [this, problems](const Result<std::optional<ApprovalFinding>> &finding) {
        if (!finding)
            fail(finding.error());
        else
            report(problems + (finding.value() ? finding.value()->problems : Problems()));
    };
    Records *records = m_session.workplace().newRecords(this);
    records->openReadOnly(this, [this, records, question, problems, take](const Status &opened) {
        if (opened) {
            findApproval(*records, m_session.tenant().tenantId(), question, this, take);
        } else if (opened.error().code == QLatin1StringView("audit_missing")) {
            const ApprovalState none = approvalState(
                {}, question.binding, {}, question.now, question.settings.approvalDays);
            report(
                problems + approvalProblems(none, question.binding, question.settings.unapproved));
        } else {
            fail(opened.error());
        }
    });
}

void ValidateCommand::report(const Problems &problems)
{
    const bool valid = !hasErrors(problems);
    const QString verdict = valid ? tr("Valid: nothing stands in the way of provisioning it.\n")
                                  : tr("Not valid: fix the errors before provisioning it.\n");
    m_output.result(
        {{QStringLiteral("valid"), valid}, {QStringLiteral("problems"), toJson(problems)}},
        problemsText(problems) + verdict);
    Q_EMIT finished(valid ? ExitCode::Done : ExitCode::Rejected);
}

} // namespace queuesmith
