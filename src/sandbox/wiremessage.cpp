#include "sandbox/wiremessage.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace queuesmith::sandbox {

namespace {

const Header *findHeader(const QList<Header> &headers, QByteArrayView name)
{
    const auto found = std::find_if(headers.cbegin(), headers.cend(),
        [name](const Header &h) { return h.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.cend() ? nullptr : &*found;
}

QByteArray valueOf(const QList<Header> &headers, QByteArrayView name)
{
    const Header *header = findHeader(headers, name);
    return header == nullptr ? QByteArray() : header->value;
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 307:
        return "Temporary Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 503:
        return "Service Unavailable";
    default:
        return "Status";
    }
}

QByteArray httpDate()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss"))
        .toLatin1()
        .append(" GMT");
}

} // namespace

QByteArray WireRequest::path() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? target : target.left(mark);
}

QList<FormItem> WireRequest::queryItems() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QList<FormItem>() : formItems(target.mid(mark + 1));
}

QByteArray WireRequest::header(QByteArrayView name) const { return valueOf(headers, name); }

bool WireRequest::hasMediaType(QByteArrayView type) const
{
    const QByteArray value = header("Content-Type").split(';').constFirst();
    return value.trimmed().compare(type, Qt::CaseInsensitive) == 0;
}

QByteArray WireAnswer::header(QByteArrayView name) const { return valueOf(headers, name); }

WireBytes toBytes(const WireAnswer &answer, bool keepAlive, bool headRequest)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' '
        + reasonPhrase(answer.status) + "\r\n";
    const auto add = [&head](const QByteArray &name, const QByteArray &value) {
        head += name + ": " + value + "\r\n";
    };
    const auto addUnlessGiven = [&](const QByteArray &name, const QByteArray &value) {
        if (findHeader(answer.headers, name) == nullptr && !answer.leftOut.contains(name.toLower()))
            add(name, value);
    };
    for (const Header &header : answer.headers)
        add(header.name, header.value);
    const bool bodyless = answer.status == 204 || answer.status == 304;
    addUnlessGiven("Date", httpDate());
    if (!bodyless && findHeader(answer.headers, "Transfer-Encoding") == nullptr)
        addUnlessGiven("Content-Length", QByteArray::number(answer.body.size()));
    addUnlessGiven("Connection", keepAlive ? "keep-alive" : "close");
    head += "\r\n";
    return {head, bodyless || headRequest ? QByteArray() : answer.body};
}

QString decoded(const QByteArray &encoded)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
}

QList<FormItem> formItems(const QByteArray &encoded)
{
    QList<FormItem> items;
    for (QByteArray pair : encoded.split('&')) {
        if (pair.isEmpty())
            continue;
        pair.replace('+', ' ');
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = equals < 0 ? pair : pair.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        items.append({decoded(name), decoded(value)});
    }
    return items;
}

WireAnswer jsonAnswer(int status, const QJsonObject &body)
{
    return {status, {{"Content-Type", "application/json"}},
        QJsonDocument(body).toJson(QJsonDocument::Compact), {}};
}

} // namespace queuesmith::sandbox
