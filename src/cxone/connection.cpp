#include "cxone/connection.h"

#include "domain/readinput.h"

#include <QHostAddress>

#include <algorithm>

namespace queuesmith {

namespace {

/// Many times what the authorities of a whole system take.
constexpr qsizetype kMostAuthorityBytes = 8 * 1024 * 1024;

bool isLoopback(const QString &host)
{
    const QHostAddress address(host);
    return address.isNull() ? host == QLatin1StringView("localhost") : address.isLoopback();
}

Result<QUrl> parseUrl(const QString &text, const Sentence &what)
{
    const QString code = QStringLiteral("bad_url");
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return Error::of(ErrorKind::Usage, code,
            Sentence::tr(
                "%1 is not a usable URL. Enter it as https://host/, with a port if needed.",
                {what}));
    if (!url.userInfo().isEmpty())
        return Error::of(ErrorKind::Usage, code,
            Sentence::tr("%1 contains a user name or a password. Remove them; the client's secret "
                         "has its own field.",
                {what}));
    const bool plain = url.scheme() == QLatin1StringView("http");
    if (!plain && url.scheme() != QLatin1StringView("https"))
        return Error::of(
            ErrorKind::Usage, code, Sentence::tr("%1 must begin with https://.", {what}));
    if (plain && !isLoopback(url.host()))
        return Error::of(ErrorKind::Usage, "insecure_url",
            Sentence::tr("%1 uses http, which anyone on the way can read and change. Use https; "
                         "http is allowed for a loopback address only.",
                {what}));
    return url;
}

bool isHeaderName(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

} // namespace

Result<QUrl> parseBaseUrl(const QString &text)
{
    Result<QUrl> url = parseUrl(text, Sentence::tr("The base URL"));
    if (url.ok() && (url.value().hasQuery() || url.value().hasFragment()))
        return Error::of(ErrorKind::Usage, "bad_url",
            Sentence::tr(
                "The base URL contains a query or a fragment. Enter only scheme, host and port."));
    return url;
}

Result<QUrl> parseWfmEndpoint(const QString &text)
{
    return parseUrl(text, Sentence::tr("The WFM endpoint"));
}

Result<std::pair<QByteArray, QByteArray>> parseWfmHeader(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const QByteArray name = text.left(colon < 0 ? 0 : colon).trimmed().toUtf8();
    const QByteArray value = text.mid(colon + 1).trimmed().toUtf8();
    const bool clean = std::none_of(
        value.cbegin(), value.cend(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (!isHeaderName(name) || !clean)
        return Error::of(ErrorKind::Usage, "bad_header",
            Sentence::tr(
                "A WFM header can't be used. Write it as 'NAME: VALUE', without line breaks."));
    return std::pair(name, value);
}

QString word(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        break;
    case Environment::Test:
        return QStringLiteral("test");
    case Environment::Demo:
        return QStringLiteral("demo");
    }
    return QStringLiteral("production");
}

Environment environmentOf(const QString &word)
{
    for (const Environment known : {Environment::Test, Environment::Demo}) {
        if (queuesmith::word(known) == word)
            return known;
    }
    return Environment::Production;
}

TenantId tenantIdOf(const Connection &connection)
{
    return tenantIdOf(connection.baseUrl, connection.clientId);
}

Result<QList<QSslCertificate>> readAuthorities(const QString &authorityFile)
{
    if (authorityFile.isEmpty())
        return QList<QSslCertificate>();
    // The window reads it too, and must not wait.
    const InputText input = readInput(authorityFile, kMostAuthorityBytes, Pipes::Refuse);
    if (!input.why.isEmpty())
        return Error::of(ErrorKind::Usage, "bad_authority",
            Sentence::tr("The file with the tenant's certificate authority can't be read: %1 (%2). "
                         "Name a PEM file that you may read.",
                {authorityFile, input.why}));
    QList<QSslCertificate> certificates;
    if (input.text.size() <= kMostAuthorityBytes)
        certificates = QSslCertificate::fromData(input.text, QSsl::Pem);
    if (certificates.isEmpty())
        return Error::of(ErrorKind::Usage, "bad_authority",
            Sentence::tr("No certificate could be read from %1. Name a PEM file with the "
                         "certificate authority of the tenant.",
                {authorityFile}));
    return certificates;
}

} // namespace queuesmith
