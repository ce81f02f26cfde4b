#pragma once

#include "capacity/afterchange.h"
#include "capacity/backtest.h"
#include "capacity/capacitymodel.h"
#include "capacity/recommendation.h"
#include "history/history.h"
#include "provisioning/capacityevidence.h"
#include "window/waittimes/weekheat.h"

#include <array>
#include <memory>
#include <optional>

namespace queuesmith {

/// What the charts and the tables show of a history.
struct HistoryView {
    std::shared_ptr<const WaitSeries> series;
    std::array<WeekHeat, 3> heats; ///< wait, abandonment, volume
};

/// Takes some tens of milliseconds for a year of quarter-hours: for a worker thread. Pure.
[[nodiscard]] HistoryView historyView(const History &history, const CapacityConfig &config);

/// What is concluded from a history.
struct Judgement {
    Recommendation recommendation;
    BackTest backTest;
    std::shared_ptr<const CapacityModel> model; ///< null: nothing can be predicted
    std::optional<AfterChange> afterChange; ///< empty: not changed in the last two weeks
    QList<Prediction> curve; ///< by capacity; empty without a model
    CapacityEvidence evidence; ///< what an approval would rest on
};

/// A capacity that was put in force.
struct AppliedCapacity {
    qint64 atMs = 0; ///< UTC
    int capacity = 0;
};

/// `simpleRule` is the answer to the contract's own query, which that policy looks at instead of
/// the history. `changed` is the last change of the capacity, when it lies within the last two
/// weeks of what was read. For a worker thread: tens to hundreds of milliseconds. Pure.
[[nodiscard]] Judgement judge(const History &history, const CapacityConfig &config,
    const std::optional<History> &simpleRule, const std::optional<AppliedCapacity> &changed);

/// Capacities that a what-if curve shows: about those that are of interest, at most `most`, each of
/// `marks` among them where it isn't far off. Ascending. Pure.
[[nodiscard]] QList<int> curveCapacities(const QList<int> &marks, int least, int largest, int most);

} // namespace queuesmith
