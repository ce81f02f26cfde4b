#include "cli/settlecommand.h"

#include "cli/liveline.h"
#include "provisioning/settlejob.h"

#include <QJsonArray>

namespace queuesmith {

void SettleCommand::start()
{
    m_job = m_session.workplace().settle(this);
    if (const Status status = takeDecisions(); !status) {
        fail(status.error());
        return;
    }
    auto *live = new LiveLine(m_output, QString(), this);
    connect(m_job, &SettleJob::waiting, live, &LiveLine::setWaiting);
    connect(m_job, &SettleJob::finished, this, [this, live] {
        live->clear();
        report();
    });
    live->setStage(Stage::SettlingEarlier);
    m_job->start();
}

/// A tenant that can't list queues leaves an operation unknown; then a person looks, and says.
Status SettleCommand::takeDecisions()
{
    const auto option = [this](const char *name) {
        return line().extra.value(QString::fromLatin1(name));
    };
    const QString absent = option("absent");
    const QString present = option("present");
    QList<SettleDecision> decisions;
    if (!absent.isEmpty())
        decisions.append({absent, {}, option("reason")});
    if (!present.isEmpty()) {
        const qsizetype equals = present.lastIndexOf(u'=');
        if (equals < 1 || equals == present.size() - 1) {
            return usageError(
                QStringLiteral("--present takes NAME=ID: the queue's name and the id that "
                               "the tenant gave it."));
        }
        decisions.append({present.left(equals), present.mid(equals + 1), option("reason")});
    }
    m_job->setDecisions(decisions);
    return Done{};
}

void SettleCommand::cancel()
{
    m_cancelled = true;
    m_job->cancel();
}

void SettleCommand::report()
{
    QJsonArray settled;
    QString text;
    bool complete = true;
    for (const Settled &one : m_job->settled()) {
        const ProvisionReport &report = one.report;
        QJsonObject json{{QStringLiteral("name"), report.queueName},
            {QStringLiteral("outcome"), word(report.outcome)},
            {QStringLiteral("queueId"), report.queueId},
            {QStringLiteral("exportStatus"), report.exportStatus}};
        if (report.error)
            json.insert(QStringLiteral("error"), toJson(*report.error));
        settled.append(json);
        text += QStringLiteral("%1: %2 %3\n")
                    .arg(report.queueName, word(report.outcome), report.queueId);
        if (report.error)
            text += QStringLiteral("    %1\n").arg(report.error->message);
        // That a creation turns out not to be applied is a settled answer too.
        const bool isThere = !report.queueId.isEmpty();
        complete = complete && (!isThere || report.isComplete());
    }
    const int open = m_job->stillOpen();
    text += open == 0 ? tr("Nothing is open.\n") : tr("Still open: %1.\n").arg(open);
    QJsonObject json{{QStringLiteral("settled"), settled}, {QStringLiteral("open"), open}};
    if (m_job->error())
        json.insert(QStringLiteral("error"), toJson(*m_job->error()));
    m_output.result(json, text);
    if (m_job->error())
        m_output.note(m_job->error()->message);

    if (m_job->error())
        Q_EMIT finished(exitCodeFor(*m_job->error()));
    else if (m_cancelled)
        Q_EMIT finished(ExitCode::Cancelled);
    else
        Q_EMIT finished(open == 0 && complete ? ExitCode::Done : ExitCode::Unfinished);
}

} // namespace queuesmith
