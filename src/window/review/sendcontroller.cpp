#include "window/review/sendcontroller.h"

#include "provisioning/provisionjob.h"
#include "records/records.h"
#include "window/activity/activities.h"
#include "window/activity/activitytexts.h"
#include "window/appearance/sentences.h"
#include "window/session/catalog.h"
#include "window/session/recommendations.h"
#include "window/session/tenantsession.h"

namespace queuesmith {

SendController::SendController(TenantSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

void SendController::send(const Review &review, const QString &reason, const QString &document)
{
    const QString &name = review.wanted.definition.name;
    const OperationKind kind = review.isUpdate() ? OperationKind::Update : OperationKind::Create;
    // A change is known by the queue's name before it.
    const QString known = review.base ? review.base->definition.name : name;
    const QString id = review.base ? review.base->id.value : QString();
    Activity *activity = m_session.activities().begin(
        review.isUpdate() ? tr("Changing “%1”").arg(name) : tr("Creating “%1”").arg(name));
    activity->setSubject(name, subjectOf(kind, known, id));
    activity->setAttemptLimit(m_session.options().limits.attemptTimeout);
    if (const std::optional<Error> forbidden = m_session.sendingForbidden()) {
        activity->conclude(Activity::State::Failed, sentenceOf(*forbidden));
        return;
    }
    Workplace &workplace = m_session.workplace();
    ProvisionJob *job = review.base ? workplace.update({*review.base, review.wanted}, &m_session)
                                    : workplace.provision(review.wanted, &m_session);
    job->setReason(reason);
    job->setLatestEvidence(m_session.recommendations().all());
    activity->follow(job);
    connect(job, &ProvisionJob::finished, this,
        [this, job, document, activity, open = OpenOutcome{kind, known, id}](
            const ProvisionReport &report) {
            conclude(*activity, report, open);
            if (report.queue)
                m_session.catalog().put(*report.queue);
            Q_EMIT finished(document, report);
            job->deleteLater();
        });
    job->start();
}

void SendController::conclude(
    Activity &activity, const ProvisionReport &report, const OpenOutcome &open)
{
    const EndText end = endText(report);
    if (end.state != Activity::State::Unknown)
        activity.conclude(end.state, end.sentence);
    else if (open.kind == OperationKind::Update)
        activity.concludeOpen(open, end.sentence);
    else
        activity.concludeOpen(
            {open.kind, open.queueName, m_session.likelyId(report)}, end.sentence);
    // The newest word counts: a refusal or a conflict of before is over.
    m_session.activities().supersede(activity.subject(), &activity);
    m_session.records().markReported(report.operationId, &m_session, [](const Status &) {});
}

} // namespace queuesmith
