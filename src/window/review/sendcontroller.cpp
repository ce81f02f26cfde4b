#include "sendcontroller.h"

#include "activities.h"
#include "activitytexts.h"
#include "catalog.h"
#include "provisionjob.h"
#include "recommendations.h"
#include "sentences.h"
#include "tenantsession.h"
#include "updatejob.h"

namespace queuesmith {

SendController::SendController(TenantSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

void SendController::send(const Review &review, const QString &reason, const QString &document)
{
    const QString &name = review.wanted.definition.name;
    Activity *activity = m_session.activities().begin(
        review.isUpdate() ? tr("Changing “%1”").arg(name) : tr("Creating “%1”").arg(name));
    if (const std::optional<Error> forbidden = m_session.sendingForbidden()) {
        activity->conclude(Activity::State::Failed, sentenceOf(*forbidden));
        return;
    }
    QueueJob *job = nullptr;
    if (review.base)
        job = new UpdateJob(m_session.services(), m_session.settings(),
            QueueChange{*review.base, review.wanted}, &m_session);
    else
        job =
            new ProvisionJob(m_session.services(), m_session.settings(), review.wanted, &m_session);
    job->setReason(reason);
    job->setLatestEvidence(m_session.recommendations().all());
    activity->follow(job);
    connect(job, &QueueJob::finished, this,
        [this, job, document, activity](const ProvisionReport &report) {
            const EndText end = endText(report);
            activity->conclude(end.state, end.sentence);
            if (report.queue)
                m_session.catalog().put(*report.queue);
            Q_EMIT m_session.recorded();
            Q_EMIT finished(document, report);
            job->deleteLater();
        });
    job->start();
}

} // namespace queuesmith
