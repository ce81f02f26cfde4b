#include "cxone/profiles.h"

#include "domain/logcategories.h"
#include "domain/logline.h"
#include "platform/privatefiles.h"

#include <QSettings>
#include <QStandardPaths>

namespace queuesmith {

namespace {

constexpr QLatin1StringView kBaseUrl("baseUrl");
constexpr QLatin1StringView kClientId("clientId");
constexpr QLatin1StringView kDialect("dialect");
constexpr QLatin1StringView kLicensedAgents("licensedAgents");
constexpr QLatin1StringView kWfmEndpoint("wfmEndpoint");
constexpr QLatin1StringView kAuthorityFile("authorityFile");
constexpr QLatin1StringView kEnvironment("environment");
constexpr QLatin1StringView kHighestPriorityFirst("highestPriorityFirst");
constexpr QLatin1StringView kTimeZone("timeZone");
constexpr QLatin1StringView kCapacityReading("capacityReading");
constexpr QLatin1StringView kUnapprovedCapacity("unapprovedCapacity");
constexpr QLatin1StringView kApprovalDays("approvalDays");
constexpr QLatin1StringView kReadOnly("readOnly");

/// A name may hold characters that mean something in an INI file's group.
QString groupOf(const QString &name) { return QString::fromLatin1(QUrl::toPercentEncoding(name)); }

/// What isn't there, or isn't usable, has its default.
CapacitySettings capacityOf(const QSettings &settings)
{
    CapacitySettings capacity;
    capacity.reading = capacityReadingOf(settings.value(kCapacityReading).toString());
    capacity.unapproved = unapprovedCapacityOf(settings.value(kUnapprovedCapacity).toString());
    const int days = settings.value(kApprovalDays).toInt();
    if (days >= CapacitySettings::kMinApprovalDays && days <= CapacitySettings::kMaxApprovalDays)
        capacity.approvalDays = days;
    return capacity;
}

Status written(QSettings *settings, const QString &file)
{
    settings->sync();
    qCInfo(lcSettings) << LogLine(
        "connections_written", {{"ok", settings->status() == QSettings::NoError}});
    if (settings->status() == QSettings::NoError)
        return Done{};
    return Error::of(ErrorKind::Usage, "profiles_unwritable",
        Sentence::tr("The connections could not be saved in %1. Nothing was changed. Check that "
                     "the file can be written.",
            {file}));
}

} // namespace

Profiles::Profiles(QString file)
    : m_file(std::move(file))
{
}

QString Profiles::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/queuesmith/connections.ini");
}

QStringList Profiles::names() const
{
    const QSettings settings(m_file, QSettings::IniFormat);
    QStringList names;
    const QStringList groups = settings.childGroups();
    for (const QString &group : groups) {
        if (!group.isEmpty()) // a damaged file; to QSettings this would be all of it
            names.append(QUrl::fromPercentEncoding(group.toLatin1()));
    }
    return names;
}

Result<Connection> Profiles::load(const QString &name) const
{
    QSettings settings(m_file, QSettings::IniFormat);
    const QStringList known = names();
    qCInfo(lcSettings) << LogLine("connection_read",
        {{"saved", known.size()}, {"found", known.contains(name)},
            {"readable", settings.status() == QSettings::NoError}});
    if (!known.contains(name))
        return Error::of(ErrorKind::Usage, "unknown_connection",
            Sentence::tr("There is no saved connection named “%1”. Saved connections: %2.",
                {name,
                    known.isEmpty() ? Sentence::tr("none")
                                    : Sentence(known.join(QStringLiteral(", ")))}));
    settings.beginGroup(groupOf(name));
    Connection connection;
    connection.name = name;
    const Result<QUrl> url = parseBaseUrl(settings.value(kBaseUrl).toString());
    if (!url)
        return url.error();
    connection.baseUrl = url.value();
    connection.clientId = settings.value(kClientId).toString();
    connection.dialect = settings.value(kDialect, connection.dialect).toString();
    bool isNumber = false;
    const qint64 seats = settings.value(kLicensedAgents).toLongLong(&isNumber);
    if (isNumber)
        connection.licensedAgents = seats;
    if (const QString endpoint = settings.value(kWfmEndpoint).toString(); !endpoint.isEmpty()) {
        const Result<QUrl> wfm = parseWfmEndpoint(endpoint);
        if (!wfm)
            return wfm.error();
        connection.wfm.endpoint = wfm.value();
    }
    connection.authorityFile = settings.value(kAuthorityFile).toString();
    connection.environment = environmentOf(settings.value(kEnvironment).toString());
    if (settings.value(kHighestPriorityFirst).toBool())
        connection.priorityOrder = PriorityOrder::HighestFirst;
    connection.timeZone = settings.value(kTimeZone).toString().toLatin1();
    connection.capacity = capacityOf(settings);
    connection.readOnly = settings.value(kReadOnly).toBool();
    return connection;
}

Status Profiles::save(const Connection &connection) const
{
    // QSettings keeps the rights of a file that is there; who may write it could lead us anywhere.
    (void)makePrivateFile(m_file);
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(groupOf(connection.name));
    settings.remove(QString());
    settings.setValue(kBaseUrl, connection.baseUrl.toString(QUrl::FullyEncoded));
    settings.setValue(kClientId, connection.clientId);
    settings.setValue(kDialect, connection.dialect);
    if (connection.licensedAgents)
        settings.setValue(kLicensedAgents, *connection.licensedAgents);
    if (!connection.wfm.endpoint.isEmpty() && !connection.wfm.endpoint.hasQuery())
        settings.setValue(kWfmEndpoint, connection.wfm.endpoint.toString(QUrl::FullyEncoded));
    if (!connection.authorityFile.isEmpty())
        settings.setValue(kAuthorityFile, connection.authorityFile);
    settings.setValue(kEnvironment, word(connection.environment));
    settings.setValue(
        kHighestPriorityFirst, connection.priorityOrder == PriorityOrder::HighestFirst);
    settings.setValue(kTimeZone, QString::fromLatin1(connection.timeZone));
    settings.setValue(kCapacityReading, word(connection.capacity.reading));
    settings.setValue(kUnapprovedCapacity, word(connection.capacity.unapproved));
    settings.setValue(kApprovalDays, connection.capacity.approvalDays);
    settings.setValue(kReadOnly, connection.readOnly);
    return written(&settings, m_file);
}

Status Profiles::remove(const QString &name) const
{
    const Result<Connection> present = load(name);
    if (!present && present.error().code == QLatin1StringView("unknown_connection"))
        return present.error();
    (void)makePrivateFile(m_file);
    QSettings settings(m_file, QSettings::IniFormat);
    settings.remove(groupOf(name));
    return written(&settings, m_file);
}

} // namespace queuesmith
