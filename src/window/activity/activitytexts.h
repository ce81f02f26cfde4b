#pragma once

#include "activity.h"

#include <QString>

#include <chrono>
#include <optional>

namespace queuesmith {

/// What a job is at, in a word or two: `reading back`.
[[nodiscard]] QString stageText(Stage stage);

/// Why a job waits, for which attempt and how long:
/// `tenant is limiting requests (429), attempt 2 of 5, next in 7 s`.
[[nodiscard]] QString waitText(
    const Waiting &waiting, std::optional<std::chrono::milliseconds> remaining);

[[nodiscard]] QString attemptText(int attempt, int maxAttempts);

/// How a creation or a change ended, for a person: what happened, what it means, what to do.
struct EndText {
    Activity::State state;
    QString sentence;
};
[[nodiscard]] EndText endText(const ProvisionReport &report);

} // namespace queuesmith
