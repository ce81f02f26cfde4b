#pragma once

#include "capacity/capacityconfig.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <utility>

class QJsonObject;

namespace queuesmith {

enum class RecommendedAction { Keep, Increase, Decrease, Set };
enum class Confidence { None, Low, Medium, High };

/// What callers and agents would meet with at one capacity, over the whole week, each slot weighed
/// by its calls.
struct Prediction {
    int capacity = 0;
    double serviceLevel = 0; ///< share of offered calls answered within the target's seconds
    double abandonRate = 0; ///< share of offered calls
    double occupancy = 0; ///< share of their time that agents are busy
    double peakOccupancy = 0; ///< in the busiest slot
    std::optional<double>
        asaSeconds; ///< mean wait of answered calls; empty: some slot is overloaded
    double overloadedShare = 0; ///< of the calls, in slots whose waits would grow without end
    /// Share of a busy day's calls in slots that meet every target: what a recommendation rests on.
    std::optional<double> busyDayOnTarget;
};

/// The slot that sets the number, and the targets that one agent fewer would miss there, as of
/// missedTargets().
struct BindingSlot {
    int day = 0; ///< weekday, 0 is Monday; or 0 for working days and 1 for weekends
    int secondOfDay = 0; ///< of its begin, in the queue's own time
    double seconds = 0; ///< length
    bool byWeekday = true;
    double load = 0; ///< Erlang, on the day that is planned for
    QStringList targets;
};

/// Figures of the history that a recommendation rests on.
struct HistoryFigures {
    qint64 intervalsRead = 0;
    qint64 intervalsUsed = 0;
    qint64 intervalsDropped = 0;
    qint64 duplicates = 0;
    qint64 days = 0;
    double callsOffered = 0;
    double callsHandled = 0;
    double abandonRate = 0; ///< over the whole history
    std::optional<double> obsAbandonRate; ///< since the present capacity began to count
    std::optional<double> ahtSeconds;
    std::optional<double> asaSeconds; ///< since the present capacity began to count
    std::optional<std::pair<double, double>> asaCi; ///< interval of the mean wait
    std::optional<double> patienceSeconds;
    double swing = 0; ///< of the volume from day to day beyond chance, relative
    qint64 outliers = 0;
    std::optional<double> volumeMoved; ///< last 14 days against those before, beyond chance
    double missingShare = 0;
    qint64 slotCount = 0; ///< JSON: `slots`
    bool slotsByWeekday = true; ///< else only working days and weekends are told apart
};

/// Room policy: what is to be expected with the recommended number of waiting places.
struct RoomPrediction {
    double overflowShare = 0;
    double abandonRate = 0;
    double serviceLevel = 0;
};

/// A recommended capacity with everything it rests on. Which members are set depends on the policy
/// and on how far the history led; toJson() leaves the others out.
struct Recommendation {
    CapacityConfig config; ///< what it was asked with
    Policy policy = Policy::Erlang; ///< that was carried out
    std::optional<int> currentCapacity;
    std::optional<int> recommendedCapacity;
    RecommendedAction action = RecommendedAction::Keep;
    Confidence confidence = Confidence::None;
    QStringList reasons; ///< codes in order, e.g. `MODEL_NEEDS_MORE`; sentenceOf() has the words
    QStringList warnings; ///< codes in order
    std::optional<QStringList> confidenceReasons; ///< codes of what lowered the confidence

    // The modelled policies
    std::optional<ModelChoice> model; ///< that was used
    std::optional<HistoryFigures> data;
    std::optional<int> modelCapacity; ///< capacityMax + 1 stands for more than capacityMax
    std::optional<std::pair<int, int>> range; ///< of modelCapacity
    std::optional<int> requiredAgents; ///< before shrinkage and overflow headroom
    std::optional<BindingSlot>
        binding; ///< JSON: `bindingTargets`, `bindingSlotLoad`, `bindingSlot`
    std::optional<Prediction> predictedAtCurrent;
    std::optional<int> impliedAgents; ///< agents who would explain the waits that were seen
    std::optional<Prediction> predictedAtRecommended;
    QList<Prediction> curve; ///< by capacity

    // Policy room
    std::optional<int> roomForBlocking; ///< fewest places that keep refusals below the limit
    std::optional<int> roomForWait; ///< most places whose last caller waits no longer than wanted
    std::optional<int> room;
    std::optional<RoomPrediction> predictedRoom;

    // The threshold policies
    bool triggered = false;
    std::optional<double> meanWait; ///< threshold: mean sum in ms; threshold-weighted: s per call
    std::optional<double> meanAbandon;
};

[[nodiscard]] QString wordOf(RecommendedAction action); ///< `keep`, `increase`, `decrease`, `set`
[[nodiscard]] QString wordOf(Confidence confidence); ///< `none`, `low`, `medium`, `high`

/// The members that scripts rely on, in the shared scenarios' names, and `explanation` with the
/// English sentences of reasons and warnings. The same recommendation always gives the same object.
[[nodiscard]] QJsonObject toJson(const Recommendation &recommendation);
[[nodiscard]] QJsonObject toJson(const Prediction &prediction);

} // namespace queuesmith
