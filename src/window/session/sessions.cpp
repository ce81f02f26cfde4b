#include "window/session/sessions.h"

#include "cxone/keychain.h"
#include "cxone/tenantclient.h"
#include "cxone/tenantfactory.h"
#include "domain/logcategories.h"
#include "domain/logline.h"
#include "sandbox/builtintenant.h"
#include "window/activity/activities.h"
#include "window/tables/collation.h"
#include "workplace/userfiles.h"

#include <algorithm>

namespace queuesmith {

Sessions::Sessions(const Profiles &profiles, SessionOptions options, Clock &clock,
    std::function<double()> random, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_random(std::move(random))
{
}

Sessions::~Sessions()
{
    for (TenantSession *session : std::as_const(m_open))
        delete session;
}

QStringList Sessions::savedNames() const
{
    QStringList names = m_profiles.names();
    std::sort(names.begin(), names.end(), nameCollator());
    return names;
}

Status Sessions::save(const Connection &connection)
{
    Status saved = m_profiles.save(connection);
    if (saved)
        Q_EMIT savedChanged();
    return saved;
}

Status Sessions::remove(const QString &name)
{
    Status removed = m_profiles.remove(name);
    if (removed)
        Q_EMIT savedChanged();
    return removed;
}

int Sessions::running() const
{
    int running = 0;
    for (const TenantSession *session : m_open)
        running += session->activities().running();
    return running;
}

void Sessions::cancelAll()
{
    for (TenantSession *session : std::as_const(m_open))
        session->activities().cancelAll();
}

void Sessions::choose(const QString &name)
{
    m_wanted = name;
    if (TenantSession *session = find(name)) {
        m_current = session;
        Q_EMIT currentChanged(session); // even when it was: it is to be seen
        return;
    }
    const Result<Connection> saved = m_profiles.load(name);
    if (!saved) {
        Q_EMIT openFailed(name, saved.error());
        return;
    }
    Q_EMIT opening(name);
    readSecret(name, this, [this, connection = saved.value()](const Result<QByteArray> &secret) {
        if (m_wanted != connection.name)
            return;
        if (secret)
            choose(connection, secret.value());
        else
            Q_EMIT openFailed(connection.name, secret.error());
    });
}

void Sessions::readSecret(const QString &name, QObject *context,
    const std::function<void(const Result<QByteArray> &)> &done)
{
    if (!m_givenSecret.isEmpty() && (m_givenTo.isEmpty() || m_givenTo == name)) {
        m_givenTo = name;
        QMetaObject::invokeMethod(
            context, [secret = m_givenSecret, done] { done(secret); }, Qt::QueuedConnection);
        return;
    }
    keychain::readSecret(name, context, done);
}

void Sessions::setActor(const QString &actor)
{
    if (m_options.actor == actor)
        return;
    m_options.actor = actor;
    Q_EMIT actorChanged(actor);
}

void Sessions::choose(const Connection &connection, const QByteArray &secret)
{
    openWith(connection, secret, m_options);
}

void Sessions::openWith(
    const Connection &connection, const QByteArray &secret, const SessionOptions &options)
{
    m_wanted = connection.name;
    close(connection.name);
    const Result<TenantSession *> session =
        TenantSession::make(connection, secret, options, m_clock, m_random, this);
    qCInfo(lcWindow) << LogLine("connection",
        {{"environment", word(connection.environment)}, {"dialect", connection.dialect},
            {"read_only", connection.readOnly}, {"result", logWord(session)}});
    if (!session) {
        Q_EMIT openFailed(connection.name, session.error());
        return;
    }
    m_open.append(session.value());
    Q_EMIT opened(session.value());
    session.value()->open();
    setCurrent(session.value());
}

void Sessions::chooseDemo()
{
    const QString name = QString::fromLatin1(kDemoName);
    m_wanted = name;
    if (TenantSession *session = find(name)) {
        setCurrent(session);
        return;
    }
    if (m_demo)
        return; // it is starting
    Q_EMIT opening(name);
    m_demo = new BuiltInTenant(this);
    m_demo->start({}, [this, name](const Result<QUrl> &url) {
        if (!url) {
            m_demo->deleteLater();
            m_demo = nullptr;
            Q_EMIT openFailed(name, url.error());
            return;
        }
        Connection connection;
        connection.name = name;
        connection.baseUrl = url.value();
        connection.clientId = QString::fromLatin1(BuiltInTenant::kClientId);
        connection.licensedAgents = BuiltInTenant::kLicensedAgents;
        connection.environment = Environment::Demo;
        connection.wfm.endpoint = QUrl(QStringLiteral("https://wfm.example.com/queue-sync"));
        SessionOptions options = m_options;
        options.auditFile = demoAuditFile(m_options.auditFile);
        options.settleWindow = Workplace::kDemoSettleWindow;
        openWith(connection, BuiltInTenant::kClientSecret, options);
    });
}

bool Sessions::isBusy(const QString &name) const
{
    const TenantSession *session = find(name);
    return session && session->activities().running() > 0;
}

void Sessions::close(const QString &name)
{
    TenantSession *session = find(name);
    if (!session)
        return;
    m_open.removeOne(session);
    if (m_current == session)
        m_current = nullptr;
    Q_EMIT closing(session);
    session->deleteLater();
}

void Sessions::leave(const QString &name)
{
    close(name);
    if (!m_current && !m_open.isEmpty())
        setCurrent(m_open.last());
}

Result<TenantClient *> Sessions::trial(
    const Connection &connection, const QByteArray &secret, QObject *parent) const
{
    return connectTenant(
        connection, secret, {m_options.limits, {}, m_options.secrets}, m_clock, m_random, parent);
}

TenantSession *Sessions::find(const QString &name) const
{
    const auto found = std::find_if(m_open.cbegin(), m_open.cend(),
        [&name](const TenantSession *one) { return one->connection().name == name; });
    return found == m_open.cend() ? nullptr : *found;
}

void Sessions::setCurrent(TenantSession *session)
{
    if (m_current == session)
        return;
    m_current = session;
    Q_EMIT currentChanged(session);
}

} // namespace queuesmith
