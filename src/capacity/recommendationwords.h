#pragma once

#include "capacity/recommendation.h"
#include "domain/figures.h"
#include "domain/sentence.h"

namespace queuesmith {

/// Codes of reasons and warnings, in the words of the JSON. A confidence's causes have `FEW_DAYS`,
/// `FEW_CALLS`, `WIDE_RANGE` and `PATIENCE_UNKNOWN` of their own and share the rest.
namespace codes {

inline constexpr QLatin1StringView kNoData("NO_DATA");
inline constexpr QLatin1StringView kNoCalls("NO_CALLS");
inline constexpr QLatin1StringView kNoHandleTime("NO_HANDLE_TIME");
inline constexpr QLatin1StringView kNewQueue("NEW_QUEUE");
inline constexpr QLatin1StringView kWaitAboveTarget("WAIT_ABOVE_TARGET");
inline constexpr QLatin1StringView kAbandonAboveTarget("ABANDON_ABOVE_TARGET");
inline constexpr QLatin1StringView kTargetsMet("TARGETS_MET");
inline constexpr QLatin1StringView kTargetsNotMeasurable("TARGETS_NOT_MEASURABLE");
inline constexpr QLatin1StringView kNotEnoughData("NOT_ENOUGH_DATA");
inline constexpr QLatin1StringView kRecentChange("RECENT_CHANGE");
inline constexpr QLatin1StringView kEvidenceOverModel("EVIDENCE_OVER_MODEL");
inline constexpr QLatin1StringView kWithinTolerance("WITHIN_TOLERANCE");
inline constexpr QLatin1StringView kModelNeedsMore("MODEL_NEEDS_MORE");
inline constexpr QLatin1StringView kWithinRange("WITHIN_RANGE");
inline constexpr QLatin1StringView kCapacityAlreadyEnough("CAPACITY_ALREADY_ENOUGH");
inline constexpr QLatin1StringView kModelNeedsFewer("MODEL_NEEDS_FEWER");
inline constexpr QLatin1StringView kLowerNotProven("LOWER_NOT_PROVEN");
inline constexpr QLatin1StringView kModelAgrees("MODEL_AGREES");
inline constexpr QLatin1StringView kRoomOk("ROOM_OK");
inline constexpr QLatin1StringView kRoomLimitedByWait("ROOM_LIMITED_BY_WAIT");
inline constexpr QLatin1StringView kRoomTooLarge("ROOM_TOO_LARGE");
inline constexpr QLatin1StringView kRoomForOverflow("ROOM_FOR_OVERFLOW");
inline constexpr QLatin1StringView kThresholdPassed("THRESHOLD_PASSED");
inline constexpr QLatin1StringView kThresholdNotPassed("THRESHOLD_NOT_PASSED");

inline constexpr QLatin1StringView kDuplicateIntervals("DUPLICATE_INTERVALS");
inline constexpr QLatin1StringView kIntervalsDropped("INTERVALS_DROPPED");
inline constexpr QLatin1StringView kNullMetrics("NULL_METRICS");
inline constexpr QLatin1StringView kPercentScaled("PERCENT_SCALED");
inline constexpr QLatin1StringView kOutliersLimited("OUTLIERS_LIMITED");
inline constexpr QLatin1StringView kMissingIntervals("MISSING_INTERVALS");
inline constexpr QLatin1StringView kCoarseIntervals("COARSE_INTERVALS");
inline constexpr QLatin1StringView kVolatileVolume("VOLATILE_VOLUME");
inline constexpr QLatin1StringView kVolumeMoved("VOLUME_MOVED");
inline constexpr QLatin1StringView kRepeatCalls("REPEAT_CALLS");
inline constexpr QLatin1StringView kWaitNearLimit("WAIT_NEAR_LIMIT");
inline constexpr QLatin1StringView kLicenceCap("LICENCE_CAP");
inline constexpr QLatin1StringView kRangeCap("RANGE_CAP");
inline constexpr QLatin1StringView kOverLicence("OVER_LICENCE");
inline constexpr QLatin1StringView kStepLimited("STEP_LIMITED");
inline constexpr QLatin1StringView kModelDisagrees("MODEL_DISAGREES");
inline constexpr QLatin1StringView kAgentsElsewhere("AGENTS_ELSEWHERE");
inline constexpr QLatin1StringView kCapacityNotBottleneck("CAPACITY_NOT_BOTTLENECK");
inline constexpr QLatin1StringView kNeedMoreAgents("NEED_MORE_AGENTS");
inline constexpr QLatin1StringView kSimpleRule("SIMPLE_RULE");

inline constexpr QLatin1StringView kFewDays("FEW_DAYS");
inline constexpr QLatin1StringView kFewCalls("FEW_CALLS");
inline constexpr QLatin1StringView kWideRange("WIDE_RANGE");
inline constexpr QLatin1StringView kPatienceUnknown("PATIENCE_UNKNOWN");

} // namespace codes

/// What a code of `reasons`, `warnings` or `confidenceReasons` says about this recommendation; the
/// code itself when there are no words for it.
[[nodiscard]] Sentence sentenceOf(const QString &code, const Recommendation &recommendation);

/// Why the confidence isn't higher: briefer than sentenceOf(), which says the same as a warning.
[[nodiscard]] Sentence causeSentence(const QString &code, const Recommendation &recommendation);

/// Reasons and warnings in the order to say them: the question whether the agents work elsewhere
/// comes first, since everything else depends on its answer.
[[nodiscard]] QStringList codesToSay(const Recommendation &recommendation);

/// `Step to 18 now; the model needs 15 (13–17)`, without a full stop; empty when the change isn't
/// limited to a step.
[[nodiscard]] Sentence stepSentence(const Recommendation &recommendation);

/// `The deciding target is occupancy (90%), on Mondays from 10:30 to 11:00.` Empty: not known.
[[nodiscard]] Sentence bindingSentence(const Recommendation &recommendation);
[[nodiscard]] Sentence daySentence(const BindingSlot &slot); ///< `Mondays`, `working days`
[[nodiscard]] Sentence slotSentence(const BindingSlot &slot); ///< `Mondays from 10:30 to 11:00`

/// What was measured, how many agents would explain it, and what that means for the model's
/// figures. Empty: nothing was measured, or capacity isn't agents.
[[nodiscard]] Sentence measuredSentence(const Recommendation &recommendation);

/// Which reading of "capacity" the recommendation rests on.
[[nodiscard]] Sentence meaningSentence(CapacityMeaning meaning);

/// What no model here knows of, for the help beside a recommendation.
[[nodiscard]] Sentence notModelledSentence(const CapacityConfig &config);

[[nodiscard]] Sentence signedPercentSentence(double share); ///< `+12.5 %`

} // namespace queuesmith
