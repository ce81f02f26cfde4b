#pragma once

#include "window/activity/activity.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace queuesmith {

struct Settled;

/// The buttons beside what is of unknown outcome, and the words that lead to them.
[[nodiscard]] QString checkAgainText();
[[nodiscard]] QString isThereText();
[[nodiscard]] QString isNotThereText();

/// What a job is at, in a word or two: `reading back`.
[[nodiscard]] QString stageText(Stage stage);

/// Why a job waits, for which attempt and how long:
/// `tenant is limiting requests (429), attempt 2 of 5, next in 7 s`. `watchedUntil` is local time:
/// the end of a settle window; invalid: there is none.
[[nodiscard]] QString waitText(const Waiting &waiting,
    std::optional<std::chrono::milliseconds> remaining, const QDateTime &watchedUntil);

/// How long an answer has been missing: `no answer for 4 s, at most 20 s`. `limit` 0: not known.
[[nodiscard]] QString silenceText(
    std::chrono::milliseconds silent, std::chrono::milliseconds limit);

[[nodiscard]] QString attemptText(int attempt, int maxAttempts);

/// How a creation or a change ended, for a person: what happened, what it means, what to do.
struct EndText {
    Activity::State state;
    QString sentence;
};
[[nodiscard]] EndText endText(const ProvisionReport &report);
/// The same for work of an earlier run.
[[nodiscard]] EndText endText(const Settled &settled);

/// `title: sentence`, or the sentence alone when it already names the queue.
[[nodiscard]] QString withName(
    const QString &title, const QString &sentence, const QString &queueName);

/// What every attempt at the same thing has in common, for Activities::supersede().
[[nodiscard]] QString subjectOf(OperationKind kind, const QString &queueName, const QString &id);

} // namespace queuesmith
