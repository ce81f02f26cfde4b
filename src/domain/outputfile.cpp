#include "domain/outputfile.h"

#include "platform/fileidentity.h"

#include <QFile>

namespace queuesmith {

namespace {
constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

bool isSomethingElse(const QString &file)
{
    const std::optional<FileIdentity> found = identityOf(file);
    return found && found->kind != FileIdentity::Kind::Regular;
}
} // namespace

Sentence openOutput(QSaveFile &file, FileAccess access)
{
    if (isSomethingElse(file.fileName()))
        return Sentence::tr("it is not a regular file");
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    const QFile::Permissions permissions = access == FileAccess::OwnerOnly
        ? kOwnerOnly
        : file.permissions() & ~(QFile::WriteGroup | QFile::WriteOther);
    if (file.setPermissions(permissions))
        return {};
    const QString why = file.errorString();
    file.cancelWriting();
    return why;
}

Sentence writeOutput(const QString &name, const QByteArray &content, FileAccess access)
{
    QSaveFile file(name);
    if (Sentence why = openOutput(file, access); !why.isEmpty())
        return why;
    if (file.write(content) == content.size() && file.commit())
        return {};
    return file.errorString();
}

} // namespace queuesmith
