#include "window/wfmsync/exportretry.h"

#include "provisioning/wfmjob.h"
#include "window/activity/activities.h"
#include "window/appearance/sentences.h"
#include "window/session/tenantsession.h"

#include <QLocale>

namespace queuesmith {

namespace {
Activity::State stateOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Cancelled:
        return Activity::State::Cancelled;
    case ErrorKind::UnknownEffect:
        return Activity::State::Unknown;
    default:
        return Activity::State::Failed;
    }
}
} // namespace

ExportRetry::ExportRetry(TenantSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

void ExportRetry::start()
{
    if (isRunning())
        return;
    m_activity = m_session.activities().begin(tr("Delivering exports"));
    if (const auto forbidden = m_session.sendingForbidden()) {
        m_activity->conclude(Activity::State::Failed, sentenceOf(*forbidden));
        return;
    }
    m_job = m_session.workplace().retryExports(this);
    connect(m_job, &WfmJob::finished, this, &ExportRetry::conclude);
    m_activity->follow(m_job.data());
    m_activity->setStage(Stage::Exporting);
    Q_EMIT runningChanged(true);
    m_job->start();
}

void ExportRetry::conclude()
{
    const std::optional<Error> error = m_job->error();
    const auto tried = m_job->tasks().size();
    m_job->deleteLater();
    m_job.clear();
    if (m_activity) {
        if (error)
            m_activity->conclude(stateOf(*error), sentenceOf(*error));
        else if (tried == 0)
            m_activity->conclude(Activity::State::Succeeded, tr("there was nothing to deliver."));
        else
            m_activity->conclude(Activity::State::Succeeded,
                tr("the tenant has accepted all of them: %1.").arg(QLocale().toString(tried)));
    }
    Q_EMIT runningChanged(false);
}

} // namespace queuesmith
