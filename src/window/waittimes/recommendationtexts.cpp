#include "window/waittimes/recommendationtexts.h"

#include "capacity/recommendationwords.h"
#include "window/appearance/sentences.h"
#include "window/tables/datetexts.h"
#include "window/waittimes/waitwords.h"
#include "window/waittimes/whatifpane.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace queuesmith {

namespace {

struct RecommendationTextsTr {
    Q_DECLARE_TR_FUNCTIONS(Recommendation)
};

QString dayOf(qint64 ms, const QTimeZone &zone)
{
    return dayText(QDateTime::fromMSecsSinceEpoch(ms, zone).date());
}

QString figureText(const PromisedFigure &figure, Measure measure)
{
    const QLocale locale;
    const auto text = [&](double value) { return measureText(value, measure, locale); };
    const QString name = measureName(measure);
    const QString actual =
        figure.actual ? text(*figure.actual) : RecommendationTextsTr::tr("not reported");
    if (!figure.expected)
        return RecommendationTextsTr::tr(
            "%1: the model expected more calls than could be answered; measured %2.")
            .arg(name, actual);
    if (!figure.high)
        return RecommendationTextsTr::tr("%1: promised %2, at least %3; measured %4.")
            .arg(name, text(*figure.expected), text(figure.low), actual);
    return RecommendationTextsTr::tr("%1: promised %2, between %3 and %4; measured %5.")
        .arg(name, text(*figure.expected), text(figure.low), text(*figure.high), actual);
}

/// A model that may be trusted but was a quarter off isn't praised.
StatusKind statusOf(const BackTest &test)
{
    constexpr double kFar = 0.25;
    const auto isFar = [](const std::optional<ModelError> &error) {
        return error && std::abs(error->bias) > kFar;
    };
    if (!test.trusted)
        return StatusKind::Warning;
    return isFar(test.wait) || isFar(test.abandonment) ? StatusKind::Info : StatusKind::Ok;
}

StatusKind statusOf(AfterChangeOutcome outcome)
{
    switch (outcome) {
    case AfterChangeOutcome::TooEarly:
        return StatusKind::Waiting;
    case AfterChangeOutcome::Inside:
        return StatusKind::Ok;
    case AfterChangeOutcome::Better:
        return StatusKind::Info;
    case AfterChangeOutcome::Worse:
        break;
    }
    return StatusKind::Warning;
}

QString meaningOfCapacity(const Recommendation &recommendation)
{
    switch (recommendation.config.capacityMeaning) {
    case CapacityMeaning::Agents: {
        const QString text =
            RecommendationTextsTr::tr("Capacity is taken to mean the agents who can answer at the "
                                      "same time (a setting of the connection). It is an upper "
                                      "limit; wait times depend on how many agents are signed in.");
        const Sentence measured = measuredSentence(recommendation);
        return measured.isEmpty() ? text : QString(text + u' ' + translated(measured));
    }
    case CapacityMeaning::Waiting:
        return RecommendationTextsTr::tr(
            "Capacity means the number of contacts that may wait (a setting of the connection). "
            "Raising it turns fewer contacts away, but they wait longer; only more agents shorten "
            "waits.");
    case CapacityMeaning::System:
        break;
    }
    return RecommendationTextsTr::tr(
        "Capacity means agents plus waiting places (a setting of the connection). Raising it turns "
        "fewer contacts away, but they wait longer; only more agents shorten waits.");
}

QString modelText(const Recommendation &recommendation)
{
    const QLocale locale;
    const auto [low, high] = *recommendation.range;
    const int most = recommendation.config.capacityMax;
    const auto text = [&](int capacity) {
        return capacity > most
            ? RecommendationTextsTr::tr("more than %1").arg(locale.toString(most))
            : locale.toString(capacity);
    };
    if (low == high)
        return RecommendationTextsTr::tr("The model needs %1.")
            .arg(text(*recommendation.modelCapacity));
    return RecommendationTextsTr::tr("The model needs %1; %2 to %3 for a light to heavy load.")
        .arg(text(*recommendation.modelCapacity), text(low), text(high));
}

} // namespace

QString meaningText(const Recommendation &recommendation)
{
    const QString meaning = meaningOfCapacity(recommendation);
    return recommendation.model
        ? meaning + u' ' + translated(notModelledSentence(recommendation.config))
        : meaning;
}

QString headlineOf(const Recommendation &recommendation)
{
    const QLocale locale;
    if (!recommendation.recommendedCapacity)
        return RecommendationTextsTr::tr("Recommendation: none, not enough data");
    const QString to = locale.toString(*recommendation.recommendedCapacity);
    if (!recommendation.currentCapacity)
        return RecommendationTextsTr::tr("Recommendation: set the capacity to %1").arg(to);
    const QString from = locale.toString(*recommendation.currentCapacity);
    const QString step = translated(stepSentence(recommendation));
    if (!step.isEmpty())
        return *recommendation.recommendedCapacity > *recommendation.currentCapacity
            ? RecommendationTextsTr::tr("Recommendation: raise the capacity from %1. %2")
                  .arg(from, step)
            : RecommendationTextsTr::tr("Recommendation: lower the capacity from %1. %2")
                  .arg(from, step);
    if (*recommendation.recommendedCapacity > *recommendation.currentCapacity)
        return RecommendationTextsTr::tr("Recommendation: raise the capacity from %1 to %2")
            .arg(from, to);
    if (*recommendation.recommendedCapacity < *recommendation.currentCapacity)
        return RecommendationTextsTr::tr("Recommendation: lower the capacity from %1 to %2")
            .arg(from, to);
    return RecommendationTextsTr::tr("Recommendation: keep the capacity of %1").arg(from);
}

QString rangeText(const Recommendation &recommendation)
{
    if (!recommendation.range || !recommendation.modelCapacity)
        return {};
    // A reason to raise it says what decides, and a step names the model's figures.
    const QString binding = recommendation.reasons.contains(codes::kModelNeedsMore)
        ? QString()
        : translated(bindingSentence(recommendation));
    if (!stepSentence(recommendation).isEmpty())
        return binding;
    const QString model = modelText(recommendation);
    return binding.isEmpty() ? model : QString(model + u' ' + binding);
}

StatusKind statusOf(Confidence confidence)
{
    switch (confidence) {
    case Confidence::High:
        return StatusKind::Ok;
    case Confidence::Medium:
        return StatusKind::Info;
    case Confidence::Low:
        return StatusKind::Warning;
    case Confidence::None:
        break;
    }
    return StatusKind::Unknown;
}

QString confidenceText(Confidence confidence)
{
    switch (confidence) {
    case Confidence::High:
        return RecommendationTextsTr::tr("Confidence: high");
    case Confidence::Medium:
        return RecommendationTextsTr::tr("Confidence: medium");
    case Confidence::Low:
        return RecommendationTextsTr::tr("Confidence: low");
    case Confidence::None:
        break;
    }
    return RecommendationTextsTr::tr("Confidence: none");
}

QList<SentenceList::Line> linesOf(const Recommendation &recommendation)
{
    QList<SentenceList::Line> lines;
    const auto said = [&recommendation](const QString &code) {
        return translated(sentenceOf(code, recommendation));
    };
    // Only a person knows the answer, and everything else depends on it.
    if (recommendation.warnings.contains(codes::kAgentsElsewhere))
        lines.append({StatusKind::Warning, said(codes::kAgentsElsewhere)});
    // The simple rule knows no confidence; its warnings say what it is worth.
    if (recommendation.policy == Policy::Erlang || recommendation.policy == Policy::Room) {
        QStringList confidence{confidenceText(recommendation.confidence) + u'.'};
        const QStringList causes = recommendation.confidenceReasons.value_or(QStringList());
        for (const QString &code : causes)
            confidence.append(translated(causeSentence(code, recommendation)));
        lines.append({statusOf(recommendation.confidence), confidence.join(u' ')});
    }
    // Without agents there is nothing that places to wait could be worked out for.
    if (recommendation.policy == Policy::Room && !recommendation.config.agents) {
        lines.append({StatusKind::Warning,
            RecommendationTextsTr::tr(
                "The number of agents who answer is not known. Enter it below, under Targets; the "
                "waiting places are calculated from it.")});
        return lines;
    }
    for (const QString &code : recommendation.reasons)
        lines.append({std::nullopt, said(code)});
    for (const QString &code : recommendation.warnings) {
        if (code != codes::kAgentsElsewhere)
            lines.append({StatusKind::Warning, said(code)});
    }
    return lines;
}

QString promiseText(const Recommendation &recommendation)
{
    const Targets &targets = recommendation.config.targets;
    if (recommendation.predictedRoom) {
        const QLocale locale;
        const RoomPrediction &room = *recommendation.predictedRoom;
        return RecommendationTextsTr::tr(
            "With it, %1 are turned away, %2 hang up, and %3 are answered within %4.")
            .arg(percentText(room.overflowShare, locale), percentText(room.abandonRate, locale),
                percentText(room.serviceLevel, locale),
                secondsText(targets.serviceSeconds, locale));
    }
    if (!recommendation.predictedAtRecommended)
        return {};
    const Prediction &at = *recommendation.predictedAtRecommended;
    const QString usual = predictionText(at, targets);
    if (!at.busyDayOnTarget)
        return usual;
    return RecommendationTextsTr::tr(
        "%1 On a busy day, %2 of the calls come at times when every target is met.")
        .arg(usual, percentText(*at.busyDayOnTarget, QLocale()));
}

QList<SentenceList::Line> linesOf(const BackTest &test, const QTimeZone &zone)
{
    if (test.verdict.isEmpty())
        return {};
    if (!test.enough)
        return {{StatusKind::Unknown, translated(test.verdict)}};
    QList<SentenceList::Line> lines;
    lines.append({statusOf(test), translated(test.verdict)});
    lines.append({std::nullopt,
        RecommendationTextsTr::tr("Fitted to the history from %1, compared with what happened from "
                                  "%2 to %3, with %4 agents.")
            .arg(dayOf(test.fitFromMs, zone), dayOf(test.testFromMs, zone),
                dayOf(test.testToMs, zone), QLocale().toString(test.agents))});
    for (const Sentence &line : errorSentences(test))
        lines.append({std::nullopt, translated(line)});
    return lines;
}

QList<SentenceList::Line> linesOf(const AfterChange &change, const QTimeZone &zone)
{
    QList<SentenceList::Line> lines{{statusOf(change.outcome), translated(change.verdict)}};
    lines.append({std::nullopt,
        RecommendationTextsTr::tr("Capacity %1 since %2.")
            .arg(QLocale().toString(change.capacity), dayOf(change.fromMs, zone))});
    if (change.wait)
        lines.append({std::nullopt, figureText(*change.wait, Measure::Wait)});
    if (change.abandonment)
        lines.append({std::nullopt, figureText(*change.abandonment, Measure::Abandonment)});
    return lines;
}

} // namespace queuesmith
