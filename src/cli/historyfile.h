#pragma once

#include "capacity/capacityconfig.h"
#include "cli/commandline.h"
#include "domain/metricrecord.h"

#include <QList>

namespace queuesmith {

/// What a recommendation is asked with.
struct RecommendationInput {
    CapacityConfig config;
    QList<MetricRecord> records;
    QStringList notes; ///< for the person, e.g. that no record has a time
};

/// Without any time there are no slots to model; only the simple rules, which look at sums, apply.
/// Makes the weighted one work, and notes that a policy which models has nothing to go by.
void treatMissingTimes(RecommendationInput *input);

/// Reads `--history FILE`: a scenario `{"config":…,"intervals":[…]}`, or the contract's metric
/// records as an array or as `{"data":[…]}`, with --capacity and --interval. The options of
/// capacityOptions() go over what the file says.
[[nodiscard]] Result<RecommendationInput> readHistoryFile(
    const QString &file, const CommandLine &line);

} // namespace queuesmith
