#include "cli/wfmcommand.h"

#include "cli/liveline.h"
#include "provisioning/exportjob.h"
#include "provisioning/wfmjob.h"

#include <QJsonArray>

namespace queuesmith {

namespace {

QJsonObject toJson(const ExportTask &task)
{
    QJsonObject json{{QStringLiteral("id"), task.exportId}, {QStringLiteral("name"), task.name},
        {QStringLiteral("status"), word(syncOf(task))}, {QStringLiteral("state"), word(task.state)},
        {QStringLiteral("queueId"), task.queueId}, {QStringLiteral("queueName"), task.queueName},
        {QStringLiteral("tenant"), task.tenant.origin}, {QStringLiteral("endpoint"), task.endpoint},
        {QStringLiteral("attempts"), task.attempts},
        {QStringLiteral("createdAt"), task.createdAt.toString(Qt::ISODateWithMs)},
        {QStringLiteral("updatedAt"), task.updatedAt.toString(Qt::ISODateWithMs)}};
    if (!task.lastError.isEmpty())
        json.insert(QStringLiteral("lastError"), task.lastError);
    return json;
}

QJsonObject toJson(const QList<ExportTask> &tasks)
{
    QJsonArray exports;
    for (const ExportTask &task : tasks)
        exports.append(toJson(task));
    return {{QStringLiteral("exports"), exports}};
}

QString exportsTable(const QList<ExportTask> &tasks)
{
    if (tasks.isEmpty())
        return WfmListCommand::tr("No exports.\n");
    QList<QStringList> rows;
    for (const ExportTask &task : tasks)
        rows.append({task.queueName, word(syncOf(task)), QString::number(task.attempts),
            task.exportId, task.endpoint, task.lastError});
    return textTable(
        {QStringLiteral("Queue"), QStringLiteral("Status"), QStringLiteral("Attempts"),
            QStringLiteral("Export"), QStringLiteral("Endpoint"), QStringLiteral("Last error")},
        rows, {2});
}

} // namespace

void WfmListCommand::start()
{
    m_session.records().listExports({}, this, [this](const Result<QList<ExportTask>> &result) {
        if (!result) {
            fail(result.error());
            return;
        }
        m_output.result(toJson(result.value()), exportsTable(result.value()));
        Q_EMIT finished(ExitCode::Done);
    });
}

void WfmRetryCommand::start()
{
    m_job = m_session.workplace().retryExports(this);
    auto *live = new LiveLine(m_output, QString(), this);
    connect(m_job, &WfmJob::attemptStarted, live, &LiveLine::setAttempt);
    connect(m_job, &WfmJob::waiting, live, &LiveLine::setWaiting);
    connect(m_job, &WfmJob::finished, this, [this, live] {
        live->clear();
        report();
    });
    live->setStage(Stage::Exporting);
    m_job->start();
}

void WfmRetryCommand::cancel()
{
    m_cancelled = true;
    m_job->cancel();
}

void WfmRetryCommand::report()
{
    const std::optional<Error> error = m_job->error();
    QJsonObject json = toJson(m_job->tasks());
    if (error) {
        json.insert(QStringLiteral("error"), queuesmith::toJson(*error));
        m_output.note(error->message);
    }
    m_output.result(json, exportsTable(m_job->tasks()));
    if (m_cancelled)
        Q_EMIT finished(ExitCode::Cancelled);
    else if (!error)
        Q_EMIT finished(ExitCode::Done);
    else if (error->kind == ErrorKind::Storage || error->kind == ErrorKind::NotAllowed)
        Q_EMIT finished(exitCodeFor(*error));
    else
        Q_EMIT finished(ExitCode::Unfinished);
}

} // namespace queuesmith
