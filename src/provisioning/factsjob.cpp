#include "factsjob.h"

#include "passon.h"

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
    for (const QPointer<Call> &call : std::as_const(m_calls)) {
        if (call)
            call->cancel();
    }
    if (m_partsLeft == 0)
        QMetaObject::invokeMethod(
            this, [this] { finish(cancelled()); }, Qt::QueuedConnection);
}

void FactsJob::retryNow()
{
    for (const QPointer<Call> &call : std::as_const(m_calls)) {
        if (call)
            call->retryNow();
    }
}

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
    if (wantsSkills)
        readSkills();
    readQueues();
}

void FactsJob::readSkills()
{
    follow(m_tenant.listSkills(this, [this](const Result<Listing<Skill>> &skills) {
        if (skills)
            m_facts.skills = skills.value();
        else
            m_facts.skillsUnchecked = wholeSentence(skills.error());
        partDone(skills ? nullptr : &skills.error());
    }));
}

void FactsJob::readQueues()
{
    follow(m_tenant.listQueues(this, [this](const Result<Listing<Queue>> &queues) {
        if (queues)
            m_facts.queues = queues.value();
        else
            m_facts.queuesUnchecked = wholeSentence(queues.error());
        partDone(queues ? nullptr : &queues.error());
    }));
}

void FactsJob::follow(Call *call)
{
    m_calls.append(call);
    passOn(call, this);
}

void FactsJob::partDone(const Error *failure)
{
    // What a tenant lacks becomes a warning; what went wrong must not pass for a check.
    if (failure && failure->kind != ErrorKind::Unsupported && !m_failure) {
        m_failure = *failure;
        for (const QPointer<Call> &call : std::as_const(m_calls)) {
            if (call)
                call->cancel();
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
