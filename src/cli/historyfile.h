#pragma once

#include "capacity/judgedrecommendation.h"
#include "cli/commandline.h"

namespace queuesmith {

/// Reads `--history FILE`: a scenario `{"config":…,"intervals":[…]}`, or the contract's metric
/// records as an array or as `{"data":[…]}`, with --capacity and --interval. The options of
/// capacityOptions() go over what the file says.
[[nodiscard]] Result<RecommendationInput> readHistoryFile(
    const QString &file, const CommandLine &line);

} // namespace queuesmith
