#include "capacity/policies.h"

#include "capacity/recommendationwords.h"

#include <algorithm>

namespace queuesmith {

HistoryFigures figuresOf(const HistoryStatistics &statistics)
{
    HistoryFigures figures;
    figures.intervalsRead = statistics.notes.read;
    figures.intervalsUsed = statistics.intervals;
    figures.intervalsDropped = statistics.notes.dropped;
    figures.duplicates = statistics.notes.duplicates;
    figures.days = statistics.days;
    figures.callsOffered = statistics.calls;
    figures.callsHandled = statistics.handled;
    figures.abandonRate = statistics.abandonRate;
    figures.obsAbandonRate = statistics.observedAbandonRate;
    figures.ahtSeconds = statistics.ahtSeconds;
    figures.asaSeconds = statistics.asaSeconds;
    figures.asaCi = statistics.asaInterval;
    figures.patienceSeconds = statistics.patienceSeconds;
    figures.swing = statistics.load.swing;
    figures.outliers = statistics.load.outliers;
    figures.volumeMoved = statistics.load.volumeMoved;
    figures.missingShare = statistics.load.missingShare;
    figures.slotCount = static_cast<qint64>(statistics.load.list.size());
    figures.slotsByWeekday = statistics.load.byWeekday;
    return figures;
}

bool hasRepeatCalls(const HistoryStatistics &statistics)
{
    constexpr double kManyHangUps = 0.10;
    return statistics.abandonRate > kManyHangUps;
}

int coveringNumber(std::vector<NeedOfSlot> needs, double coverage)
{
    std::stable_sort(needs.begin(), needs.end(),
        [](const NeedOfSlot &a, const NeedOfSlot &b) { return a.number < b.number; });
    double total = 0.0;
    for (const NeedOfSlot &need : needs)
        total += need.calls;
    double carried = 0.0;
    for (const NeedOfSlot &need : needs) {
        carried += need.calls;
        if (carried >= coverage * total - kSlack * total)
            return need.number;
    }
    return needs.empty() ? 0 : needs.back().number;
}

namespace {

/// Lowers a confidence, and notes why.
class Cuts {
public:
    void cut(bool deeply, bool slightly, const QString &code)
    {
        if (!deeply && !slightly)
            return;
        m_judgement.confidence =
            std::min(m_judgement.confidence, deeply ? Confidence::Low : Confidence::Medium);
        m_judgement.causes.append(code);
    }
    [[nodiscard]] const ConfidenceJudgement &judgement() const { return m_judgement; }

private:
    ConfidenceJudgement m_judgement;
};

} // namespace

ConfidenceJudgement judgeConfidence(const HistoryStatistics &statistics,
    const CapacityConfig &config, std::optional<int> low, std::optional<int> design,
    std::optional<int> high)
{
    Cuts cuts;
    cuts.cut(statistics.days < 5, statistics.days < 14, codes::kFewDays);
    cuts.cut(statistics.calls < 200, statistics.calls < 1000, codes::kFewCalls);
    const double missing = statistics.load.missingShare;
    cuts.cut(missing > 0.30, missing > 0.10, codes::kMissingIntervals);
    const bool peakIsAssumed = config.busyHourShare.value_or(0.0) <= 0.0;
    cuts.cut(statistics.coarse && peakIsAssumed, statistics.coarse, codes::kCoarseIntervals);
    if (low && design && high) {
        const int width = *high - *low;
        cuts.cut(width > 4 && width > 0.50 * *design, width > 2 && width > 0.12 * *design,
            codes::kWideRange);
    }
    const bool hangUpsIgnored =
        statistics.model == ModelChoice::ErlangC && statistics.abandonRate > 0.05;
    cuts.cut(hangUpsIgnored, false, codes::kPatienceUnknown);
    cuts.cut(false, hasRepeatCalls(statistics), codes::kRepeatCalls);
    cuts.cut(false, statistics.load.volumeMoved && !config.volumeChange, codes::kVolumeMoved);
    return cuts.judgement();
}

} // namespace queuesmith
