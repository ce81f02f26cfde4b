#pragma once

#include <QString>

namespace queuesmith {

/// What a queue's capacity stands for in a tenant. The contract doesn't tell, so the person does.
enum class CapacityReading {
    Agents, ///< agents who take contacts: more of them shorten waits
    Waiting, ///< the most contacts that may wait: more room, fewer refusals, longer waits
    System, ///< agents and waiting places together
};

[[nodiscard]] QString word(CapacityReading reading); ///< `agents`, `waiting`, `system`
/// Agents, the default, for a word that isn't known.
[[nodiscard]] CapacityReading capacityReadingOf(const QString &word);

/// What happens to a capacity above the present one that nobody has approved; the laxest first.
enum class UnapprovedCapacity { Allow, Warn, Refuse };

[[nodiscard]] QString word(UnapprovedCapacity unapproved); ///< `allow`, `warn`, `refuse`
/// Warn, the default, for a word that isn't known: never less careful than that.
[[nodiscard]] UnapprovedCapacity unapprovedCapacityOf(const QString &word);

/// How a connection treats capacities.
struct CapacitySettings {
    static constexpr int kMinApprovalDays = 1;
    static constexpr int kMaxApprovalDays = 365;

    CapacityReading reading = CapacityReading::Agents;
    UnapprovedCapacity unapproved = UnapprovedCapacity::Warn;
    int approvalDays = 7; ///< how long an approval holds

    friend bool operator==(const CapacitySettings &, const CapacitySettings &) = default;
};

} // namespace queuesmith
