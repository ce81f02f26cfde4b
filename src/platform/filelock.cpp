#include "platform/filelock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace queuesmith {

namespace {
int lockWithoutSignals(int descriptor, int operation)
{
    int result = 0;
    do {
        result = ::flock(descriptor, operation);
    } while (result != 0 && errno == EINTR);
    return result;
}
} // namespace

FileLock::FileLock(int descriptor, QString ownFile)
    : m_descriptor(descriptor)
    , m_ownFile(std::move(ownFile))
{
}

FileLock::~FileLock()
{
    if (!m_ownFile.isEmpty())
        ::unlink(QFile::encodeName(m_ownFile).constData());
    ::close(m_descriptor);
}

std::unique_ptr<FileLock> FileLock::onFolder(const QString &folder, Wait wait)
{
    const int descriptor =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return nullptr;
    std::unique_ptr<FileLock> lock(new FileLock(descriptor, {}));
    if (lockWithoutSignals(descriptor, wait == Wait::Yes ? LOCK_EX : LOCK_EX | LOCK_NB) != 0)
        return nullptr;
    return lock;
}

std::unique_ptr<FileLock> FileLock::onNewFile(const QString &file)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(),
        O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return nullptr;
    std::unique_ptr<FileLock> lock(new FileLock(descriptor, file));
    if (lockWithoutSignals(descriptor, LOCK_EX | LOCK_NB) != 0)
        return nullptr;
    return lock;
}

bool FileLock::isAtItsPlace() const
{
    struct stat open = {};
    struct stat there = {};
    return ::fstat(m_descriptor, &open) == 0
        && ::stat(QFile::encodeName(m_ownFile).constData(), &there) == 0
        && open.st_dev == there.st_dev && open.st_ino == there.st_ino;
}

bool isLocked(const QString &file)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno != ENOENT;
    const bool free = lockWithoutSignals(descriptor, LOCK_EX | LOCK_NB) == 0;
    ::close(descriptor);
    return !free;
}

} // namespace queuesmith
