#include "window/session/tenantsession.h"

#include "cxone/tenantclient.h"
#include "provisioning/settlejob.h"
#include "records/records.h"
#include "window/activity/activities.h"
#include "window/activity/activitytexts.h"
#include "window/appearance/sentences.h"
#include "window/session/catalog.h"
#include "window/session/recommendations.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace queuesmith {

Result<TenantSession *> TenantSession::make(const Connection &connection, const QByteArray &secret,
    const SessionOptions &options, Clock &clock, std::function<double()> random, QObject *parent)
{
    auto session =
        std::unique_ptr<TenantSession>(new TenantSession(connection, options, clock, parent));
    const Status connected = session->m_workplace->connectTenant(secret, std::move(random));
    if (!connected)
        return connected.error();
    session->m_catalog = new Catalog(session->tenant(), clock, session.get());
    return session.release();
}

TenantSession::TenantSession(
    const Connection &connection, const SessionOptions &options, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_workplace(new Workplace(connection, options, clock, this))
    , m_auditRecords(m_workplace->newRecords(this))
    , m_activities(new Activities(clock, this))
    , m_recommendations(new Recommendations(this))
{
    connect(m_activities, &Activities::checkAgainRequested, this, &TenantSession::settleNow);
    connect(m_activities, &Activities::declared, this, &TenantSession::settleWith);
    connect(&records(), &Records::committed, this, &TenantSession::recorded);
    connect(&records(), &Records::noticed, this, [this](const Sentence &what) {
        m_activities->begin(tr("Audit log"))->conclude(Activity::State::Warned, translated(what));
    });
    connect(m_workplace, &Workplace::logFailed, this, [this](const Error &error) {
        m_activities->begin(tr("Request log"))
            ->conclude(Activity::State::Failed, sentenceOf(error));
    });
}

TenantSession::~TenantSession()
{
    // The newest goes first: jobs use tenant and records.
    while (!children().isEmpty())
        delete children().last();
}

void TenantSession::open()
{
    openRecords();
    m_catalog->refreshQueues();
    m_catalog->refreshSkills();
}

void TenantSession::openRecords()
{
    m_recordsProblem.reset();
    records().open(this, [this](const Status &status) {
        if (!status)
            m_recordsProblem = status.error();
        else
            settle();
        const auto opened = [this](const Status &) { Q_EMIT recordsOpened(); };
        if (status)
            m_auditRecords->open(this, opened);
        else
            m_auditRecords->openReadOnly(this, opened);
    });
}

QString TenantSession::title() const
{
    return connection().name.isEmpty() ? hostName(connection().baseUrl) : connection().name;
}

std::optional<Error> TenantSession::sendingForbidden() const
{
    if (m_recordsProblem)
        return m_recordsProblem;
    if (!connection().readOnly)
        return std::nullopt;
    return Error::of(ErrorKind::Usage, "read_only",
        tr("This connection is locked read-only, so nothing is sent. To change the tenant, unlock "
           "it under Connection."));
}

void TenantSession::settle()
{
    if (m_settle || m_recordsProblem)
        return;
    m_settle = m_workplace->settle(this);
    m_settle->setDecisions(std::exchange(m_decisions, {}));
    connect(m_settle, &SettleJob::begun, this, [this] {
        if (m_settling)
            return;
        m_settling = m_activities->begin(tr("Settling what an earlier run left open"));
        m_settling->follow(m_settle);
    });
    connect(m_settle, &SettleJob::finished, this, &TenantSession::takeSettled);
    m_settle->start();
}

void TenantSession::settleNow()
{
    if (m_settle || m_recordsProblem)
        return;
    m_settling = m_activities->begin(tr("Settling what is still open"));
    settle();
    m_settling->follow(m_settle);
}

void TenantSession::settleWith(const SettleDecision &decision)
{
    m_decisions.append(decision);
    settleNow();
}

void TenantSession::takeSettled()
{
    const QList<Settled> settled = m_settle->settled();
    const std::optional<Error> error = m_settle->error();
    m_settle->deleteLater();
    m_settle = nullptr;
    tellSettled(settled, error);
    if (!settled.isEmpty())
        m_catalog->refreshQueues();
    Q_EMIT this->settled();
    if (!m_decisions.isEmpty())
        settleNow();
}

void TenantSession::tellSettled(const QList<Settled> &settled, const std::optional<Error> &error)
{
    QStringList sentences;
    int open = 0;
    for (const Settled &one : settled) {
        if (one.report.outcome == ProvisionOutcome::Unknown) {
            tellOpen(one);
            ++open;
        } else {
            sentences.append(tellDone(one));
        }
    }
    if (!m_settling && (!sentences.isEmpty() || error))
        m_settling = m_activities->begin(tr("Settled what an earlier run left open"));
    Activity *settling = std::exchange(m_settling, nullptr);
    if (!settling)
        return;
    if (error)
        settling->conclude(Activity::State::Failed, sentenceOf(*error));
    else if (!sentences.isEmpty())
        settling->conclude(Activity::State::Warned, sentences.join(QStringLiteral(" ")));
    else if (open == 0)
        settling->conclude(Activity::State::Succeeded, tr("there was nothing to settle."));
    else
        settling->conclude(Activity::State::Unknown, tr("still open."));
    if (open > 0 && sentences.isEmpty() && !error)
        m_activities->dismiss(settling); // each open one has its own line
}

/// Its own line, with the buttons to go on; the one that said so before goes.
void TenantSession::tellOpen(const Settled &open)
{
    const Operation &operation = open.operation;
    const QString &name = operation.queueName;
    const bool isUpdate = operation.kind == OperationKind::Update;
    Activity *activity = m_activities->begin(
        isUpdate ? tr("Change of “%1”").arg(name) : tr("Creation of “%1”").arg(name));
    activity->setSubject(name, subjectOf(operation.kind, name, operation.queueId));
    activity->concludeOpen(
        {operation.kind, name, isUpdate ? operation.queueId : likelyId(open.report)},
        endText(open).sentence);
    m_activities->supersede(activity->subject(), activity);
}

QString TenantSession::tellDone(const Settled &done)
{
    const Operation &operation = done.operation;
    const QString &name = operation.queueName;
    m_activities->supersede(subjectOf(operation.kind, name, operation.queueId));
    records().markReported(operation.id, this, [](const Status &) {});
    if (done.report.queue && operation.kind == OperationKind::Create)
        Q_EMIT queueSettled(*done.report.queue, operation.definition);
    return withName(QStringLiteral("“%1”").arg(name), endText(done).sentence, name);
}

/// What the tenant named counts more than a queue that merely has the name.
QString TenantSession::likelyId(const ProvisionReport &report) const
{
    for (const QString &id : {report.candidateId, report.queueId}) {
        if (!id.isEmpty())
            return id;
    }
    return idOf(report.queueName);
}

QString TenantSession::idOf(const QString &queueName) const
{
    const QList<Queue> &queues = m_catalog->queues();
    const auto found = std::find_if(queues.cbegin(), queues.cend(),
        [&queueName](const Queue &queue) { return queue.definition.name == queueName; });
    return found == queues.cend() ? QString() : found->id.value;
}

} // namespace queuesmith
