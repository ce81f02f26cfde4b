#include "window/review/approvaltexts.h"

#include "capacity/recommendationwords.h"
#include "provisioning/recommendationevidence.h"
#include "window/appearance/sentences.h"
#include "window/tables/datetexts.h"
#include "window/tables/figuretexts.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace queuesmith {

namespace {

struct ApprovalTextsTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::ApprovalPanel)
};

QString day(const QDateTime &time) { return dayText(time.toLocalTime().date()); }

QString minute(const QDateTime &time) { return minuteText(time.toLocalTime()); }

QString confidenceText(const QString &confidence)
{
    if (confidence == QLatin1StringView("high"))
        return ApprovalTextsTr::tr("high confidence");
    if (confidence == QLatin1StringView("medium"))
        return ApprovalTextsTr::tr("medium confidence");
    return confidence == QLatin1StringView("low") ? ApprovalTextsTr::tr("low confidence")
                                                  : confidence;
}

QString rangeText(const CapacityRange &range)
{
    return QStringLiteral("%1–%2").arg(wholeText(range.low), wholeText(range.high));
}

/// `mean wait 14 s, 12.1 % hung up`
QString waitsText(const WaitFigures &figures)
{
    QStringList parts;
    if (figures.asaSeconds)
        parts.append(ApprovalTextsTr::tr("mean wait %1").arg(secondsText(*figures.asaSeconds)));
    if (figures.abandonRate)
        parts.append(ApprovalTextsTr::tr("%1 hang up").arg(percentText(*figures.abandonRate)));
    return parts.join(QStringLiteral(", "));
}

/// How the model's waits did in the days that it hadn't seen, on the whole.
QString biasText(double bias)
{
    constexpr double kEven = 0.02; ///< less is no side
    if (std::abs(bias) < kEven)
        return ApprovalTextsTr::tr("waits predicted about right");
    return bias > 0 ? ApprovalTextsTr::tr("waits predicted %1 too long").arg(percentText(bias))
                    : ApprovalTextsTr::tr("waits predicted %1 too short").arg(percentText(-bias));
}

QString recommendedLine(const CapacityEvidence &evidence)
{
    if (!evidence.recommendedCapacity)
        return {};
    QStringList parts{translated(recommendedSentence(evidence))};
    if (!evidence.confidence.isEmpty() && evidence.confidence != QLatin1StringView("none"))
        parts.append(confidenceText(evidence.confidence));
    if (evidence.waitError.bias)
        parts.append(biasText(*evidence.waitError.bias));
    return parts.join(QStringLiteral(" · "));
}

QString waitsLine(const CapacityEvidence &evidence)
{
    const QString seen = waitsText(evidence.observed);
    const QString promised = waitsText(evidence.predictedAtRecommended);
    QStringList parts;
    if (!seen.isEmpty())
        parts.append(ApprovalTextsTr::tr("Observed: %1").arg(seen));
    if (!promised.isEmpty())
        parts.append(ApprovalTextsTr::tr("expected afterward: %1").arg(promised));
    return parts.join(QStringLiteral(" · "));
}

/// A fraction is kept as a text, a whole number as a number.
QString volumeLine(const CapacityEvidence &evidence)
{
    const QJsonValue change = evidence.settings.value(QLatin1StringView("volumeChange"));
    if (change.isUndefined())
        return {};
    const double share = change.isString() ? change.toString().toDouble() : change.toDouble();
    return ApprovalTextsTr::tr("Expected change of volume: %1")
        .arg(translated(signedPercentSentence(share)));
}

QString dataLine(const CapacityEvidence &evidence)
{
    if (!evidence.hasHistory())
        return ApprovalTextsTr::tr(
            "There is no wait-time history, so an approval rests on the reason alone.");
    const QString data =
        ApprovalTextsTr::tr("Based on %1 intervals from %2 to %3")
            .arg(wholeText(evidence.intervals), day(evidence.from), day(evidence.to));
    return evidence.isFromSimilar()
        ? ApprovalTextsTr::tr("%1, from the queue “%2”").arg(data, evidence.sourceQueueName)
        : data;
}

QString approvedText(const CapacityDecision &decision)
{
    const auto &range = decision.evidence.range;
    const QString what = range ? ApprovalTextsTr::tr("%1 (range %2)")
                                     .arg(wholeText(decision.binding.capacity), rangeText(*range))
                               : wholeText(decision.binding.capacity);
    return ApprovalTextsTr::tr("Approved by %1 on %2: capacity %3. “%4”")
        .arg(decision.actor, minute(decision.at), what, decision.reason);
}

} // namespace

ApprovalText approvalText(const ApprovalState &state, const CapacityBinding &binding)
{
    const std::optional<CapacityDecision> &decision = state.decision;
    switch (state.verdict) {
    case ApprovalVerdict::Valid:
        return {StatusKind::Ok, decision ? approvedText(*decision) : translated(state.why)};
    case ApprovalVerdict::Declined:
        return {StatusKind::Error,
            decision ? ApprovalTextsTr::tr("Declined by %1 on %2. “%3”")
                           .arg(decision->actor, minute(decision->at), decision->reason)
                     : translated(state.why)};
    case ApprovalVerdict::NeverApproved:
        return {binding.isIncrease() ? StatusKind::Warning : StatusKind::Info,
            ApprovalTextsTr::tr("No one has approved a capacity of %1.")
                .arg(wholeText(binding.capacity))};
    case ApprovalVerdict::DefinitionChanged:
    case ApprovalVerdict::LiveChanged:
    case ApprovalVerdict::Expired:
    case ApprovalVerdict::OutOfRange:
    case ApprovalVerdict::Damaged:
        break;
    }
    const QString why = translated(state.why);
    return {StatusKind::Warning,
        decision ? ApprovalTextsTr::tr("The approval by %1 on %2 is void. %3")
                       .arg(decision->actor, minute(decision->at), why)
                 : why};
}

QStringList evidenceLines(const CapacityEvidence &evidence)
{
    QStringList lines{
        recommendedLine(evidence), waitsLine(evidence), volumeLine(evidence), dataLine(evidence)};
    lines.removeAll(QString());
    return lines;
}

} // namespace queuesmith
