#include "capacity/policies.h"

#include "capacity/recommendationwords.h"
#include "capacity/requirement.h"
#include "capacity/staffing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace queuesmith {

namespace {

/// Predictions by the number of agents, each worked out once.
class Predictor {
public:
    explicit Predictor(const CapacityModel &model)
        : m_model(model)
    {
    }

    [[nodiscard]] Prediction withAgents(int agents)
    {
        const auto known = m_known.find(agents);
        if (known != m_known.end())
            return known->second;
        return m_known.emplace(agents, m_model.withAgents(agents)).first->second;
    }

    [[nodiscard]] Prediction at(int capacity)
    {
        Prediction prediction = withAgents(m_model.agentsAt(capacity));
        prediction.capacity = capacity;
        prediction.busyDayOnTarget = m_model.busyDayOnTarget(capacity);
        return prediction;
    }

private:
    const CapacityModel &m_model;
    std::map<int, Prediction> m_known;
};

/// Works the policy's steps off, each filling in its part of the recommendation.
class ErlangPolicy {
public:
    explicit ErlangPolicy(const CapacityModel &model)
        : m_model(model)
        , m_config(model.config())
        , m_statistics(model.statistics())
        , m_limit(capacityLimit(model.config()))
        , m_predictor(model)
    {
        m_result.config = m_config;
        m_result.policy = Policy::Erlang;
        m_result.currentCapacity = m_config.currentCapacity;
        m_result.model = m_statistics.model;
        m_result.data = figuresOf(m_statistics);
    }

    [[nodiscard]] Recommendation carriedOut()
    {
        m_wanted = m_config.currentCapacity;
        noteQuality();
        if (hasEvidence()) {
            noteLoad();
            solve();
            decide();
        }
        settleCapacity();
        drawCurve();
        return m_result;
    }

private:
    void warn(QLatin1StringView code) { m_result.warnings.append(code); }
    void warnIf(bool holds, QLatin1StringView code)
    {
        if (holds)
            warn(code);
    }
    void because(QLatin1StringView code) { m_result.reasons.append(code); }

    void noteQuality()
    {
        const CleaningNotes &notes = m_statistics.notes;
        warnIf(notes.duplicates > 0, codes::kDuplicateIntervals);
        warnIf(notes.dropped > 0, codes::kIntervalsDropped);
        warnIf(notes.nullWait + notes.nullHandle + notes.nullAbandon > 0, codes::kNullMetrics);
        warnIf(notes.percentScaled > 0, codes::kPercentScaled);
    }

    [[nodiscard]] bool hasEvidence()
    {
        if (m_statistics.intervals == 0)
            because(codes::kNoData);
        else if (m_statistics.calls <= 0.0)
            because(codes::kNoCalls);
        else if (m_statistics.ahtSeconds.value_or(0.0) <= 0.0)
            because(codes::kNoHandleTime);
        return m_result.reasons.isEmpty();
    }

    void noteLoad()
    {
        constexpr double kFewOutliers = 0.01; ///< any history has some
        warnIf(static_cast<double>(m_statistics.load.outliers)
                > kFewOutliers * static_cast<double>(m_statistics.intervals),
            codes::kOutliersLimited);
        warnIf(m_statistics.load.missingShare > 0.10, codes::kMissingIntervals);
        warnIf(m_statistics.coarse, codes::kCoarseIntervals);
        warnIf(m_statistics.load.swing >= 0.25, codes::kVolatileVolume);
        warnIf(m_statistics.load.volumeMoved.has_value(), codes::kVolumeMoved);
        warnIf(hasRepeatCalls(m_statistics), codes::kRepeatCalls);
    }

    void solve()
    {
        m_need = requirementOf(m_model);
        m_result.requiredAgents = m_need.agents;
        m_result.modelCapacity = m_need.design;
        m_result.range = {m_need.low, m_need.high};
        m_result.binding = m_need.binding;
        const ConfidenceJudgement judgement =
            judgeConfidence(m_statistics, m_config, m_need.low, m_need.design, m_need.high);
        m_result.confidence = judgement.confidence;
        m_result.confidenceReasons = judgement.causes;
        if (m_need.design > m_limit) {
            const bool byLicence = m_config.licensedAgents && m_limit == *m_config.licensedAgents;
            warn(byLicence ? codes::kLicenceCap : codes::kRangeCap);
        }
    }

    void decide()
    {
        if (!m_config.currentCapacity) {
            because(codes::kNewQueue);
            m_wanted = m_need.design;
            m_result.action = RecommendedAction::Set;
            return;
        }
        measure();
        m_result.predictedAtCurrent = m_predictor.at(*m_config.currentCapacity);
        m_result.impliedAgents = impliedAgents();
        if (m_statistics.calls < m_config.minCalls || m_statistics.days < m_config.minDays) {
            because(codes::kNotEnoughData);
            m_result.confidence = Confidence::Low;
        } else if (m_statistics.observedDays < m_config.minDays) {
            because(codes::kRecentChange);
        } else {
            choose(*m_config.currentCapacity);
        }
    }

    /// What the history says about the targets that it can say something about.
    void measure()
    {
        const Targets &targets = m_config.targets;
        const std::optional<double> &asa = m_statistics.asaSeconds;
        const std::optional<double> &abandons = m_statistics.observedAbandonRate;
        const bool waitMissed = targets.asaSeconds && asa && *asa > *targets.asaSeconds + kSlack;
        const bool abandonMissed =
            targets.abandonRate && abandons && *abandons > *targets.abandonRate + kSlack;
        m_isMissed = waitMissed || abandonMissed;
        if (waitMissed)
            because(codes::kWaitAboveTarget);
        if (abandonMissed)
            because(codes::kAbandonAboveTarget);
        const bool isMeasured = (targets.asaSeconds && asa) || (targets.abandonRate && abandons);
        if (!isMeasured)
            because(codes::kTargetsNotMeasurable);
        else if (!m_isMissed)
            because(codes::kTargetsMet);
        const auto &interval = m_statistics.asaInterval;
        m_isUnsure = targets.asaSeconds && interval && interval->first <= *targets.asaSeconds
            && *targets.asaSeconds <= interval->second;
        warnIf(m_isUnsure, codes::kWaitNearLimit);
    }

    /// The fewest agents with whom the model expects no longer waits than were seen.
    [[nodiscard]] std::optional<int> impliedAgents()
    {
        const double seen = m_statistics.asaSeconds.value_or(0.0);
        if (seen <= 0.0)
            return {};
        return fewestAgentsExplaining(seen, m_config.capacityMax,
            [this](int agents) { return m_predictor.withAgents(agents).asaSeconds; });
    }

    /// Much fewer agents answer this queue's calls than its capacity stands for: they are shared
    /// with other queues, or not signed in. Then the queue's own calls are no reason to lower it.
    void noteAgentsElsewhere(int current)
    {
        constexpr double kMuchFewer = 0.75;
        const double agents = kMuchFewer * current * (1.0 - m_config.shrinkage);
        m_agentsAreElsewhere = m_result.impliedAgents && *m_result.impliedAgents <= agents + kSlack;
        if (!m_agentsAreElsewhere)
            return;
        warn(codes::kAgentsElsewhere);
        m_result.confidence = std::min(m_result.confidence, Confidence::Medium);
        m_result.confidenceReasons->append(codes::kAgentsElsewhere);
    }

    void choose(int current)
    {
        noteAgentsElsewhere(current);
        const int band = std::max(1, roundedUp(m_config.deadband * current));
        if (m_need.design > current)
            chooseMore(current, band);
        else if (m_isMissed)
            sayNotBottleneck();
        else if (m_need.design < current)
            chooseFewer(current, band);
        else
            because(codes::kModelAgrees);
    }

    /// Callers are served well although the model expects them not to be.
    [[nodiscard]] bool measuredBeatsModel() const
    {
        const std::optional<double> &seen = m_statistics.asaSeconds;
        const Targets &targets = m_config.targets;
        const double fine = targets.asaSeconds.value_or(targets.serviceSeconds);
        if (m_isMissed || !seen || *seen > fine + kSlack)
            return false;
        const std::optional<double> &expected = m_result.predictedAtCurrent->asaSeconds;
        return !expected || *expected > 2.0 * *seen + 10.0;
    }

    void chooseMore(int current, int band)
    {
        if (measuredBeatsModel()) {
            warn(codes::kModelDisagrees);
            m_result.confidence = Confidence::Low;
            because(codes::kEvidenceOverModel);
        } else if (!m_isMissed && m_need.design - current <= band) {
            because(codes::kWithinTolerance);
        } else if (!m_isMissed && m_need.low <= current) {
            because(codes::kWithinRange);
        } else {
            because(codes::kModelNeedsMore);
            const int most = current + std::max(2, roundedUp(m_config.maxStepUp * current));
            m_wanted = std::min(m_need.design, most);
            warnIf(std::min(m_need.design, m_limit) > most, codes::kStepLimited);
        }
    }

    void sayNotBottleneck()
    {
        warn(codes::kCapacityNotBottleneck);
        m_result.confidence = Confidence::Low;
        because(codes::kCapacityAlreadyEnough);
    }

    void chooseFewer(int current, int band)
    {
        const bool isFarBelow = m_need.high <= current - band;
        const bool isProven = m_statistics.days >= m_config.minDaysDecrease
            && m_result.confidence >= Confidence::Medium && !m_isUnsure && !m_agentsAreElsewhere;
        if (!isFarBelow) {
            because(
                current - m_need.design <= band ? codes::kWithinTolerance : codes::kWithinRange);
        } else if (!isProven) {
            because(codes::kLowerNotProven);
        } else {
            because(codes::kModelNeedsFewer);
            const int fewest = current - std::max(1, roundedDown(m_config.maxStepDown * current));
            m_wanted = std::max(m_need.high, fewest);
            warnIf(m_need.high < fewest, codes::kStepLimited);
        }
    }

    /// Within the bounds, and down to the licence whatever the model says.
    void settleCapacity()
    {
        const std::optional<int> &current = m_config.currentCapacity;
        if (current && *current > m_limit) {
            if (!m_wanted || *m_wanted >= m_limit) {
                m_wanted = m_limit;
                m_result.warnings.removeOne(codes::kStepLimited);
            }
            m_result.action = RecommendedAction::Decrease;
            warn(codes::kOverLicence);
        } else if (m_wanted) {
            m_wanted = std::min(std::max(*m_wanted, m_config.capacityMin), m_limit);
            if (current)
                m_result.action = *m_wanted > *current ? RecommendedAction::Increase
                    : *m_wanted < *current             ? RecommendedAction::Decrease
                                                       : RecommendedAction::Keep;
        }
        m_result.recommendedCapacity = m_wanted;
    }

    /// About ten points from well below to well above the capacities that matter, and these.
    void drawCurve()
    {
        if (!m_model.canPredict())
            return;
        std::set<int> points;
        for (const std::optional<int> &point :
            {m_config.currentCapacity, m_wanted, m_result.modelCapacity}) {
            if (point && *point >= 1 && *point <= m_config.capacityMax)
                points.insert(*point);
        }
        if (points.empty())
            return;
        if (m_wanted.value_or(0) != 0)
            m_result.predictedAtRecommended = m_predictor.at(*m_wanted);
        const int low = std::max(1, static_cast<int>(std::floor(0.7 * *points.cbegin())));
        const int high = std::min(
            m_config.capacityMax, static_cast<int>(std::ceil(1.3 * *points.crbegin())) + 2);
        const int step = std::max(1, roundedUp((high - low) / 10.0));
        for (int capacity = low; capacity <= high; capacity += step)
            points.insert(capacity);
        for (const int capacity : points)
            m_result.curve.append(m_predictor.at(capacity));
    }

    const CapacityModel &m_model;
    const CapacityConfig &m_config;
    const HistoryStatistics &m_statistics;
    int m_limit;
    Predictor m_predictor;
    Recommendation m_result;
    std::optional<int> m_wanted;
    Requirement m_need;
    bool m_isMissed = false; ///< a target, by what was measured
    bool m_agentsAreElsewhere = false;
    bool m_isUnsure = false; ///< the mean wait may be either side of its target
};

} // namespace

Recommendation erlangPolicy(const CapacityModel &model) { return ErlangPolicy(model).carriedOut(); }

} // namespace queuesmith
