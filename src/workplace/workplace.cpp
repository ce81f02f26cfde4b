#include "workplace/workplace.h"

#include "cxone/tenantclient.h"
#include "cxone/tenantfactory.h"
#include "history/historycache.h"
#include "history/historyloader.h"
#include "provisioning/provisionjob.h"
#include "provisioning/settlejob.h"
#include "provisioning/wfmjob.h"
#include "records/records.h"

#include <QSysInfo>

#include <utility>

namespace queuesmith {

Workplace::Workplace(Connection connection, WorkplaceOptions options, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_options(std::move(options))
    , m_clock(clock)
{
}

Workplace::~Workplace()
{
    // Requests that are still under way end here. The newest goes first: the history uses the
    // tenant.
    while (!children().isEmpty())
        delete children().last();
}

Status Workplace::connectTenant(const QByteArray &secret, std::function<double()> random)
{
    const Result<TenantClient *> client = queuesmith::connectTenant(m_connection, secret,
        {m_options.limits, m_options.httpLogFile, m_options.secrets}, m_clock, std::move(random),
        this);
    if (!client)
        return client.error();
    m_tenant = client.value();
    connect(m_tenant, &TenantClient::logFailed, this, &Workplace::logFailed);
    return Done{};
}

HistoryLoader &Workplace::history()
{
    if (!m_history) {
        auto *cache = m_options.historyFile.isEmpty()
            ? nullptr
            : new HistoryCache(m_options.historyFile, this);
        m_history = new HistoryLoader(*m_tenant, m_clock, cache, this);
    }
    return *m_history;
}

Records &Workplace::records()
{
    if (!m_records)
        m_records = newRecords(this);
    return *m_records;
}

Records *Workplace::newRecords(QObject *parent)
{
    auto *records = new Records(m_options.auditFile, m_clock, parent);
    records->setIdentity({m_options.actor, QSysInfo::machineHostName(), tenantIdOf(m_connection)});
    records->setSecrets(m_options.secrets);
    connect(records, &Records::noticed, this, &Workplace::noticed);
    return records;
}

ProvisionJob *Workplace::provision(const ParsedDefinition &definition, QObject *parent)
{
    return new ProvisionJob(services(), settings(), creationOf(definition), parent);
}

ProvisionJob *Workplace::update(const QueueChange &change, QObject *parent)
{
    return new ProvisionJob(services(), settings(), updateOf(change), parent);
}

SettleJob *Workplace::settle(QObject *parent)
{
    return new SettleJob(services(), settings(), parent);
}

WfmJob *Workplace::retryExports(QObject *parent)
{
    return new WfmJob(services(), settings(), parent);
}

ProvisioningServices Workplace::services() { return {*m_tenant, records(), m_clock}; }

ProvisioningSettings Workplace::settings() const
{
    ProvisioningSettings settings;
    settings.limits = m_options.limits;
    settings.settleWindow = m_options.settleWindow.value_or(settings.settleWindow);
    settings.wfm = m_connection.wfm;
    settings.licensedAgents = m_connection.licensedAgents;
    settings.capacity = m_connection.capacity;
    // Only what was saved has been given an environment by somebody.
    settings.approvalRequired =
        !m_connection.name.isEmpty() && m_connection.environment == Environment::Production;
    return settings;
}

} // namespace queuesmith
