#include "cxone/secrets.h"

#include "domain/readinput.h"

#include <QFileInfo>

#include <cstring>

namespace queuesmith {

namespace {
Error secretFileError(const QString &message)
{
    return Error::of(ErrorKind::Usage, "secret_file", message);
}
} // namespace

Result<QByteArray> readSecretFile(const QString &name)
{
    if (QFileInfo(name).permissions() & (QFile::ReadOther | QFile::WriteOther))
        return secretFileError(QStringLiteral(
            "The file with the client secret, %1, is open to every user of this "
            "computer. Protect it (chmod 600), and replace the secret if it may have been read.")
                                   .arg(name));
    constexpr qsizetype kMost = 64 * 1024;
    const InputText input = readInput(name, kMost, Pipes::Wait);
    if (!input.why.isEmpty())
        return secretFileError(
            QStringLiteral("The file with the client secret can't be read: %1 (%2). Name a file "
                           "that has the secret in its first line.")
                .arg(name, input.why.english()));
    const qsizetype lineEnd = input.text.indexOf('\n');
    if (lineEnd < 0 && input.text.size() > kMost)
        return secretFileError(QStringLiteral("The first line of %1 is longer than 64 KiB, so it "
                                              "can't be a client secret. Name another file.")
                                   .arg(name));
    const QByteArray secret = input.text.mid(0, lineEnd).trimmed();
    if (secret.isEmpty())
        return secretFileError(
            QStringLiteral("The file with the client secret is empty: %1.").arg(name));
    return secret;
}

QByteArray takeSecretFromEnvironment(const char *variable)
{
    QByteArray secret = qgetenv(variable);
    // The variable's own memory is what /proc/PID/environ shows.
    if (char *value = ::getenv(variable)) // NOLINT(concurrency-mt-unsafe): before any thread starts
        std::memset(value, 0, std::strlen(value));
    qunsetenv(variable);
    return secret;
}

} // namespace queuesmith
