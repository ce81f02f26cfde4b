#include "sandbox/demotokens.h"

#include <QRandomGenerator>

#include <array>

namespace queuesmith::sandbox {

namespace {

QStringList readScopes()
{
    return {QStringLiteral("queue:read"), QStringLiteral("skill:read"),
        QStringLiteral("analytics:read"), QStringLiteral("eventstream:read")};
}

QStringList writeScopes()
{
    return {QStringLiteral("queue:create"), QStringLiteral("queue:update"),
        QStringLiteral("queue:delete"), QStringLiteral("eventstream:write")};
}

QByteArray randomToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

DemoTokens::DemoTokens(std::chrono::seconds life)
    : m_life(life)
{
}

QStringList DemoTokens::scopesOf(const QString &clientId, const QString &secret)
{
    if (secret != QLatin1String("demo-secret"))
        return {};
    if (clientId == QLatin1String("demo"))
        return readScopes() + writeScopes();
    if (clientId == QLatin1String("demo-readonly"))
        return readScopes();
    return {};
}

QByteArray DemoTokens::issue(const QStringList &scopes, std::chrono::milliseconds now)
{
    QByteArray token = randomToken();
    m_grants.insert(token, {scopes, now + m_life});
    return token;
}

DemoTokens::Check DemoTokens::check(
    const QByteArray &authorization, std::chrono::milliseconds now) const
{
    constexpr QByteArrayView kScheme("Bearer ");
    if (authorization.first(std::min(kScheme.size(), authorization.size()))
            .compare(kScheme, Qt::CaseInsensitive)
        != 0)
        return {};
    const auto grant = m_grants.constFind(authorization.mid(kScheme.size()).trimmed());
    if (grant == m_grants.cend())
        return {State::Unknown, {}};
    if (now >= grant->expires)
        return {State::Expired, {}};
    return {State::Valid, grant->scopes};
}

} // namespace queuesmith::sandbox
