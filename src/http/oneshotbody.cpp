#include "http/oneshotbody.h"

#include <algorithm>
#include <cstring>

namespace queuesmith {

OneShotBody::OneShotBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    // Unbuffered, or QIODevice would read ahead and wasRead() would say more than is true.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    if (m_shut)
        return -1;
    const qint64 size = std::min<qint64>(maxSize, m_bytes.size() - m_at);
    std::memcpy(data, m_bytes.constData() + m_at, static_cast<std::size_t>(size));
    m_at += size;
    return size;
}

} // namespace queuesmith
