#include "platform/socketbytes.h"

#include <arpa/inet.h>
#include <charconv>
#include <dirent.h>
#include <linux/tcp.h>
#include <memory>
#include <string_view>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace queuesmith {

namespace {

quint16 peerPort(int descriptor)
{
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    if (getpeername(descriptor, reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return 0;
    if (address.ss_family == AF_INET)
        return ntohs(reinterpret_cast<const sockaddr_in *>(&address)->sin_port);
    if (address.ss_family == AF_INET6)
        return ntohs(reinterpret_cast<const sockaddr_in6 *>(&address)->sin6_port);
    return 0;
}

/// What still waits in the kernel doesn't count.
qint64 takenBy(int descriptor)
{
    tcp_info info{};
    socklen_t length = sizeof info;
    int unread = 0;
    if (getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &length) != 0
        || ioctl(descriptor, FIONREAD, &unread) != 0)
        return 0;
    return static_cast<qint64>(info.tcpi_bytes_received) - unread;
}

} // namespace

QHash<int, qint64> bytesTakenFrom(quint16 port)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(opendir("/proc/self/fd"), closedir);
    QHash<int, qint64> taken;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is ours alone
    for (const dirent *entry = folder ? readdir(folder.get()) : nullptr; entry != nullptr;
         entry = readdir(folder.get())) { // NOLINT(concurrency-mt-unsafe)
        const std::string_view name(entry->d_name);
        int descriptor = -1;
        if (std::from_chars(name.data(), name.data() + name.size(), descriptor).ec != std::errc())
            continue;
        if (peerPort(descriptor) == port)
            taken.insert(descriptor, takenBy(descriptor));
    }
    return taken;
}

void cutOffConnection(int descriptor, quint16 port)
{
    if (descriptor < 0 || peerPort(descriptor) != port)
        return;
    sockaddr nowhere{};
    nowhere.sa_family = AF_UNSPEC;
    ::connect(descriptor, &nowhere, sizeof nowhere);
}

} // namespace queuesmith
