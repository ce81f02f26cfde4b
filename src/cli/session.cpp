#include "session.h"

#include "builtintenant.h"
#include "inputfile.h"
#include "keychain.h"
#include "output.h"
#include "profiles.h"
#include "secrets.h"
#include "tenantfactory.h"

#include <QRandomGenerator>
#include <QStandardPaths>
#include <QSysInfo>

#include <algorithm>

namespace queuesmith {

namespace {

constexpr qsizetype kMostFaultBytes = 8 * 1024 * 1024;

/// A saved connection's rules hold here as in the window: an option may only be stricter.
Status checkNotLaxer(const CommandLine &line, const Connection &saved)
{
    const auto laxer = [&saved](const char *option, const QString &rule) {
        return usageError(
            QStringLiteral("--%1 is laxer than the connection “%2” allows (%3), so nothing was "
                           "sent. Leave the option out, or change the connection first.")
                .arg(QString::fromLatin1(option), saved.name, rule));
    };
    const CapacitySettings &rules = saved.capacity;
    if (line.unapprovedCapacity.value_or(rules.unapproved) < rules.unapproved)
        return laxer("unapproved-capacity", word(rules.unapproved));
    if (line.approvalDays.value_or(rules.approvalDays) > rules.approvalDays)
        return laxer("approval-days", QString::number(rules.approvalDays));
    return Done{};
}

double randomNumber() { return QRandomGenerator::global()->generateDouble(); }

} // namespace

Session::Session(CommandLine line, const Output &output, std::shared_ptr<KnownSecrets> secrets)
    : m_line(std::move(line))
    , m_output(output)
    , m_secrets(std::move(secrets))
    , m_environmentSecret(takeSecretFromEnvironment("QUEUESMITH_CLIENT_SECRET"))
{
}

Session::~Session()
{
    // Requests that are still under way end here, and ask the clock, which dies before QObject
    // would delete its children. The newest goes first: a command uses tenant and records.
    while (!children().isEmpty())
        delete children().last();
}

QString Session::auditFile() const
{
    if (!m_line.auditFile.isEmpty())
        return m_line.auditFile;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return folder
        + (m_line.demo ? QStringLiteral("/queuesmith/demo-audit.sqlite")
                       : QStringLiteral("/queuesmith/audit.sqlite"));
}

ProvisioningSettings Session::settings() const
{
    ProvisioningSettings settings;
    settings.limits = m_line.limits;
    const std::chrono::milliseconds usual =
        m_line.demo ? std::chrono::seconds(2) : settings.settleWindow;
    settings.settleWindow = m_line.settleWindow.value_or(usual);
    settings.wfm = m_connection.wfm;
    settings.licensedAgents = m_connection.licensedAgents;
    settings.capacity = m_connection.capacity;
    // Only what was saved has been given an environment by somebody.
    settings.approvalRequired =
        !m_connection.name.isEmpty() && m_connection.environment == Environment::Production;
    return settings;
}

void Session::open(Needs needs, std::function<void(Status)> done)
{
    m_needs = needs;
    m_done = std::move(done);
    if (const Status status = resolveConnection(); !status) {
        finish(status);
        return;
    }
    if (m_line.demo && needs.testFlag(Need::Tenant))
        startDemo();
    else
        openRecords();
}

Status Session::resolveConnection()
{
    if (m_line.unsaved) {
        m_connection = *m_line.unsaved;
    } else if (!m_line.connection.isEmpty()) {
        Result<Connection> saved = Profiles(Profiles::defaultFile()).load(m_line.connection);
        if (!saved)
            return saved.error();
        m_connection = std::move(saved).value();
        if (const Status status = checkNotLaxer(m_line, m_connection); !status)
            return status;
    } else if (!m_line.demo && m_needs.testFlag(Need::Tenant)) {
        return usageError(QStringLiteral(
            "Which tenant? Give --base-url and --client-id, --connection NAME, or --demo."));
    }
    return applyOptions();
}

Status Session::applyOptions()
{
    if (!m_line.dialect.isEmpty())
        m_connection.dialect = m_line.dialect;
    if (m_line.demo)
        m_connection.licensedAgents = BuiltInTenant::kLicensedAgents;
    if (m_line.licensedAgents)
        m_connection.licensedAgents = m_line.licensedAgents;
    CapacitySettings &capacity = m_connection.capacity;
    capacity.reading = m_line.capacityReading.value_or(capacity.reading);
    capacity.unapproved = m_line.unapprovedCapacity.value_or(capacity.unapproved);
    if (m_line.approvalDays)
        capacity.approvalDays = static_cast<int>(*m_line.approvalDays);
    if (!m_line.wfm.endpoint.isEmpty())
        m_connection.wfm.endpoint = m_line.wfm.endpoint;
    m_connection.wfm.headers = m_line.wfm.headers;
    if (m_needs.testFlag(Need::ChangeTenant) && m_connection.readOnly)
        return usageError(
            QStringLiteral("The connection “%1” is locked read-only, so nothing was sent. "
                           "Unlock it in its settings first.")
                .arg(m_connection.name));
    if (m_needs.testFlag(Need::Licence) && !m_connection.licensedAgents)
        return usageError(QStringLiteral(
            "The number of licensed seats isn't known, and this tenant doesn't tell it. "
            "Give --licensed-agents N."));
    return Done{};
}

void Session::startDemo()
{
    QByteArray faults;
    if (!m_line.demoFaults.isEmpty()) {
        const Result<QByteArray> text = readInputFile(m_line.demoFaults, kMostFaultBytes);
        if (!text) {
            finish(text.error());
            return;
        }
        faults = text.value();
    }
    m_demo = new BuiltInTenant(this);
    m_demo->start(faults, [this](const Result<QUrl> &url) {
        if (!url) {
            finish(url.error());
            return;
        }
        m_connection.baseUrl = url.value();
        m_connection.clientId = QString::fromLatin1(BuiltInTenant::kClientId);
        openRecords();
    });
}

void Session::openRecords()
{
    const bool write = m_needs.testFlag(Need::WriteRecords);
    if (!write && !m_needs.testFlag(Need::ReadRecords)) {
        takeSecret();
        return;
    }
    m_records = newRecords(this);
    const auto opened = [this](const Status &status) {
        if (status)
            takeSecret();
        else
            finish(status);
    };
    if (write)
        m_records->open(this, opened);
    else
        m_records->openReadOnly(this, opened);
}

Result<QByteArray> Session::givenSecret() const
{
    return m_line.secretFile.isEmpty() ? m_environmentSecret : readSecretFile(m_line.secretFile);
}

Records *Session::newRecords(QObject *parent)
{
    auto *records = new Records(auditFile(), m_clock, parent);
    records->setIdentity({m_line.actor, QSysInfo::machineHostName(), tenantIdOf(m_connection)});
    records->setSecrets(m_secrets);
    connect(records, &Records::noticed, this,
        [this](const Sentence &what) { m_output.note(what.english()); });
    return records;
}

void Session::takeSecret()
{
    if (!m_needs.testFlag(Need::Tenant)) {
        finish(Done{});
        return;
    }
    if (m_line.demo) {
        connectTenant(BuiltInTenant::kClientSecret);
        return;
    }
    const Result<QByteArray> given = givenSecret();
    if (!given) {
        finish(given.error());
    } else if (!given.value().isEmpty()) {
        connectTenant(given.value());
    } else if (!m_connection.name.isEmpty()) {
        keychain::readSecret(m_connection.name, this, [this](const Result<QByteArray> &secret) {
            if (secret)
                connectTenant(secret.value());
            else
                finish(usageError(secret.error().message));
        });
    } else {
        finish(usageError(QStringLiteral(
            "The client's secret is missing. Give it in QUEUESMITH_CLIENT_SECRET or with "
            "--client-secret-file; it is never an argument.")));
    }
}

void Session::connectTenant(const QByteArray &secret)
{
    const Result<TenantClient *> client = queuesmith::connectTenant(m_connection, secret,
        {m_line.limits, m_line.httpLogFile, m_secrets}, m_clock, randomNumber, this);
    if (!client) {
        finish(client.error());
        return;
    }
    m_tenant = client.value();
    connect(m_tenant, &TenantClient::logFailed, this, [this](const Error &error) {
        m_hasLostLog = true;
        m_output.note(error.message);
    });
    finish(Done{});
}

void Session::finish(const Status &status)
{
    // From the event loop, so that a caller that quits on an error has one to quit.
    QMetaObject::invokeMethod(
        this, [this, status] { m_done(status); }, Qt::QueuedConnection);
}

} // namespace queuesmith
