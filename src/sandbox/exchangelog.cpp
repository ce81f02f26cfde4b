#include "sandbox/exchangelog.h"

#include "sandbox/secretmask.h"

#include <algorithm>
#include <array>

namespace queuesmith::sandbox {

namespace {

/// Everything else is left out, above all Authorization.
constexpr std::array<QByteArrayView, 12> kLoggedHeaders{"Accept", "Allow", "Content-Length",
    "Content-Type", "ETag", "Idempotency-Key", "If-Match", "Location", "Retry-After", "User-Agent",
    "WWW-Authenticate", "X-Request-Id"};

bool isLogged(const Header &header)
{
    return std::any_of(
        kLoggedHeaders.cbegin(), kLoggedHeaders.cend(), [&header](QByteArrayView name) {
            return header.name.compare(name, Qt::CaseInsensitive) == 0;
        });
}

QJsonObject headersJson(const QList<Header> &headers)
{
    QJsonObject object;
    for (const Header &header : headers) {
        if (isLogged(header))
            object.insert(QString::fromLatin1(header.name), QString::fromLatin1(header.value));
    }
    return object;
}

QString bodyText(const QByteArray &body, bool isForm)
{
    return QString::fromUtf8(isForm ? maskedForm(body) : maskedJson(body));
}

QJsonObject toJson(const ExchangeLog::Entry &entry)
{
    const bool isForm = entry.request.hasMediaType("application/x-www-form-urlencoded");
    return {{QStringLiteral("method"), QString::fromLatin1(entry.request.method)},
        {QStringLiteral("path"), QString::fromUtf8(maskedTarget(entry.request.target))},
        {QStringLiteral("status"), entry.answer.status},
        {QStringLiteral("milliseconds"),
            static_cast<qint64>(std::max(entry.finished - entry.started, {}).count())},
        {QStringLiteral("faulted"), entry.faulted},
        {QStringLiteral("headers"), headersJson(entry.request.headers)},
        {QStringLiteral("body"), bodyText(entry.request.body, isForm)},
        {QStringLiteral("responseHeaders"), headersJson(entry.answer.headers)},
        {QStringLiteral("responseBody"), bodyText(entry.answer.body, false)}};
}

} // namespace

std::shared_ptr<ExchangeLog::Entry> ExchangeLog::begin(
    const WireRequest &request, std::chrono::milliseconds now)
{
    auto entry = std::make_shared<Entry>();
    entry->request = request;
    entry->request.headers.removeIf([](const Header &header) { return !isLogged(header); });
    entry->started = now;
    m_entries.push_back(entry);
    return entry;
}

QJsonArray ExchangeLog::toJson() const
{
    QJsonArray array;
    for (const auto &entry : m_entries)
        array.append(sandbox::toJson(*entry));
    return array;
}

} // namespace queuesmith::sandbox
