#include "platform/privatefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace queuesmith {

bool makePrivateFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return true;
    const QString above = info.absolutePath();
    if (above == info.absoluteFilePath() || !makePrivateFolder(above))
        return false;
    const QByteArray name = QFile::encodeName(info.absoluteFilePath());
    if (::mkdir(name.constData(), S_IRWXU) != 0)
        return errno == EEXIST && QFileInfo(folder).isDir(); // another process was faster
    return ::chmod(name.constData(), S_IRWXU) == 0;
}

void makePrivate(const QString &folder)
{
    const auto setMode = [](const QString &path, mode_t mode) {
        const QByteArray name = QFile::encodeName(path);
        struct stat found = {};
        const bool isThere = ::lstat(name.constData(), &found) == 0;
        const bool isMeant = S_ISREG(found.st_mode) || S_ISDIR(found.st_mode);
        if (isThere && isMeant && (found.st_mode & ALLPERMS) != mode)
            (void)::chmod(name.constData(), mode);
    };
    // The folder first: then nobody else can put anything in the place of what is changed.
    setMode(QFileInfo(folder).canonicalFilePath(), S_IRWXU);
    const QDir inside(folder);
    for (const QString &file : inside.entryList(QDir::Files | QDir::Hidden))
        setMode(inside.filePath(file), S_IRUSR | S_IWUSR);
}

bool makePrivateFile(const QString &file)
{
    if (!makePrivateFolder(QFileInfo(file).absolutePath()))
        return false;
    const int descriptor = ::open(QFile::encodeName(file).constData(),
        O_WRONLY | O_CREAT | O_NONBLOCK | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return false;
    struct stat found = {};
    const bool isPrivate = ::fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode)
        && ::fchmod(descriptor, S_IRUSR | S_IWUSR) == 0;
    ::close(descriptor);
    return isPrivate;
}

} // namespace queuesmith
