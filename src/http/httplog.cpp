#include "http/httplog.h"

#include "platform/fileidentity.h"

#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace queuesmith {

namespace {

constexpr qsizetype kLongestHeader = 200;

bool isHarmlessHeader(const QByteArray &name)
{
    static constexpr std::array kNames{"accept", "content-encoding", "content-length",
        "content-type", "date", "etag", "idempotency-key", "if-match", "retry-after", "user-agent",
        "x-correlation-id", "x-request-id"};
    const QByteArray lower = name.toLower();
    return std::any_of(
        kNames.cbegin(), kNames.cend(), [&lower](const char *known) { return lower == known; });
}

bool isHarmlessQueryItem(const QString &name)
{
    static constexpr std::array kNames{"name", "page", "pageSize", "skip", "top"};
    return std::any_of(kNames.cbegin(), kNames.cend(),
        [&name](const char *known) { return name == QLatin1StringView(known); });
}

QJsonObject loggedHeaders(const HttpHeaders &headers, const KnownSecrets &secrets)
{
    QJsonObject object;
    for (const auto &[name, value] : headers) {
        if (isHarmlessHeader(name))
            object.insert(QString::fromLatin1(name),
                QString::fromUtf8(secrets.masked(value).left(kLongestHeader)));
    }
    return object;
}

QString className(const Verdict &verdict)
{
    switch (verdict.applied) {
    case Applied::No:
        return QStringLiteral("N");
    case Applied::Yes:
        return QStringLiteral("A");
    case Applied::Unknown:
        break;
    }
    return QStringLiteral("U");
}

} // namespace

QString loggedPath(const QUrl &url)
{
    QUrlQuery query;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
    for (const auto &[name, value] : items)
        query.addQueryItem(name, isHarmlessQueryItem(name) ? value : QStringLiteral("*"));
    QString path = url.path(QUrl::FullyEncoded);
    if (!items.isEmpty())
        path += QLatin1Char('?') + query.toString(QUrl::FullyEncoded);
    return path;
}

QJsonObject logLine(const LoggedAttempt &attempt, const KnownSecrets &secrets)
{
    QJsonObject line{
        {QStringLiteral("time"), attempt.time.toString(Qt::ISODateWithMs)},
        {QStringLiteral("operation"), attempt.request.operation},
        {QStringLiteral("method"), QString::fromLatin1(attempt.request.method)},
        {QStringLiteral("host"), hostName(attempt.request.url)},
        {QStringLiteral("path"), loggedPath(attempt.request.url)},
        {QStringLiteral("attempt"), attempt.attempt},
        {QStringLiteral("sent"), attempt.sent},
        {QStringLiteral("status"), attempt.response.status},
        {QStringLiteral("class"), className(attempt.verdict)},
        {QStringLiteral("ms"), static_cast<qint64>(attempt.duration.count())},
        {QStringLiteral("requestId"), attempt.request.requestId},
        {QStringLiteral("requestHeaders"), loggedHeaders(attempt.request.headers, secrets)},
        // Those of a token answer may hold a token that nobody has seen yet.
        {QStringLiteral("responseHeaders"),
            attempt.request.authorized ? loggedHeaders(attempt.response.headers, secrets)
                                       : QJsonObject()},
    };
    if (!attempt.verdict.code.isEmpty())
        line.insert(QStringLiteral("code"), attempt.verdict.code);
    return secrets.masked(line).toObject();
}

HttpLog::HttpLog(const QString &fileName)
    : m_file(fileName)
{
    if (fileName.isEmpty())
        return;
    const std::optional<FileIdentity> found = identityOf(fileName);
    const bool isTerminal = found && found->kind == FileIdentity::Kind::CharacterDevice;
    if (found && found->kind == FileIdentity::Kind::Other) {
        // Opening a pipe would wait for a reader.
        stop(Sentence::tr("it is not a regular file"));
        return;
    }
    const auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    // A file that is there already keeps the rights it was made with unless they are set; those of
    // a terminal aren't ours to set.
    const auto mode = isTerminal ? QIODevice::WriteOnly : QIODevice::WriteOnly | QIODevice::Append;
    const bool ready =
        m_file.open(mode, ownerOnly) && (isTerminal || m_file.setPermissions(ownerOnly));
    if (!ready)
        stop(m_file.errorString());
}

void HttpLog::write(const LoggedAttempt &attempt, const KnownSecrets &secrets)
{
    if (!m_file.isOpen())
        return;
    const QByteArray line =
        QJsonDocument(logLine(attempt, secrets)).toJson(QJsonDocument::Compact) + '\n';
    if (m_file.write(line) == line.size() && m_file.flush())
        m_hasLines = true;
    else
        stop(m_file.errorString());
}

/// A log with gaps would mislead: it ends where the first line is missing.
void HttpLog::stop(const Sentence &why)
{
    const Words source = m_hasLines
        ? Sentence::tr(
            "The request log “%1” could not be written any further (%2), so later requests are "
            "missing from it. Make room there, or choose another file for it.")
        : Sentence::tr("The request log “%1” can't be written (%2). Choose another file for it, or "
                       "make the place writable.");
    m_problem =
        Error::of(ErrorKind::OutputFile, "log_unwritable", {source, {m_file.fileName(), why}});
    m_file.close();
}

} // namespace queuesmith
