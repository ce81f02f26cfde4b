#include "provisioning/exportjob.h"

#include "cxone/tenantclient.h"
#include "domain/logcategories.h"
#include "domain/logline.h"
#include "provisioning/operationcontext.h"
#include "records/records.h"

#include <QUuid>

#include <algorithm>

namespace queuesmith {

EventStreamSync syncOf(const ExportTask &task)
{
    if (task.state != ExportState::Delivered)
        return EventStreamSync::Pending;
    for (const EventStreamSync sync : {EventStreamSync::Active, EventStreamSync::Failed}) {
        if (word(sync) == task.status)
            return sync;
    }
    return EventStreamSync::Initiated;
}

ExportJob::ExportJob(const ProvisioningServices &services, const ProvisioningSettings &settings,
    ExportTask task, bool maySend, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_task(std::move(task))
    , m_maySend(maySend)
{
}

void ExportJob::start()
{
    m_services.clock.callAfter(std::chrono::milliseconds(0), this, [this] {
        if (m_task.state == ExportState::Sent || m_task.state == ExportState::Unknown)
            lookForIt();
        else
            order();
    });
}

void ExportJob::cancel()
{
    if (!m_cancelled)
        m_cancelledAt = m_services.clock.elapsed();
    m_cancelled = true;
    if (m_readBack)
        m_readBack->finishSoon();
    else if (m_call)
        m_call->cancel();
}

void ExportJob::retryNow()
{
    if (m_readBack)
        m_readBack->lookNow();
    else if (m_call)
        m_call->retryNow();
}

void ExportJob::order()
{
    const WfmDestination destination =
        destinationFor(m_task.endpoint, m_task.headerNames, m_settings.wfm);
    if (destination.endpoint.isEmpty()) {
        m_error = Error::of(ErrorKind::Usage, "wfm_destination_missing",
            Sentence::tr("The export of “%1” needs header values or a query that are never stored. "
                         "Enter the WFM endpoint and its headers again, then retry the export.",
                {m_task.queueName}));
        Q_EMIT finished();
        return;
    }
    m_task.endpoint = storedEndpoint(destination.endpoint);
    m_task.headerNames.clear();
    for (const auto &[name, value] : destination.headers)
        m_task.headerNames.append(QString::fromLatin1(name));

    const bool isNewIntent = m_task.state == ExportState::Pending;
    if (!isNewIntent) {
        send(destination);
        return;
    }
    m_task.correlationId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record(ExportState::Sent, AuditOutcome::Intent, [this, destination] { send(destination); });
}

void ExportJob::send(const WfmDestination &destination)
{
    if (m_cancelled) {
        settle(ExportState::Pending, AuditOutcome::Cancelled);
        return;
    }
    ++m_rounds;
    qCInfo(lcWfm) << LogLine(
        "send", {{"export", m_task.name}, {"queue", m_task.queueName}, {"round", m_rounds}});
    const EventStreamOrder order{
        m_task.name, QueueId{m_task.queueId}, destination.endpoint, destination.headers};
    m_call = m_services.tenant.createExport(
        order, this, [this](const ExportAnswer &answer) { takeAnswer(answer); });
    connect(m_call, &Call::attemptStarted, this, &ExportJob::attemptStarted);
    connect(m_call, &Call::waiting, this, &ExportJob::waiting);
}

void ExportJob::takeAnswer(const ExportAnswer &answer)
{
    m_call.clear();
    m_task.attempts += answer.http.attempts;
    m_httpStatus = answer.http.response.status;
    if (answer.stream) {
        delivered(answer.stream->id.value, answer.stream->status);
        return;
    }
    m_error = answer.http.error;
    if (answer.http.applied == Applied::Unknown) {
        lookForIt();
        return;
    }
    settle(ExportState::Pending, m_cancelled ? AuditOutcome::Cancelled : AuditOutcome::Failure);
}

void ExportJob::lookForIt()
{
    const LookFunction look = [this](QObject *context, std::function<void(const Look &)> done) {
        return m_services.tenant.findExport(m_task.name, context,
            [this, done = std::move(done)](const Result<std::optional<EventStreamExport>> &result) {
                if (!result) {
                    done(lookThatFailed(result.error()));
                    return;
                }
                if (result.value()) {
                    m_foundId = result.value()->id.value;
                    m_foundStatus = result.value()->status;
                }
                done({result.value() ? Look::Answer::Found : Look::Answer::Absent, {}});
            });
    };
    const auto window = std::min(m_settings.settleWindow, kLongestWindow);
    m_readBack = new ReadBack(m_services.clock, look, window, this);
    connect(m_readBack, &ReadBack::waiting, this, &ExportJob::waiting);
    connect(m_readBack, &ReadBack::finished, this, &ExportJob::takeLook);
    m_readBack->start();
    if (m_cancelled)
        m_readBack->finishSoon(std::max(
            m_cancelledAt + kLastLook - m_services.clock.elapsed(), std::chrono::milliseconds(0)));
}

void ExportJob::takeLook(const Look &look)
{
    qCInfo(lcSettle) << LogLine(
        "looked_for_export", {{"export", m_task.name}, {"answer", word(look.answer)}});
    m_readBack->deleteLater();
    m_readBack.clear();
    if (look.answer == Look::Answer::Found) {
        delivered(m_foundId, m_foundStatus);
        return;
    }
    const bool maySendAgain = m_maySend && !m_cancelled && m_rounds < m_settings.limits.maxAttempts;
    if (look.answer == Look::Answer::Absent && maySendAgain) {
        order();
        return;
    }
    if (!m_error) {
        m_error = Error::of(ErrorKind::UnknownEffect, "export_not_delivered",
            Sentence::tr("The tenant does not have the export of “%1”. It has not been delivered "
                         "yet; retry the export.",
                {m_task.queueName}));
    }
    if (look.answer == Look::Answer::Absent)
        settle(ExportState::Pending, AuditOutcome::Failure);
    else
        settle(ExportState::Unknown, AuditOutcome::Unknown);
}

void ExportJob::delivered(const QString &exportId, const QString &status)
{
    m_error.reset();
    m_task.exportId = exportId;
    m_task.status = status;
    m_task.lastError.clear();
    settle(ExportState::Delivered, AuditOutcome::Success);
}

void ExportJob::settle(ExportState state, AuditOutcome outcome)
{
    qCInfo(lcWfm) << LogLine("delivery",
        {{"export", m_task.name}, {"state", word(state)}, {"attempts", m_task.attempts},
            {"status", m_httpStatus}, {"code", m_error ? m_error->code : QStringLiteral("none")}});
    if (m_error)
        m_task.lastError = whatHappened(*m_error).english();
    record(state, outcome, [this] { Q_EMIT finished(); });
}

void ExportJob::record(ExportState state, AuditOutcome outcome, std::function<void()> next)
{
    m_task.state = state;
    AuditRecord record;
    record.action = AuditAction::WfmExportCreated;
    record.outcome = outcome;
    record.queueId = m_task.queueId;
    record.queueName = m_task.queueName;
    record.correlationId = m_task.correlationId;
    if (outcome != AuditOutcome::Intent) {
        record.attempts = m_task.attempts;
        record.eventStreamSync = syncOf(m_task);
        record.exportId = m_task.exportId;
        record.error = m_task.lastError;
        if (m_httpStatus != 0)
            record.httpStatus = m_httpStatus;
    }
    Change change;
    change.exportTask = m_task;
    change.records = {record};
    m_services.records.commit(
        change, this, [this, next = std::move(next)](const Result<QList<qint64>> &written) {
            if (!written) {
                m_error = written.error();
                Q_EMIT finished();
                return;
            }
            m_auditSeq += written.value();
            next();
        });
}

} // namespace queuesmith
