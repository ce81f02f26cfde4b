#include "capacity/policies.h"

#include "capacity/erlanga.h"
#include "capacity/recommendationwords.h"
#include "capacity/staffing.h"

#include <algorithm>

namespace queuesmith {

namespace {

/// A queue whose agents are given and whose waiting places are sought.
class RoomQuestion {
public:
    RoomQuestion(const CapacityModel &model, int agents)
        : m_model(model)
        , m_agents(agents)
    {
    }

    /// Fewest places with which few enough find none, over the slots that carry the wanted share of
    /// the calls; capacityMax + 1 when capacityMax aren't enough.
    [[nodiscard]] int forBlocking() const
    {
        std::vector<NeedOfSlot> needs;
        int guess = 0;
        for (const LoadSlot &slot : m_model.statistics().load.list) {
            const int places = fewestPlaces({slot.rateBusy, slot.ahtSeconds}, guess);
            guess = places;
            needs.push_back({places, slot.meanCalls});
        }
        return coveringNumber(std::move(needs), m_model.config().coverage);
    }

    /// Most places whose last caller is served in time: each call ahead takes AHT / agents.
    [[nodiscard]] int forWait() const
    {
        const double aht = m_model.statistics().ahtSeconds.value_or(1.0);
        return roundedDown(m_model.config().maxQueueWaitSeconds * m_agents / aht);
    }

    [[nodiscard]] RoomPrediction predict(int places) const
    {
        RoomPrediction sum;
        double calls = 0.0;
        for (const LoadSlot &slot : m_model.statistics().load.list) {
            const Performance at = waitingRoomPerformance(roomOf(places),
                {slot.rate, slot.ahtSeconds}, m_model.config().targets.serviceSeconds);
            calls += slot.meanCalls;
            sum.overflowShare += slot.meanCalls * at.blocked;
            sum.abandonRate += slot.meanCalls * at.abandons;
            sum.serviceLevel += slot.meanCalls * at.serviceLevel;
        }
        return {sum.overflowShare / calls, sum.abandonRate / calls, sum.serviceLevel / calls};
    }

private:
    [[nodiscard]] WaitingRoom roomOf(int places) const
    {
        return {m_agents, places, m_model.statistics().patienceSeconds};
    }

    [[nodiscard]] bool isEnough(const Workload &work, int places) const
    {
        return waitingRoomPerformance(roomOf(places), work, 0.0).blocked
            <= m_model.config().blocking + kSlack;
    }

    /// Doubles up from nothing, or from the slot before, and then bisects.
    [[nodiscard]] int fewestPlaces(const Workload &work, int guess) const
    {
        const int most = m_model.config().capacityMax;
        if (work.load() <= 0.0 || isEnough(work, 0))
            return 0;
        int tooFew = 0;
        int enough = std::clamp(guess, 1, most);
        while (!isEnough(work, enough)) {
            if (enough == most)
                return most + 1;
            tooFew = enough;
            enough = std::min(most, enough * 2);
        }
        while (enough - tooFew > 1) {
            const int middle = (tooFew + enough) / 2;
            (isEnough(work, middle) ? enough : tooFew) = middle;
        }
        return enough;
    }

    const CapacityModel &m_model;
    int m_agents;
};

/// The two bounds, and how a capacity is made of waiting places.
struct RoomBounds {
    int forBlocking = 0;
    int forWait = 0;
    double usableShare = 1.0; ///< of the places, before contacts overflow
    int agentsCounted = 0; ///< in the capacity
};

/// Places that the present capacity offers before contacts overflow.
std::optional<int> presentPlaces(const CapacityConfig &config, const RoomBounds &bounds)
{
    if (!config.currentCapacity)
        return {};
    const int places = *config.currentCapacity - bounds.agentsCounted;
    return std::max(0, roundedDown(places * bounds.usableShare));
}

void choosePlaces(const RoomBounds &bounds, Recommendation *result)
{
    const std::optional<int> present = presentPlaces(result->config, bounds);
    if (present && bounds.forBlocking <= *present && *present <= bounds.forWait) {
        result->room = *present;
        result->reasons.append(codes::kRoomOk);
    } else if (bounds.forBlocking > bounds.forWait) {
        result->room = bounds.forWait;
        result->reasons.append(codes::kRoomLimitedByWait);
        result->warnings.append(codes::kNeedMoreAgents);
    } else if (present && *present > bounds.forWait) {
        result->room = bounds.forWait;
        result->reasons.append(codes::kRoomTooLarge);
    } else {
        result->room = bounds.forBlocking;
        result->reasons.append(codes::kRoomForOverflow);
    }
}

void chooseCapacity(const RoomBounds &bounds, Recommendation *result)
{
    const CapacityConfig &config = result->config;
    const bool stays = result->reasons.contains(codes::kRoomOk);
    const int wanted = stays ? *config.currentCapacity
                             : roundedUp(*result->room / bounds.usableShare) + bounds.agentsCounted;
    const int capacity = std::min(std::max(wanted, config.capacityMin), config.capacityMax);
    result->recommendedCapacity = capacity;
    result->action = !config.currentCapacity ? RecommendedAction::Set
        : capacity > *config.currentCapacity ? RecommendedAction::Increase
        : capacity < *config.currentCapacity ? RecommendedAction::Decrease
                                             : RecommendedAction::Keep;
}

} // namespace

Recommendation roomPolicy(const CapacityModel &model)
{
    const CapacityConfig &config = model.config();
    const HistoryStatistics &statistics = model.statistics();
    Recommendation result;
    result.config = config;
    result.policy = Policy::Room;
    result.currentCapacity = config.currentCapacity;
    result.recommendedCapacity = config.currentCapacity;
    result.data = figuresOf(statistics);
    const int agents = config.agents.value_or(0);
    if (!model.canPredict() || agents == 0) {
        result.reasons.append(codes::kNoData);
        return result;
    }
    const RoomQuestion question(model, agents);
    const bool isSystem = config.capacityMeaning == CapacityMeaning::System;
    const RoomBounds bounds{question.forBlocking(), question.forWait(),
        config.keepBelowOverflow ? config.overflowThreshold / 100.0 : 1.0, isSystem ? agents : 0};
    choosePlaces(bounds, &result);
    result.model = statistics.model;
    result.roomForBlocking = bounds.forBlocking;
    result.roomForWait = bounds.forWait;
    chooseCapacity(bounds, &result);
    result.predictedRoom = question.predict(*result.room);
    const ConfidenceJudgement judgement = judgeConfidence(statistics, config, {}, {}, {});
    result.confidence = judgement.confidence;
    result.confidenceReasons = judgement.causes;
    return result;
}

} // namespace queuesmith
