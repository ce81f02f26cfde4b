#pragma once

#include "preflight.h"
#include "result.h"
#include "tenantclient.h"

#include <QObject>
#include <QPointer>

namespace queuesmith {

struct PreflightResult {
    Problems problems; ///< against the tenant; those of the definition by itself aren't repeated
    TenantFacts facts;
};

/// Signs in, makes sure that the token has the scopes, reads what the checks need from the tenant,
/// and checks. Changes nothing. Emits finished() exactly once, from the event loop.
class PreflightJob final : public QObject {
    Q_OBJECT

public:
    PreflightJob(TenantClient &tenant, QueueDefinition definition,
        std::optional<qint64> licensedAgents, QList<Right> rights, QObject *parent = nullptr);

    /// Of the queue that is to be changed; empty for a new one.
    void setOwnId(const QueueId &id) { m_ownId = id; }

    void start();
    void cancel();
    void retryNow();

    [[nodiscard]] const Result<PreflightResult> &result() const { return m_result; }

    Q_SIGNAL void attemptStarted(int attempt, int maxAttempts);
    Q_SIGNAL void waiting(const queuesmith::Waiting &waiting);
    Q_SIGNAL void signedIn();
    /// The tenant gave no token.
    Q_SIGNAL void signInFailed(const queuesmith::Error &error);
    Q_SIGNAL void finished();

private:
    void checkScopes(const std::optional<QStringList> &scopes);
    void readSkills();
    void readQueues();
    void follow(Call *call);
    void partDone(const Error *failure);
    void finish(Result<PreflightResult> result);

    TenantClient &m_tenant;
    QueueDefinition m_definition;
    QueueId m_ownId;
    QList<Right> m_rights;
    TenantFacts m_facts;
    QList<QPointer<Call>> m_calls;
    int m_partsLeft = 0;
    bool m_cancelled = false;
    bool m_finished = false;
    std::optional<Error> m_failure;
    Result<PreflightResult> m_result = PreflightResult{};
};

} // namespace queuesmith
