#pragma once

#include "domain/result.h"

#include <QString>

#include <optional>

class QJsonObject;

namespace queuesmith {

/// How a capacity is worked out. `erlang` becomes `room` by itself when the reading of "capacity"
/// is waiting or system.
enum class Policy { Erlang, Room, Threshold, ThresholdWeighted };

/// What the tenant means by a queue's capacity.
enum class CapacityMeaning {
    Agents, ///< agents who may answer at the same time: more of them shorten waits
    Waiting, ///< contacts that may wait
    System, ///< agents and waiting places together
};

/// Which queueing model serves; Auto takes Erlang A when the callers' patience is known, else C.
enum class ModelChoice { Auto, ErlangB, ErlangC, ErlangA };

/// What callers are promised. An empty target is off.
struct Targets {
    std::optional<double> serviceLevel = 0.80; ///< least share of offered calls answered in time
    double serviceSeconds = 20.0; ///< what "in time" means
    std::optional<double> asaSeconds = 30.0; ///< longest mean wait of the answered calls
    std::optional<double> abandonRate = 0.05; ///< largest share of callers who hang up
    std::optional<double> occupancy = 0.90; ///< largest share of their time that agents are busy
    std::optional<double> blocking; ///< largest share refused; only Erlang B can miss it

    friend bool operator==(const Targets &, const Targets &) = default;
};

/// Everything that a recommendation depends on besides the history. The names are those of the
/// JSON, where no comment says otherwise.
struct CapacityConfig {
    Policy policy = Policy::Erlang;
    CapacityMeaning capacityMeaning = CapacityMeaning::Agents;
    std::optional<int> currentCapacity; ///< empty: the queue is new
    std::optional<int> licensedAgents; ///< empty: unknown, so no limit
    int capacityMin = 1;
    int capacityMax = 5000;

    Targets targets; ///< JSON: `sl`, `slSeconds`, `asa`, `abandon`, `occupancy`
    ModelChoice model = ModelChoice::Auto;
    std::optional<double> patienceSeconds; ///< empty: estimated
    double minAbandonsForPatience = 20; ///< fewer hang-ups tell nothing about patience

    double shrinkage = 0.0; ///< share of the agents who are paid but don't answer, below 1
    double overflowThreshold = 80; ///< percent of the capacity in use at which contacts overflow
    bool keepBelowOverflow = false; ///< plan so that this isn't reached

    double coverage = 0.95; ///< share of the calls whose slots must meet the targets
    double busyDayZ = 0.8416212335729143; ///< day that is planned for; this one: 80th percentile
    double ciZ = 1.6448536269514722; ///< half width of the range, in standard errors
    double ciLevel = 0.90; ///< of the interval of the mean wait

    std::optional<double> busyHourShare; ///< of a day's calls, for intervals coarser than an hour
    double defaultBusyHourShare = 0.15;
    double ahtPoolCalls = 50.0; ///< calls of the whole queue that steady a slot's handle time

    double deadband = 0.05; ///< a smaller difference is left alone; at least 1
    double maxStepUp = 0.50; ///< of the present capacity; at least 2
    double maxStepDown = 0.10; ///< at least 1
    int minDaysDecrease = 14;
    double minCalls = 100;
    int minDays = 3;

    /// What a person expects of the coming weeks' volume, relative to the last two weeks: 0.1 is a
    /// tenth more. Empty: nothing was said, and the history is replayed as it is.
    std::optional<double> volumeChange;

    QString timeZone; ///< IANA name of the queue's zone; empty: utcOffsetMinutes
    int utcOffsetMinutes = 0;
    std::optional<qint64>
        effectiveFromMs; ///< JSON: `effectiveFrom`, UTC; when the present capacity began to count

    std::optional<int> agents; ///< policy room: how many answer
    double blocking = 0.01; ///< policy room: largest share that finds no place
    double maxQueueWaitSeconds = 300.0; ///< policy room: longest wait of who gets the last place

    friend bool operator==(const CapacityConfig &, const CapacityConfig &) = default;
};

/// Members that are missing keep their defaults, a target that is null is off, others are ignored.
/// Kind Usage: a member of a wrong type, out of range, an unknown word or time zone, or policy
/// `room` while capacity means agents.
[[nodiscard]] Result<CapacityConfig> capacityConfigFromJson(const QJsonObject &object);
[[nodiscard]] QJsonObject toJson(const CapacityConfig &config);

/// Kind Usage when the settings contradict each other: policy `room` while capacity means agents,
/// or bounds in the wrong order.
[[nodiscard]] Status checkedConfig(const CapacityConfig &config);

/// `base` with the members of `given` over it, as a config that doesn't contradict itself.
[[nodiscard]] Result<CapacityConfig> capacityConfigWith(QJsonObject base, const QJsonObject &given);

[[nodiscard]] QString wordOf(Policy policy); ///< `erlang`, `room`, `threshold`, …
[[nodiscard]] QString wordOf(CapacityMeaning meaning); ///< `agents`, `waiting`, `system`
[[nodiscard]] QString wordOf(ModelChoice model); ///< `auto`, `erlang-c`, …
[[nodiscard]] std::optional<Policy> policyOf(const QString &word);

/// Whether it is the IANA name of a time zone that this machine knows.
[[nodiscard]] bool isTimeZone(const QString &name);

/// The policy that is carried out: `erlang` is `room` where capacity isn't agents.
[[nodiscard]] Policy effectivePolicy(const CapacityConfig &config);

/// Share of a capacity's agents who answer: the rest is away, or held back from overflow.
[[nodiscard]] double usableShare(const CapacityConfig &config);

/// Largest capacity that may be recommended: capacityMax or the licence, at least capacityMin.
[[nodiscard]] int capacityLimit(const CapacityConfig &config);

/// What `volumeChange` may be.
inline constexpr double kLeastVolumeChange = -0.99;
inline constexpr double kMostVolumeChange = 100.0;

/// Slack of every comparison with a target and of every rounding up or down to a whole number.
inline constexpr double kSlack = 1e-9;

} // namespace queuesmith
