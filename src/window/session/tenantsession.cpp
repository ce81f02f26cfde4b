#include "tenantsession.h"

#include "activities.h"
#include "activitytexts.h"
#include "catalog.h"
#include "historycache.h"
#include "historyloader.h"
#include "recommendations.h"
#include "records.h"
#include "sentences.h"
#include "settlejob.h"
#include "tenantclient.h"
#include "tenantfactory.h"

#include <QStringList>
#include <QSysInfo>

namespace queuesmith {

namespace {

Records *newRecords(
    const SessionOptions &options, const Connection &connection, Clock &clock, QObject *parent)
{
    auto *records = new Records(options.auditFile, clock, parent);
    records->setIdentity({options.actor, QSysInfo::machineHostName(), connection.clientId,
        tenantOf(connection.baseUrl)});
    return records;
}

} // namespace

Result<TenantSession *> TenantSession::make(const Connection &connection, const QByteArray &secret,
    const SessionOptions &options, Clock &clock, std::function<double()> random, QObject *parent)
{
    auto session =
        std::unique_ptr<TenantSession>(new TenantSession(connection, options, clock, parent));
    const Result<TenantClient *> tenant = connectTenant(connection, secret,
        {options.limits, options.httpLogFile}, clock, std::move(random), session.get());
    if (!tenant)
        return tenant.error();
    session->m_tenant = tenant.value();
    session->m_catalog = new Catalog(*session->m_tenant, clock, session.get());
    auto *cache = options.historyFile.isEmpty()
        ? nullptr
        : new HistoryCache(options.historyFile, session.get());
    session->m_history = new HistoryLoader(*session->m_tenant, clock, cache, session.get());
    return session.release();
}

TenantSession::TenantSession(
    const Connection &connection, const SessionOptions &options, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_options(options)
    , m_clock(clock)
    , m_records(newRecords(options, connection, clock, this))
    , m_auditRecords(newRecords(options, connection, clock, this))
    , m_activities(new Activities(clock, this))
    , m_recommendations(new Recommendations(this))
{
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
    m_records->open(this, [this](const Status &status) {
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
    return m_connection.name.isEmpty() ? hostName(m_connection.baseUrl) : m_connection.name;
}

ProvisioningServices TenantSession::services() const { return {*m_tenant, *m_records, m_clock}; }

ProvisioningSettings TenantSession::settings() const
{
    ProvisioningSettings settings;
    settings.limits = m_options.limits;
    settings.settleWindow = m_options.settleWindow;
    settings.wfm = m_connection.wfm;
    settings.licensedAgents = m_connection.licensedAgents;
    settings.capacity = m_connection.capacity;
    settings.approvalRequired = m_connection.environment == Environment::Production;
    return settings;
}

std::optional<Error> TenantSession::sendingForbidden() const
{
    if (m_recordsProblem)
        return m_recordsProblem;
    if (!m_connection.readOnly)
        return std::nullopt;
    Error error;
    error.kind = ErrorKind::Usage;
    error.code = QStringLiteral("read_only");
    error.message = tr("This connection is locked read-only, so nothing is sent. Unlock it under "
                       "Connection when it is meant to change the tenant.");
    return error;
}

void TenantSession::settle()
{
    if (m_settle || m_recordsProblem)
        return;
    m_settle = new SettleJob(services(), settings(), this);
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
    m_settling = m_activities->begin(tr("Settling what an earlier run left open"));
    settle();
    m_settling->follow(m_settle);
}

void TenantSession::takeSettled()
{
    QStringList sentences;
    bool isUnknown = false;
    for (const Settled &one : m_settle->settled()) {
        const EndText end = endText(one.report);
        isUnknown |= end.state == Activity::State::Unknown;
        sentences.append(QStringLiteral("“%1”: %2").arg(one.operation.queueName, end.sentence));
    }
    const std::optional<Error> error = m_settle->error();
    if (!m_settling && (!sentences.isEmpty() || error))
        m_settling = m_activities->begin(tr("Settling what an earlier run left open"));
    if (m_settling) {
        if (error)
            m_settling->conclude(Activity::State::Failed, sentenceOf(*error));
        else if (sentences.isEmpty())
            m_settling->conclude(Activity::State::Succeeded, tr("nothing was left open."));
        else
            m_settling->conclude(isUnknown ? Activity::State::Unknown : Activity::State::Warned,
                sentences.join(QStringLiteral(" ")));
    }
    m_settling = nullptr;
    m_settle->deleteLater();
    m_settle = nullptr;
    if (!sentences.isEmpty())
        m_catalog->refreshQueues();
    Q_EMIT settled();
}

} // namespace queuesmith
