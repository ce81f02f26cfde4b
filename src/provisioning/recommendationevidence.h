#pragma once

#include "capacity/backtest.h"
#include "capacity/recommendation.h"
#include "cxone/capacitysettings.h"
#include "domain/metricrecord.h"
#include "domain/sentence.h"
#include "provisioning/capacityevidence.h"

#include <QList>

namespace queuesmith {

/// What the connection's setting is called in src/capacity.
[[nodiscard]] CapacityMeaning meaningOf(CapacityReading reading);

/// SHA-256, in hex, over a queue's history as the tenant reported it: the records by their start,
/// each figure as the shortest text that reads back as the same double. The same records in another
/// order give the same digest. A year of half-hours takes tens of milliseconds: not for the GUI
/// thread.
[[nodiscard]] QString historyDigest(const QList<MetricRecord> &records);

/// `Recommended 15 (13–17)`, or where that isn't the model's own number `Step to 18 now; the model
/// needs 15 (13–17)`. Empty: nothing is recommended.
[[nodiscard]] Sentence recommendedSentence(const CapacityEvidence &evidence);

/// What an approval may rest on. `records` are those that `recommendation` and `backTest` were made
/// from. Without a usable interval there is a recommendation, but no history. Not for the GUI
/// thread, as historyDigest().
[[nodiscard]] CapacityEvidence evidenceOf(const Recommendation &recommendation,
    const BackTest &backTest, const QList<MetricRecord> &records);

} // namespace queuesmith
