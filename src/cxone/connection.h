#pragma once

#include "cxone/capacitysettings.h"
#include "domain/result.h"
#include "domain/tenantid.h"
#include "http/httptypes.h"

#include <QSslCertificate>
#include <QString>
#include <QUrl>

#include <optional>

namespace queuesmith {

/// Where the event-stream export goes. Header values may hold secrets and are kept nowhere.
struct WfmDestination {
    QUrl endpoint; ///< empty: nothing is exported
    HttpHeaders headers;

    friend bool operator==(const WfmDestination &, const WfmDestination &) = default;
};

/// What a tenant is for, as the person says it. It decides how carefully the program asks.
enum class Environment { Production, Test, Demo };

[[nodiscard]] QString word(Environment environment); ///< `production`, `test`, `demo`
/// Production for a word that isn't known: the careful reading.
[[nodiscard]] Environment environmentOf(const QString &word);

/// Which end of the priorities is urgent. The contract doesn't tell, so the person does.
enum class PriorityOrder { LowestFirst, HighestFirst };

/// Everything that it takes to talk to a tenant, except the secret.
struct Connection {
    QString name; ///< of the saved profile; empty for an unsaved one
    QUrl baseUrl;
    QString clientId;
    QString dialect = QStringLiteral("queues-v2");
    std::optional<qint64> licensedAgents;
    WfmDestination wfm;
    Environment environment = Environment::Production;
    PriorityOrder priorityOrder = PriorityOrder::LowestFirst;
    QByteArray timeZone; ///< IANA id for charts and dates of this tenant; empty: the computer's
    CapacitySettings capacity;
    bool readOnly = false; ///< nothing that changes the tenant is sent through this connection
    QString authorityFile; ///< PEM file with a certificate authority of the tenant's own; or empty

    friend bool operator==(const Connection &, const Connection &) = default;
};

/// https, or http on a loopback address; nothing but scheme, host, port and path.
/// The error is of kind Usage and never repeats a password that the URL may hold.
[[nodiscard]] Result<QUrl> parseBaseUrl(const QString &text);

/// The same rules for the destination of the export.
[[nodiscard]] Result<QUrl> parseWfmEndpoint(const QString &text);

/// `NAME: VALUE`. The error never repeats the value.
[[nodiscard]] Result<std::pair<QByteArray, QByteArray>> parseWfmHeader(const QString &text);

[[nodiscard]] TenantId tenantIdOf(const Connection &connection);

/// The certificates of `authorityFile`; an empty list when none is named.
[[nodiscard]] Result<QList<QSslCertificate>> readAuthorities(const QString &authorityFile);

} // namespace queuesmith
