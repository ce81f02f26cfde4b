#include "platform/filesync.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace queuesmith {

bool syncOpenFile(int handle) { return ::fsync(handle) == 0; }

bool syncPath(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = syncOpenFile(descriptor);
    ::close(descriptor);
    return synced;
}

} // namespace queuesmith
