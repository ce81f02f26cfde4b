#include "trafficmeter.h"

#include <atomic>
#include <charconv>
#include <memory>
#include <string_view>
#include <utility>

#include <arpa/inet.h>
#include <dirent.h>
#include <linux/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace queuesmith {

namespace {

/// Of all clients of this process, as the kernel's counters are.
std::atomic<qint64> bytesDelivered{0};

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

/// Of this process's connections to servers at `port`, as the kernel counts.
HeaderWatch::Taken HeaderWatch::takenFrom(quint16 port)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(opendir("/proc/self/fd"), closedir);
    Taken taken;
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

void noteDelivered(qint64 bytes) { bytesDelivered += bytes; }

HeaderWatch::HeaderWatch(quint16 port)
    : m_port(port)
    , m_before(takenFrom(port))
    , m_delivered(bytesDelivered)
{
}

bool HeaderWatch::isFlood()
{
    const qint64 delivered = bytesDelivered - m_delivered;
    // Chunks and encryption add a little to what is handed over.
    qint64 unclaimed = -delivered - delivered / 4;
    qint64 most = 0;
    const Taken taken = takenFrom(m_port);
    for (auto one = taken.cbegin(); one != taken.cend(); ++one) {
        // Fewer than before: another connection has the descriptor now.
        const qint64 before = m_before.value(one.key());
        const qint64 grown = one.value() >= before ? one.value() - before : one.value();
        unclaimed += grown;
        if (grown > most) {
            most = grown;
            m_worst = one.key();
        }
    }
    const bool isMuch = unclaimed > kMostHeaderBytes;
    return std::exchange(m_wasMuch, isMuch) && isMuch;
}

void HeaderWatch::cutOff() const
{
    if (m_worst < 0 || peerPort(m_worst) != m_port)
        return;
    // Drops what waits in the kernel too, which closing for reading doesn't.
    sockaddr nowhere{};
    nowhere.sa_family = AF_UNSPEC;
    ::connect(m_worst, &nowhere, sizeof nowhere);
}

} // namespace queuesmith
