#pragma once

#include "cxone/historyquery.h"
#include "domain/result.h"
#include "http/httptypes.h"

namespace queuesmith::queuesv2 {

[[nodiscard]] HttpRequest queryDetails(const QUrl &base, const HistoryQuery &query);

/// A quick look at whether an answer is worth reading, or better asked for once more.
[[nodiscard]] bool mayBeHistory(const HttpResponse &response);

/// The contract's MetricRecords. Figures that are absent, null or no number stay empty. Kind
/// BadAnswer when it isn't strict JSON, has no list “data”, or is far larger than an answer to this
/// query can be. May be called on any thread.
[[nodiscard]] Result<HistoryAnswer> readHistory(
    const HttpResponse &response, const HistoryQuery &query);

} // namespace queuesmith::queuesv2
