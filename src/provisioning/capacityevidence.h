#pragma once

#include "domain/ids.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace queuesmith {

/// Waits as they were, or as they are expected. What isn't known is empty.
struct WaitFigures {
    std::optional<double> asaSeconds; ///< mean wait of those who were answered
    std::optional<double> abandonRate; ///< hung up of offered, 0 to 1
    std::optional<double> serviceLevel; ///< answered within the target's seconds of offered, 0 to 1
    std::optional<double> occupancy; ///< 0 to 1

    friend bool operator==(const WaitFigures &, const WaitFigures &) = default;
};

/// How far a model was off where it could be held against what happened (the back-test).
struct EvidenceError {
    std::optional<double> wape; ///< Σ|predicted − seen| / Σ seen
    std::optional<double> bias; ///< Σ(predicted − seen) / Σ seen; above 0: it says too much

    friend bool operator==(const EvidenceError &, const EvidenceError &) = default;
};

/// Capacities that the model holds for right, both ends included.
struct CapacityRange {
    qint64 low = 0;
    qint64 high = 0;

    [[nodiscard]] bool contains(qint64 capacity) const
    {
        return capacity >= low && capacity <= high;
    }
    friend bool operator==(const CapacityRange &, const CapacityRange &) = default;
};

/// What an approval of a capacity rests on: the recommendation with its figures, the data behind
/// it, and how good the model was on them. Without intervals there was no history.
struct CapacityEvidence {
    qint64 currentCapacity = 0; ///< that the recommendation set out from; 0: none
    std::optional<qint64> recommendedCapacity;
    std::optional<qint64> modelCapacity; ///< what the model needs, before steps and bounds
    std::optional<CapacityRange> range;
    QString confidence; ///< `high`, `medium`, `low`; empty: not told
    QString policy; ///< `erlang`, `room`, `threshold`, `threshold-weighted`
    QString reading; ///< what capacity means: `agents`, `waiting`, `system`
    QString model; ///< e.g. `erlang-a`
    /// Targets, and other settings that weren't the usual ones: keys of CapacityConfig's JSON.
    /// Integers, texts and null (a target that is off) only.
    QJsonObject settings;
    QStringList reasons; ///< codes
    QStringList warnings; ///< codes
    WaitFigures observed;
    WaitFigures predictedAtRecommended; ///< the promise
    EvidenceError waitError;
    EvidenceError abandonError;
    QDateTime from; ///< UTC, begin of the data
    QDateTime to; ///< UTC, end of the data
    qint64 intervals = 0; ///< that were used
    QString historyDigest; ///< SHA-256 over the records of the history, hex
    QueueId sourceQueue; ///< of a similar queue whose history this is; empty: the queue's own
    QString sourceQueueName;

    /// What a newer recommendation may be without doubt on this one: the model's range, and what
    /// was recommended, which a limit on steps may have kept outside of it.
    [[nodiscard]] std::optional<CapacityRange> approvableRange() const;
    [[nodiscard]] bool hasHistory() const { return intervals > 0; }
    [[nodiscard]] bool isFromSimilar() const { return !sourceQueue.isEmpty(); }
    friend bool operator==(const CapacityEvidence &, const CapacityEvidence &) = default;
};

/// The newest recommendation for a queue, by the queue's id.
using LatestEvidence = QHash<QueueId, CapacityEvidence>;

/// As the audit log's `evidence` tells it: members that aren't known are left out, numbers that
/// could have a fraction are texts that read back as the same double, times are ISO 8601 in UTC.
[[nodiscard]] QJsonObject toJson(const CapacityEvidence &evidence);
/// What can't be read stays at its default.
[[nodiscard]] CapacityEvidence evidenceFromJson(const QJsonObject &json);

/// SHA-256, in hex, over the canonical bytes (canonicalJson()) of an object without its `digest`.
[[nodiscard]] QString evidenceDigest(QJsonObject evidence);
/// With its `digest` set.
[[nodiscard]] QJsonObject sealed(QJsonObject evidence);
/// Whether an object still is as it was sealed.
[[nodiscard]] bool isIntact(const QJsonObject &evidence);

} // namespace queuesmith
