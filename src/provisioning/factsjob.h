#pragma once

#include "cxone/tenantclient.h"
#include "domain/result.h"
#include "provisioning/preflight.h"

#include <QObject>
#include <QPointer>

namespace queuesmith {

/// Signs in, makes sure that the token has the scopes, and reads what the checks need from the
/// tenant: once, however many operations are checked with it. Changes nothing. Emits finished()
/// exactly once, from the event loop.
class FactsJob final : public QObject {
    Q_OBJECT

public:
    /// Skills are read where `rights` has the right to.
    FactsJob(TenantClient &tenant, std::optional<qint64> licensedAgents, QList<Right> rights,
        QObject *parent = nullptr);

    void start();
    void cancel();
    void retryNow();

    [[nodiscard]] const Result<TenantFacts> &result() const { return m_result; }

    Q_SIGNAL void attemptStarted(int attempt, int maxAttempts);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    /// The tenant gave a token, or `failure` says why it didn't.
    Q_SIGNAL void signInAnswered(const std::optional<queuesmith::Error> &failure);
    Q_SIGNAL void finished();

private:
    void checkScopes(const std::optional<QStringList> &scopes);
    template <typename T>
    void take(const Result<T> &answer, std::optional<T> *fact, Sentence *unchecked);
    void finish(Result<TenantFacts> result);

    TenantClient &m_tenant;
    QList<Right> m_rights;
    TenantFacts m_facts;
    QPointer<Call> m_skills;
    QPointer<Call> m_queues;
    int m_partsLeft = 0;
    bool m_cancelled = false;
    bool m_finished = false;
    std::optional<Error> m_failure;
    Result<TenantFacts> m_result = TenantFacts{};
};

} // namespace queuesmith
