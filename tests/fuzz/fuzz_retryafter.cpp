#include "fuzz.h"
#include "http/retryafter.h"

namespace queuesmith {

void feedRetryAfter(const QByteArray &bytes)
{
    using namespace std::chrono_literals;
    const QDateTime now(QDate(2026, 1, 5), QTime(10, 0), Qt::UTC);
    if (const auto delay = parseRetryAfter(bytes, now))
        require(*delay >= 0ms && *delay <= 24h * 365, "a delay out of bounds");
    if (const auto date = parseHttpDate(bytes, now))
        require(date->isValid() && date->timeSpec() == Qt::UTC, "a date that is none");
}

} // namespace queuesmith
