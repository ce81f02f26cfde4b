#include "history/spans.h"

#include <algorithm>

namespace queuesmith {

QList<TimeSpan> merged(QList<TimeSpan> spans)
{
    std::sort(spans.begin(), spans.end(),
        [](const TimeSpan &a, const TimeSpan &b) { return a.fromMs < b.fromMs; });
    QList<TimeSpan> result;
    for (const TimeSpan &span : std::as_const(spans)) {
        if (span.isEmpty())
            continue;
        if (result.isEmpty() || span.fromMs > result.last().toMs)
            result.append(span);
        else
            result.last().toMs = std::max(result.last().toMs, span.toMs);
    }
    return result;
}

QList<TimeSpan> missing(const TimeSpan &wanted, const QList<TimeSpan> &covered)
{
    QList<TimeSpan> result;
    qint64 from = wanted.fromMs;
    for (const TimeSpan &span : covered) {
        const qint64 until = std::min(span.fromMs, wanted.toMs);
        if (until > from)
            result.append({from, until});
        from = std::max(from, span.toMs);
    }
    if (from < wanted.toMs)
        result.append({from, wanted.toMs});
    return result;
}

} // namespace queuesmith
