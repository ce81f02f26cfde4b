#include "provisioning/factsjob.h"

#include "provisioning/passon.h"

namespace queuesmith {

namespace {

Error missingScope(const QString &scope)
{
    Error error = Error::of(ErrorKind::NotAllowed, "missing_scope",
        Sentence::tr("The client is missing the scope %1, so nothing was sent. Add it in the "
                     "developer portal, then try again.",
            {scope}));
    error.missingScope = scope;
    return error;
}

Error cancelled()
{
    return Error::of(
        ErrorKind::Cancelled, "cancelled", Sentence::tr("Cancelled before anything was changed."));
}

} // namespace

FactsJob::FactsJob(TenantClient &tenant, std::optional<qint64> licensedAgents, QList<Right> rights,
    QObject *parent)
    : QObject(parent)
    , m_tenant(tenant)
    , m_rights(std::move(rights))
{
    m_facts.licensedAgents = licensedAgents;
}

void FactsJob::start()
{
    m_tenant.signIn(this, [this](const Result<std::optional<QStringList>> &scopes) {
        if (m_finished)
            return;
        Q_EMIT signInAnswered(scopes ? std::nullopt : std::optional(scopes.error()));
        if (scopes)
            checkScopes(scopes.value());
        else
            finish(scopes.error());
    });
}

void FactsJob::cancel()
{
    if (m_cancelled || m_finished)
        return;
    m_cancelled = true;
    // Nothing that is under way here changes the tenant, so there is nothing to wait for.
    cancelAll(m_skills, m_queues);
    if (m_partsLeft == 0)
        QMetaObject::invokeMethod(
            this, [this] { finish(cancelled()); }, Qt::QueuedConnection);
}

void FactsJob::retryNow() { hurryAll(m_skills, m_queues); }

void FactsJob::checkScopes(const std::optional<QStringList> &scopes)
{
    if (scopes && m_tenant.capabilities().testFlag(Capability::Scopes)) {
        for (const Right right : std::as_const(m_rights)) {
            const QString scope = m_tenant.scopeFor(right);
            if (!scope.isEmpty() && !scopes->contains(scope)) {
                finish(missingScope(scope));
                return;
            }
        }
    }
    const bool wantsSkills = m_rights.contains(Right::ReadSkills);
    m_partsLeft = wantsSkills ? 2 : 1;
    if (wantsSkills) {
        m_skills = m_tenant.listSkills(this, [this](const Result<Listing<Skill>> &skills) {
            take(skills, &m_facts.skills, &m_facts.skillsUnchecked);
        });
        passOn(m_skills.data(), this);
    }
    m_queues = m_tenant.listQueues(this, [this](const Result<Listing<Queue>> &queues) {
        take(queues, &m_facts.queues, &m_facts.queuesUnchecked);
    });
    passOn(m_queues.data(), this);
}

template <typename T>
void FactsJob::take(const Result<T> &answer, std::optional<T> *fact, Sentence *unchecked)
{
    if (answer) {
        *fact = answer.value();
    } else {
        *unchecked = wholeSentence(answer.error());
        // What a tenant lacks becomes a warning; what went wrong must not pass for a check.
        if (answer.error().kind != ErrorKind::Unsupported && !m_failure) {
            m_failure = answer.error();
            cancelAll(m_skills, m_queues);
        }
    }
    if (--m_partsLeft > 0)
        return;
    if (m_cancelled)
        finish(cancelled());
    else if (m_failure)
        finish(*m_failure);
    else
        finish(m_facts);
}

void FactsJob::finish(Result<TenantFacts> result)
{
    if (m_finished)
        return;
    m_finished = true;
    m_result = std::move(result);
    Q_EMIT finished();
}

} // namespace queuesmith
