#include "cxone/profiles.h"
#include "fuzz.h"

namespace queuesmith {

namespace {

void readAddresses(const QString &text)
{
    const Result<QUrl> url = parseBaseUrl(text);
    if (url.ok()) {
        const Result<QUrl> again = parseBaseUrl(url.value().toString(QUrl::FullyEncoded));
        require(again.ok() && again.value() == url.value(), "a URL that reads otherwise");
        require(!tenantIdOf(url.value(), text).key().isEmpty(), "a tenant without an id");
    } else {
        requireSentence(url.error());
    }
    if (const auto endpoint = parseWfmEndpoint(text); !endpoint)
        requireSentence(endpoint.error());
    if (const auto header = parseWfmHeader(text); !header)
        requireSentence(header.error());
}

} // namespace

void feedConnections(const QByteArray &bytes)
{
    // Qt warns of what it can't make of @Variant(…) in an INI file.
    [[maybe_unused]] static const QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    readAddresses(QString::fromUtf8(bytes));
    const FuzzFile file(bytes);
    const Profiles profiles(file.name());
    for (const QString &name : profiles.names().mid(0, 3)) {
        const Result<Connection> read = profiles.load(name);
        if (!read) {
            requireSentence(read.error());
            continue;
        }
        Connection connection = read.value();
        if (connection.wfm.endpoint.hasQuery()) // which may hold a key and isn't saved
            connection.wfm.endpoint.clear();
        connection.wfm.endpoint.setFragment({}); // is never sent, and QUrl tells # from %23 in it
        const FuzzFile copy({});
        const Profiles others(copy.name());
        require(others.save(connection).ok(), "a connection that can't be saved");
        const Result<Connection> again = others.load(name);
        require(again.ok() && again.value() == connection, "a connection that reads otherwise");
    }
}

} // namespace queuesmith
