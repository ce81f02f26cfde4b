#include "cli/session.h"

#include "cli/inputfile.h"
#include "cli/output.h"
#include "cxone/keychain.h"
#include "cxone/profiles.h"
#include "cxone/secrets.h"
#include "sandbox/builtintenant.h"
#include "workplace/userfiles.h"

#include <QRandomGenerator>

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
    return m_line.demo ? demoAuditFile(usualAuditFile()) : usualAuditFile();
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
        makeWorkplace();
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
        makeWorkplace();
    });
}

void Session::makeWorkplace()
{
    WorkplaceOptions options;
    options.auditFile = auditFile();
    if (!m_line.demo) // whose port is another each time
        options.historyFile = usualHistoryFile();
    options.actor = m_line.actor;
    options.limits = m_line.limits;
    options.settleWindow = m_line.settleWindow;
    if (m_line.demo && !options.settleWindow)
        options.settleWindow = Workplace::kDemoSettleWindow;
    options.httpLogFile = m_line.httpLogFile;
    options.secrets = m_secrets;
    m_workplace = new Workplace(m_connection, options, m_clock, this);
    connect(m_workplace, &Workplace::noticed, this,
        [this](const Sentence &what) { m_output.note(what.english()); });
    connect(m_workplace, &Workplace::logFailed, this, [this](const Error &error) {
        m_hasLostLog = true;
        m_output.note(error.message);
    });
    openRecords();
}

void Session::openRecords()
{
    const bool write = m_needs.testFlag(Need::WriteRecords);
    if (!write && !m_needs.testFlag(Need::ReadRecords)) {
        takeSecret();
        return;
    }
    const auto opened = [this](const Status &status) {
        if (status)
            takeSecret();
        else
            finish(status);
    };
    if (write)
        records().open(this, opened);
    else
        records().openReadOnly(this, opened);
}

Result<QByteArray> Session::givenSecret() const
{
    return m_line.secretFile.isEmpty() ? m_environmentSecret : readSecretFile(m_line.secretFile);
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
    finish(m_workplace->connectTenant(secret, randomNumber));
}

void Session::finish(const Status &status)
{
    // From the event loop, so that a caller that quits on an error has one to quit.
    QMetaObject::invokeMethod(
        this, [this, status] { m_done(status); }, Qt::QueuedConnection);
}

} // namespace queuesmith
