// Which target decides, and when: the words for a BindingSlot.

#include "capacity/recommendationwords.h"

#include <array>
#include <cmath>

namespace queuesmith {

namespace {

constexpr int kDaySeconds = 86'400;

/// As a clock shows it; an interval may end at 24:00.
Sentence clockSentence(int secondOfDay)
{
    return {QStringLiteral("%1:%2")
                .arg(secondOfDay / 3600, 2, 10, QLatin1Char('0'))
                .arg(secondOfDay / 60 % 60, 2, 10, QLatin1Char('0'))};
}

/// A target of missedTargets() with its limit.
Sentence targetSentence(const QString &target, const Targets &targets)
{
    if (target == QLatin1StringView("sl"))
        return Sentence::tr("service level (%1 in %2)",
            {percentSentence(targets.serviceLevel.value_or(0)),
                durationSentence(targets.serviceSeconds)});
    if (target == QLatin1StringView("asa"))
        return Sentence::tr(
            "average wait (%1)", {durationSentence(targets.asaSeconds.value_or(0))});
    if (target == QLatin1StringView("abandon"))
        return Sentence::tr("abandonment (%1)", {percentSentence(targets.abandonRate.value_or(0))});
    if (target == QLatin1StringView("occupancy"))
        return Sentence::tr("occupancy (%1)", {percentSentence(targets.occupancy.value_or(0))});
    return Sentence::tr("calls turned away");
}

/// `a, b and c`.
Sentence listSentence(const std::vector<Sentence> &items)
{
    Sentence list = items.front();
    for (std::size_t i = 1; i < items.size(); ++i) {
        const bool isLast = i + 1 == items.size();
        list = {isLast ? Sentence::tr("%1 and %2") : Sentence::tr("%1, %2"), {list, items.at(i)}};
    }
    return list;
}

} // namespace

Sentence daySentence(const BindingSlot &slot)
{
    static constexpr std::array kWeekdays{Sentence::tr("Mondays"), Sentence::tr("Tuesdays"),
        Sentence::tr("Wednesdays"), Sentence::tr("Thursdays"), Sentence::tr("Fridays"),
        Sentence::tr("Saturdays"), Sentence::tr("Sundays")};
    if (slot.byWeekday)
        return kWeekdays.at(static_cast<std::size_t>(slot.day));
    return slot.day == 0 ? Sentence::tr("working days") : Sentence::tr("weekends");
}

Sentence slotSentence(const BindingSlot &slot)
{
    const int end = slot.secondOfDay + static_cast<int>(std::lround(slot.seconds));
    if (slot.seconds >= kDaySeconds)
        return daySentence(slot);
    return Sentence::tr("%1 from %2 to %3",
        {daySentence(slot), clockSentence(slot.secondOfDay),
            clockSentence(end > kDaySeconds ? end - kDaySeconds : end)});
}

Sentence bindingSentence(const Recommendation &recommendation)
{
    const std::optional<BindingSlot> &binding = recommendation.binding;
    if (!binding || binding->targets.isEmpty())
        return {};
    if (binding->targets.contains(QLatin1StringView("minimum")))
        return Sentence::tr("One agent is the least that answers.");
    if (binding->targets.contains(QLatin1StringView("stability")))
        return Sentence::tr("With one agent fewer, calls would pile up without end on %1.",
            {slotSentence(*binding)});
    std::vector<Sentence> targets;
    for (const QString &target : binding->targets)
        targets.push_back(targetSentence(target, recommendation.config.targets));
    return {targets.size() == 1 ? Sentence::tr("The deciding target is %1, on %2.")
                                : Sentence::tr("The deciding targets are %1, on %2."),
        {listSentence(targets), slotSentence(*binding)}};
}

} // namespace queuesmith
