#pragma once

namespace queuesmith {

/// What arrives: callers per second, and seconds of handling for each. Both exponential, as all
/// models here assume; neither negative.
struct Workload {
    double arrivalsPerSecond = 0;
    double handleSeconds = 0;

    /// In Erlang. Less than this is none: the rates of such a system wouldn't be finite.
    static constexpr double kLeastLoad = 1e-200;
    [[nodiscard]] double load() const
    {
        const double load = arrivalsPerSecond * handleSeconds;
        return load < kLeastLoad ? 0.0 : load;
    }
};

enum class SystemState {
    Ok,
    Empty, ///< no load: nobody waits
    Unstable, ///< as much load as agents or more, and nobody hangs up: waits grow without end
};

/// How a queue does in the long run. Shares are of the offered calls.
struct Performance {
    SystemState state = SystemState::Ok;
    double blocked = 0; ///< share that finds no place
    double waits = 0; ///< share that is accepted and must wait
    double abandons = 0; ///< share that hangs up
    double meanWait = 0; ///< s, of everyone accepted, those who hang up included
    double asa = 0; ///< s, mean wait of the answered
    double serviceLevel = 1; ///< share that is answered within the wanted seconds
    double occupancy = 0; ///< share of their time that agents are busy
    double queueLength = 0; ///< mean number waiting
};

/// Nothing to do, whatever the agents.
[[nodiscard]] inline Performance emptySystem()
{
    Performance empty;
    empty.state = SystemState::Empty;
    return empty;
}

} // namespace queuesmith
