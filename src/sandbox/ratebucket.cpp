#include "sandbox/ratebucket.h"

#include <algorithm>
#include <cmath>

namespace queuesmith::sandbox {

RateBucket::RateBucket(int perSecond)
    : m_perSecond(perSecond)
    , m_level(perSecond)
{
}

std::optional<std::chrono::milliseconds> RateBucket::take(std::chrono::milliseconds now)
{
    if (m_perSecond <= 0)
        return std::nullopt;
    const std::chrono::duration<double> passed = now - m_last;
    m_level = std::min(m_perSecond, m_level + passed.count() * m_perSecond);
    m_last = now;
    if (m_level >= 1) {
        m_level -= 1;
        return std::nullopt;
    }
    return std::chrono::milliseconds(std::llround(std::ceil((1 - m_level) / m_perSecond * 1000)));
}

} // namespace queuesmith::sandbox
