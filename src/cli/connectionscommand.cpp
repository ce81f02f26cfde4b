#include "cli/connectionscommand.h"

#include "cxone/keychain.h"
#include "cxone/profiles.h"

#include <QJsonArray>

namespace queuesmith {

namespace {
Profiles userProfiles() { return Profiles(Profiles::defaultFile()); }
} // namespace

void ConnectionsListCommand::start()
{
    QJsonArray connections;
    QList<QStringList> rows;
    const QStringList names = userProfiles().names();
    for (const QString &name : names) {
        const Result<Connection> connection = userProfiles().load(name);
        const QString url =
            connection ? connection.value().baseUrl.toString() : connection.error().message;
        const QString client = connection ? connection.value().clientId : QString();
        const QString environment = connection ? word(connection.value().environment) : QString();
        connections.append(QJsonObject{{QStringLiteral("name"), name},
            {QStringLiteral("baseUrl"), url}, {QStringLiteral("clientId"), client},
            {QStringLiteral("environment"), environment}});
        rows.append({name, url, client, environment});
    }
    m_output.result({{QStringLiteral("connections"), connections}},
        rows.isEmpty() ? tr("No saved connections.\n")
                       : textTable({QStringLiteral("Name"), QStringLiteral("Base URL"),
                                       QStringLiteral("Client id"), QStringLiteral("Environment")},
                           rows));
    Q_EMIT finished(ExitCode::Done);
}

void ConnectionsSaveCommand::start()
{
    Connection connection = m_session.connection();
    connection.name = line().words.last();
    connection.environment = line().environment.value_or(Environment::Production);
    if (connection.name.trimmed().isEmpty()) {
        fail(usageError(QStringLiteral("Give the connection a name, as connections save NAME.")));
        return;
    }
    if (!line().unsaved) {
        fail(usageError(
            QStringLiteral("Give --base-url and --client-id of the connection to save.")));
        return;
    }
    if (const Status saved = userProfiles().save(connection); !saved) {
        fail(saved.error());
        return;
    }
    if (connection.wfm.endpoint.hasQuery())
        m_output.note(tr("The WFM endpoint has a query, which may hold a key, so it was not saved. "
                         "Give --wfm-endpoint each time."));
    const Result<QByteArray> secret = m_session.givenSecret();
    if (!secret) {
        fail(secret.error());
    } else if (secret.value().isEmpty()) {
        report(tr("Saved “%1”, without a secret: give it in QUEUESMITH_CLIENT_SECRET each time.\n")
                   .arg(connection.name));
    } else {
        keychain::writeSecret(
            connection.name, secret.value(), this, [this, connection](const Status &kept) {
                if (kept)
                    report(
                        tr("Saved “%1”, with its secret in the keychain.\n").arg(connection.name));
                else
                    report(tr("Saved “%1”, but not its secret. %2\n")
                               .arg(connection.name, kept.error().message));
            });
    }
}

void ConnectionsSaveCommand::report(const QString &text)
{
    m_output.result({{QStringLiteral("saved"), line().words.last()}}, text);
    Q_EMIT finished(ExitCode::Done);
}

void ConnectionsRemoveCommand::start()
{
    const QString name = line().words.last();
    if (const Status removed = userProfiles().remove(name); !removed) {
        fail(removed.error());
        return;
    }
    keychain::removeSecret(name, this, [this, name](const Status &removed) {
        if (!removed && removed.error().code != QLatin1StringView("no_secret"))
            m_output.note(removed.error().message);
        m_output.result({{QStringLiteral("removed"), name}}, tr("Removed “%1”.\n").arg(name));
        Q_EMIT finished(ExitCode::Done);
    });
}

} // namespace queuesmith
