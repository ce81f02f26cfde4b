#include "sandbox/wirereader.h"

// The only file that pays for Beast's compile time.
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace queuesmith::sandbox {

namespace http = boost::beast::http;

namespace {

QByteArray toByteArray(boost::beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

WireReader::Refusal refusalFor(const boost::system::error_code &error)
{
    if (error == http::error::body_limit)
        return {413, QStringLiteral("The body is larger than 8 MiB.")};
    if (error == http::error::header_limit)
        return {431, QStringLiteral("The headers are larger than 64 KiB.")};
    return {400,
        QStringLiteral("This isn't a valid HTTP request: %1.")
            .arg(QString::fromStdString(error.message()))};
}

} // namespace

struct WireReader::Parser {
    Parser()
    {
        parser.eager(true);
        parser.body_limit(kMaxBody);
        parser.header_limit(kMaxHead);
    }
    http::request_parser<http::string_body> parser;
};

WireReader::WireReader()
    : m_parser(std::make_unique<Parser>())
{
}

WireReader::~WireReader() = default;

void WireReader::feed(const QByteArray &bytes) { m_bytes += bytes; }

WireReader::Step WireReader::next()
{
    auto &parser = m_parser->parser;
    while (!m_bytes.isEmpty()) {
        boost::system::error_code error;
        const std::size_t used = parser.put(
            boost::asio::buffer(m_bytes.constData(), static_cast<std::size_t>(m_bytes.size())),
            error);
        m_bytes.remove(0, static_cast<qsizetype>(used));
        if (error && error != http::error::need_more)
            return refusalFor(error);
        if (parser.is_done())
            return takeRequest();
        if (error || used == 0)
            break;
    }
    const bool waits = parser.is_header_done() && !m_continueSent
        && boost::beast::iequals(parser.get()[http::field::expect], "100-continue");
    m_continueSent = m_continueSent || waits;
    return NeedMore{waits};
}

WireRequest WireReader::takeRequest()
{
    const auto message = m_parser->parser.release();
    WireRequest request;
    request.method = toByteArray(message.method_string());
    request.target = toByteArray(message.target());
    for (const auto &field : message)
        request.headers.append({toByteArray(field.name_string()), toByteArray(field.value())});
    request.body = QByteArray::fromStdString(message.body());
    request.keepAlive = message.keep_alive();
    m_parser = std::make_unique<Parser>();
    m_continueSent = false;
    return request;
}

} // namespace queuesmith::sandbox
