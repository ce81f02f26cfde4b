#include "http/trafficmeter.h"

#include "platform/socketbytes.h"

#include <atomic>
#include <utility>

namespace queuesmith {

namespace {

/// Of all clients of this process, as the kernel's counters are.
std::atomic<qint64> bytesDelivered{0};

} // namespace

void noteDelivered(qint64 bytes) { bytesDelivered += bytes; }

HeaderWatch::HeaderWatch(quint16 port)
    : m_port(port)
    , m_before(bytesTakenFrom(port))
    , m_delivered(bytesDelivered)
{
}

bool HeaderWatch::isFlood()
{
    const qint64 delivered = bytesDelivered - m_delivered;
    // Chunks and encryption add a little to what is handed over.
    qint64 unclaimed = -delivered - delivered / 4;
    qint64 most = 0;
    const QHash<int, qint64> taken = bytesTakenFrom(m_port);
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

void HeaderWatch::cutOff() const { cutOffConnection(m_worst, m_port); }

} // namespace queuesmith
