#include "domain/tenantid.h"

#include <QCryptographicHash>
#include <QStringList>

namespace queuesmith {

QString TenantId::key() const
{
    if (origin.isEmpty())
        return {};
    const QString whose = businessUnit.isEmpty() ? QStringLiteral("client:") + client
                                                 : QStringLiteral("unit:") + businessUnit;
    const QString text =
        QStringList{QStringLiteral("queuesmith-tenant-1"), origin, path, whose}.join(u'\n');
    constexpr int kDigits = 16;
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().first(kDigits));
}

QString originOf(const QUrl &baseUrl)
{
    return baseUrl.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment
        | QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
}

TenantId tenantIdOf(const QUrl &baseUrl, const QString &client)
{
    QString path = baseUrl.adjusted(QUrl::NormalizePathSegments).path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return {originOf(baseUrl), path, client, {}};
}

} // namespace queuesmith
