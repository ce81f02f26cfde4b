#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <chrono>

namespace queuesmith::sandbox {

/// The demo tenant's clients and the bearer tokens that it gave them.
class DemoTokens {
public:
    enum class State { Valid, Missing, Unknown, Expired };
    struct Check {
        State state = State::Missing;
        QStringList scopes; ///< of a valid token
    };

    explicit DemoTokens(std::chrono::seconds life);

    /// All scopes of a client, or nothing when client or secret is wrong.
    [[nodiscard]] static QStringList scopesOf(const QString &clientId, const QString &secret);

    [[nodiscard]] QByteArray issue(const QStringList &scopes, std::chrono::milliseconds now);
    [[nodiscard]] Check check(const QByteArray &authorization, std::chrono::milliseconds now) const;
    [[nodiscard]] std::chrono::seconds life() const { return m_life; }

private:
    struct Grant {
        QStringList scopes;
        std::chrono::milliseconds expires;
    };
    std::chrono::seconds m_life;
    QHash<QByteArray, Grant> m_grants;
};

} // namespace queuesmith::sandbox
