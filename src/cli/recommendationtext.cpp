#include "recommendationtext.h"

#include "recommendationwords.h"

namespace queuesmith {

namespace {

QString predictionText(const QString &when, const Prediction &prediction)
{
    const QString wait = prediction.asaSeconds
        ? QStringLiteral("mean wait %1 s").arg(*prediction.asaSeconds, 0, 'f', 1)
        : QStringLiteral("waits that grow without end in some hours");
    return QStringLiteral("  %1 %2: %3, %4 % in time, %5 % hang up, agents busy %6 %\n")
        .arg(when, QString::number(prediction.capacity), wait,
            QString::number(100 * prediction.serviceLevel, 'f', 1),
            QString::number(100 * prediction.abandonRate, 'f', 1),
            QString::number(100 * prediction.occupancy, 'f', 0));
}

QString confidenceText(const Recommendation &recommendation)
{
    QString text = QStringLiteral("  Confidence: %1").arg(wordOf(recommendation.confidence));
    if (recommendation.range)
        text += QStringLiteral("; the history fits a capacity from %1 to %2")
                    .arg(recommendation.range->first)
                    .arg(recommendation.range->second);
    text += QStringLiteral(".\n");
    for (const QString &code : recommendation.confidenceReasons.value_or(QStringList()))
        text += QStringLiteral("    – %1\n").arg(sentenceOf(code, recommendation).english());
    return text;
}

} // namespace

QString changeText(const Recommendation &recommendation)
{
    if (!recommendation.recommendedCapacity)
        return QStringLiteral("nothing can be recommended");
    const QString wanted = QString::number(*recommendation.recommendedCapacity);
    if (!recommendation.currentCapacity)
        return QStringLiteral("set %1").arg(wanted);
    if (*recommendation.currentCapacity == *recommendation.recommendedCapacity)
        return QStringLiteral("keep %1").arg(wanted);
    return QStringLiteral("%1 → %2").arg(QString::number(*recommendation.currentCapacity), wanted);
}

QString recommendationText(const Recommendation &recommendation)
{
    QString text = QStringLiteral("Capacity: %1\n").arg(changeText(recommendation));
    for (const QString &code : recommendation.reasons)
        text += QStringLiteral("  %1\n").arg(sentenceOf(code, recommendation).english());
    for (const QString &code : recommendation.warnings)
        text += QStringLiteral("  ! %1\n").arg(sentenceOf(code, recommendation).english());
    text += confidenceText(recommendation);
    if (recommendation.predictedAtCurrent)
        text += predictionText(QStringLiteral("With"), *recommendation.predictedAtCurrent);
    if (recommendation.predictedAtRecommended
        && recommendation.recommendedCapacity != recommendation.currentCapacity)
        text += predictionText(QStringLiteral("With"), *recommendation.predictedAtRecommended);
    if (recommendation.impliedAgents)
        text += QStringLiteral("  The waits that were seen are those of %1 agents.\n")
                    .arg(*recommendation.impliedAgents);
    text += QStringLiteral("  %1\n").arg(
        meaningSentence(recommendation.config.capacityMeaning).english());
    return text;
}

} // namespace queuesmith
