#include "cli/provisioncommand.h"

#include "cli/definitionfile.h"
#include "cli/liveline.h"
#include "cli/validatecommand.h"
#include "domain/figures.h"
#include "provisioning/provisionjob.h"

#include <QJsonArray>

namespace queuesmith {

namespace {

QJsonObject toJson(const ProvisionReport &report)
{
    QJsonArray sequence;
    for (const qint64 seq : report.auditSeq)
        sequence.append(seq);
    const Compliance &compliance = report.compliance;
    QJsonObject json{{QStringLiteral("outcome"), word(report.outcome)},
        {QStringLiteral("queueId"), report.queueId},
        {QStringLiteral("queueName"), report.queueName},
        {QStringLiteral("latencySeconds"), static_cast<double>(report.latency.count()) / 1000.0},
        {QStringLiteral("attempts"), report.attempts},
        {QStringLiteral("export"),
            QJsonObject{{QStringLiteral("id"), report.exportId},
                {QStringLiteral("status"), report.exportStatus}}},
        {QStringLiteral("complianceVerified"),
            compliance.verified ? QJsonValue(*compliance.verified) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("problems"), queuesmith::toJson(report.problems)},
        {QStringLiteral("auditSeq"), sequence}};
    if (report.error)
        json.insert(QStringLiteral("error"), queuesmith::toJson(*report.error));
    return json;
}

QString outcomeText(const ProvisionReport &report)
{
    const QString attempts = report.attempts == 1
        ? ProvisionCommand::tr("1 request")
        : ProvisionCommand::tr("%1 requests").arg(report.attempts);
    const QString latency = latencySentence(report.latency).english();
    switch (report.outcome) {
    case ProvisionOutcome::Created:
        return ProvisionCommand::tr("● Created “%1” as %2, with %3 in %4.\n")
            .arg(report.queueName, report.queueId, attempts, latency);
    case ProvisionOutcome::Adopted:
        return ProvisionCommand::tr(
            "● “%1” is already there, identical: taken over as %2, after %3 in %4.\n")
            .arg(report.queueName, report.queueId, attempts, latency);
    case ProvisionOutcome::Updated:
        return ProvisionCommand::tr("● Changed “%1” (%2), with %3 in %4.\n")
            .arg(report.queueName, report.queueId, attempts, latency);
    case ProvisionOutcome::Rejected:
        return ProvisionCommand::tr("■ Rejected “%1”: nothing was sent.\n").arg(report.queueName);
    case ProvisionOutcome::Failed:
        return ProvisionCommand::tr("■ “%1” was not created.\n").arg(report.queueName);
    case ProvisionOutcome::Cancelled:
        return ProvisionCommand::tr("■ Cancelled: “%1” was not created.\n").arg(report.queueName);
    case ProvisionOutcome::Unknown:
        break;
    }
    return ProvisionCommand::tr("◆ “%1”: the outcome isn't known yet.\n").arg(report.queueName);
}

QString exportText(const ProvisionReport &report)
{
    if (report.exportStatus == QLatin1StringView("none"))
        return {};
    if (report.exportStatus == QLatin1StringView("pending"))
        return ProvisionCommand::tr("▲ Event stream: still to be delivered; use wfm retry.\n");
    return ProvisionCommand::tr("● Event stream: %1, export %2.\n")
        .arg(report.exportStatus, report.exportId);
}

QString complianceText(const ProvisionReport &report)
{
    if (report.compliance.checks.isEmpty())
        return {};
    QString text;
    if (report.compliance.verified == true)
        text = ProvisionCommand::tr(
            "● Verified: licence, skills and every declared field, read back.\n");
    else if (report.compliance.verified == false)
        text = ProvisionCommand::tr("■ Not as declared:\n");
    else
        text = ProvisionCommand::tr("◆ Not everything could be verified:\n");
    for (const ComplianceCheck &check : report.compliance.checks) {
        if (check.ok != true)
            text += QStringLiteral("    %1: %2\n").arg(check.check, check.detail);
    }
    return text;
}

QString reportText(const ProvisionReport &report, const QString &auditFile)
{
    QString text = problemsText(report.problems) + outcomeText(report) + exportText(report);
    if (report.error)
        text += QStringLiteral("    %1\n").arg(report.error->message);
    if (report.error && report.error->code == QLatin1StringView("reason_missing"))
        text += ProvisionCommand::tr("    Give it with --reason TEXT.\n");
    text += complianceText(report);
    if (!report.auditSeq.isEmpty()) {
        QStringList numbers;
        for (const qint64 seq : report.auditSeq)
            numbers.append(QString::number(seq));
        text += ProvisionCommand::tr("On record: %1, records %2.\n")
                    .arg(auditFile, numbers.join(QStringLiteral(", ")));
    }
    return text;
}

} // namespace

void ProvisionCommand::start()
{
    const Result<ParsedDefinition> definition = readDefinitionFile(line().words.last());
    if (!definition) {
        fail(definition.error());
        return;
    }
    m_job = m_session.workplace().provision(definition.value(), this);
    m_job->setReason(line().extra.value(QStringLiteral("reason")));
    auto *live = new LiveLine(m_output, u'“' + definition.value().definition.name + u'”', this);
    connect(m_job, &ProvisionJob::stageChanged, live, &LiveLine::setStage);
    connect(m_job, &ProvisionJob::attemptStarted, live, &LiveLine::setAttempt);
    connect(m_job, &ProvisionJob::waiting, live, &LiveLine::setWaiting);
    connect(m_job, &ProvisionJob::finished, this, [this, live](const ProvisionReport &report) {
        live->clear();
        this->report(report);
    });
    m_job->start();
}

void ProvisionCommand::cancel()
{
    m_cancelled = true;
    m_job->cancel();
}

void ProvisionCommand::report(const ProvisionReport &report)
{
    m_output.result(toJson(report), reportText(report, m_session.auditFile()));
    const ExitCode code = exitCodeFor(report);
    const bool wasStopped = m_cancelled && code != ExitCode::Storage;
    Q_EMIT finished(wasStopped ? ExitCode::Cancelled : code);
}

} // namespace queuesmith
