#pragma once

#include "historyquery.h"
#include "httptypes.h"
#include "result.h"

namespace queuesmith::queuesv2 {

[[nodiscard]] HttpRequest queryDetails(const QUrl &base, const HistoryQuery &query);

/// Largest answer that is read for a query, in bytes: what is larger can't be an answer to it, and
/// reading it would hold up the caller's thread.
[[nodiscard]] qsizetype largestHistoryAnswer(const HistoryQuery &query);

/// The contract's MetricRecords. Figures that are absent, null or no number stay empty. Kind
/// BadAnswer when it isn't strict JSON, has no list “data” or is too large.
[[nodiscard]] Result<HistoryAnswer> readHistory(
    const HttpResponse &response, const HistoryQuery &query);

} // namespace queuesmith::queuesv2
