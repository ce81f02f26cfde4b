#include "platform/fileidentity.h"

#include <QFile>

#include <sys/stat.h>

namespace queuesmith {

std::optional<FileIdentity> identityOf(const QString &file)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(file).constData(), &found) != 0)
        return std::nullopt;
    FileIdentity identity{FileIdentity::Kind::Other, found.st_nlink, found.st_dev, found.st_ino};
    if (S_ISREG(found.st_mode))
        identity.kind = FileIdentity::Kind::Regular;
    else if (S_ISCHR(found.st_mode))
        identity.kind = FileIdentity::Kind::CharacterDevice;
    return identity;
}

} // namespace queuesmith
