#include "http/certificatename.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QUrl>

#include <algorithm>

namespace queuesmith {

namespace {

/// `*` stands for the whole of the first label only.
bool matchesName(const QString &pattern, const QString &host)
{
    if (pattern.compare(host, Qt::CaseInsensitive) == 0)
        return true;
    const qsizetype dot = host.indexOf(u'.');
    return dot > 0 && pattern.startsWith(QLatin1StringView("*.")) && pattern.count(u'.') > 1
        && QStringView(pattern).mid(1).compare(QStringView(host).mid(dot), Qt::CaseInsensitive)
        == 0;
}

} // namespace

bool namesHost(const QSslCertificate &certificate, const QString &host)
{
    const auto names = certificate.subjectAlternativeNames();
    const QStringList hosts = names.values(QSsl::DnsEntry);
    const QStringList addresses = names.values(QSsl::IpAddressEntry);
    if (hosts.isEmpty() && addresses.isEmpty())
        return true;
    const QHostAddress address(host);
    const QString ace = QString::fromLatin1(QUrl::toAce(host));
    return std::any_of(addresses.cbegin(), addresses.cend(), [&address](const QString &one) {
        return !address.isNull() && QHostAddress(one) == address;
    }) || std::any_of(hosts.cbegin(), hosts.cend(), [&](const QString &one) {
        return matchesName(one, host) || (!ace.isEmpty() && matchesName(one, ace));
    });
}

} // namespace queuesmith
