#pragma once

#include "capacity/capacityconfig.h"
#include "cli/commandline.h"
#include "domain/metricrecord.h"

#include <QList>
#include <QStringList>

namespace queuesmith {

/// What a recommendation is asked with.
struct RecommendationInput {
    CapacityConfig config;
    QList<MetricRecord> records;
    QStringList notes; ///< for the person, e.g. that no record has a time
};

/// Reads `--history FILE`: a scenario `{"config":…,"intervals":[…]}`, or the contract's metric
/// records as an array or as `{"data":[…]}`, with --capacity and --interval. The options of
/// capacityOptions() go over what the file says.
[[nodiscard]] Result<RecommendationInput> readHistoryFile(
    const QString &file, const CommandLine &line);

} // namespace queuesmith
