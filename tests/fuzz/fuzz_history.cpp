#include "capacity/recommend.h"
#include "cli/historyfile.h"
#include "fuzz.h"

namespace queuesmith {

void feedHistory(const QByteArray &bytes)
{
    const FuzzFile file(bytes);
    CommandLine line;
    line.extra = {{QStringLiteral("capacity"), QStringLiteral("20")},
        {QStringLiteral("interval"), QStringLiteral("HALF_HOURLY")}};
    const Result<RecommendationInput> read = readHistoryFile(file.name(), line);
    if (!read) {
        requireSentence(read.error());
        return;
    }
    const CapacityConfig &config = read.value().config;
    const Recommendation advice = recommend(read.value().records, config);
    if (advice.recommendedCapacity)
        require(*advice.recommendedCapacity >= config.capacityMin
                && *advice.recommendedCapacity <= capacityLimit(config),
            "a capacity out of bounds");
    require(!advice.reasons.isEmpty(), "advice without a reason");
}

} // namespace queuesmith
