#include "capacity/recommendation.h"

#include "capacity/recommendationwords.h"

#include <QJsonArray>
#include <QJsonObject>

namespace queuesmith {

namespace {

template <typename T> QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

template <typename T> QJsonValue orNull(const std::optional<std::pair<T, T>> &pair)
{
    return pair ? QJsonValue(QJsonArray{pair->first, pair->second}) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const HistoryFigures &figures)
{
    return {
        {QStringLiteral("intervalsRead"), figures.intervalsRead},
        {QStringLiteral("intervalsUsed"), figures.intervalsUsed},
        {QStringLiteral("intervalsDropped"), figures.intervalsDropped},
        {QStringLiteral("duplicates"), figures.duplicates},
        {QStringLiteral("days"), figures.days},
        {QStringLiteral("callsOffered"), figures.callsOffered},
        {QStringLiteral("callsHandled"), figures.callsHandled},
        {QStringLiteral("abandonRate"), figures.abandonRate},
        {QStringLiteral("obsAbandonRate"), orNull(figures.obsAbandonRate)},
        {QStringLiteral("ahtSeconds"), orNull(figures.ahtSeconds)},
        {QStringLiteral("asaSeconds"), orNull(figures.asaSeconds)},
        {QStringLiteral("asaCi"), orNull(figures.asaCi)},
        {QStringLiteral("patienceSeconds"), orNull(figures.patienceSeconds)},
        {QStringLiteral("swing"), figures.swing},
        {QStringLiteral("outliers"), figures.outliers},
        {QStringLiteral("volumeMoved"), orNull(figures.volumeMoved)},
        {QStringLiteral("missingShare"), figures.missingShare},
        {QStringLiteral("slots"), figures.slotCount},
        {QStringLiteral("slotKind"),
            figures.slotsByWeekday ? QStringLiteral("weekday-time")
                                   : QStringLiteral("dayclass-time")},
    };
}

QJsonObject toJson(const RoomPrediction &prediction)
{
    return {
        {QStringLiteral("overflowShare"), prediction.overflowShare},
        {QStringLiteral("abandonRate"), prediction.abandonRate},
        {QStringLiteral("serviceLevel"), prediction.serviceLevel},
    };
}

QJsonArray curveOf(const QList<Prediction> &curve)
{
    QJsonArray points;
    for (const Prediction &point : curve)
        points.append(toJson(point));
    return points;
}

QJsonArray explanationOf(const Recommendation &recommendation)
{
    QJsonArray sentences;
    for (const QString &code : codesToSay(recommendation))
        sentences.append(sentenceOf(code, recommendation).english());
    return sentences;
}

/// A member that is only there when it was worked out.
template <typename T>
void insertIf(QJsonObject *object, const char *key, const std::optional<T> &value)
{
    if (value)
        object->insert(QLatin1String(key), *value);
}

void insertIf(QJsonObject *object, const char *key, const std::optional<QStringList> &codes)
{
    if (codes)
        object->insert(QLatin1String(key), QJsonArray::fromStringList(*codes));
}

template <typename T>
void insertJsonIf(QJsonObject *object, const char *key, const std::optional<T> &value)
{
    if (value)
        object->insert(QLatin1String(key), toJson(*value));
}

void insertThresholds(const Recommendation &from, QJsonObject *object)
{
    const bool weighted = from.policy == Policy::ThresholdWeighted;
    object->insert(QStringLiteral("triggered"), from.triggered);
    object->insert(weighted ? QStringLiteral("meanWaitSeconds") : QStringLiteral("avgWait"),
        orNull(from.meanWait));
    object->insert(weighted ? QStringLiteral("abandonRate") : QStringLiteral("avgAbandon"),
        orNull(from.meanAbandon));
}

void insertBinding(const std::optional<BindingSlot> &binding, QJsonObject *object)
{
    if (!binding)
        return;
    object->insert(QStringLiteral("bindingTargets"), QJsonArray::fromStringList(binding->targets));
    object->insert(QStringLiteral("bindingSlotLoad"), binding->load);
    object->insert(QStringLiteral("bindingSlot"), slotSentence(*binding).english());
}

void insertModelled(const Recommendation &from, QJsonObject *object)
{
    if (from.model)
        object->insert(QStringLiteral("model"), wordOf(*from.model));
    insertJsonIf(object, "data", from.data);
    insertIf(object, "confidenceReasons", from.confidenceReasons);
    if (from.policy == Policy::Room) {
        insertIf(object, "roomForBlocking", from.roomForBlocking);
        insertIf(object, "roomForWait", from.roomForWait);
        insertIf(object, "room", from.room);
        insertJsonIf(object, "predicted", from.predictedRoom);
        return;
    }
    object->insert(QStringLiteral("modelCapacity"), orNull(from.modelCapacity));
    object->insert(QStringLiteral("range"), orNull(from.range));
    insertIf(object, "requiredAgents", from.requiredAgents);
    insertBinding(from.binding, object);
    insertJsonIf(object, "predictedAtCurrent", from.predictedAtCurrent);
    if (from.predictedAtCurrent)
        object->insert(QStringLiteral("impliedAgents"), orNull(from.impliedAgents));
    insertJsonIf(object, "predictedAtRecommended", from.predictedAtRecommended);
    if (!from.curve.isEmpty())
        object->insert(QStringLiteral("curve"), curveOf(from.curve));
}

} // namespace

QString wordOf(RecommendedAction action)
{
    switch (action) {
    case RecommendedAction::Keep:
        break;
    case RecommendedAction::Increase:
        return QStringLiteral("increase");
    case RecommendedAction::Decrease:
        return QStringLiteral("decrease");
    case RecommendedAction::Set:
        return QStringLiteral("set");
    }
    return QStringLiteral("keep");
}

QString wordOf(Confidence confidence)
{
    switch (confidence) {
    case Confidence::None:
        break;
    case Confidence::Low:
        return QStringLiteral("low");
    case Confidence::Medium:
        return QStringLiteral("medium");
    case Confidence::High:
        return QStringLiteral("high");
    }
    return QStringLiteral("none");
}

QJsonObject toJson(const Prediction &prediction)
{
    return {
        {QStringLiteral("capacity"), prediction.capacity},
        {QStringLiteral("serviceLevel"), prediction.serviceLevel},
        {QStringLiteral("abandonRate"), prediction.abandonRate},
        {QStringLiteral("occupancy"), prediction.occupancy},
        {QStringLiteral("peakOccupancy"), prediction.peakOccupancy},
        {QStringLiteral("asaSeconds"), orNull(prediction.asaSeconds)},
        {QStringLiteral("overloadedShare"), prediction.overloadedShare},
        {QStringLiteral("busyDayOnTarget"), orNull(prediction.busyDayOnTarget)},
    };
}

QJsonObject toJson(const Recommendation &recommendation)
{
    QJsonObject object{
        {QStringLiteral("policy"), wordOf(recommendation.policy)},
        {QStringLiteral("capacityMeaning"), wordOf(recommendation.config.capacityMeaning)},
        {QStringLiteral("currentCapacity"), orNull(recommendation.currentCapacity)},
        {QStringLiteral("recommendedCapacity"), orNull(recommendation.recommendedCapacity)},
        {QStringLiteral("action"), wordOf(recommendation.action)},
        {QStringLiteral("confidence"), wordOf(recommendation.confidence)},
        {QStringLiteral("reasons"), QJsonArray::fromStringList(recommendation.reasons)},
        {QStringLiteral("warnings"), QJsonArray::fromStringList(recommendation.warnings)},
        {QStringLiteral("explanation"), explanationOf(recommendation)},
    };
    const bool isThreshold = recommendation.policy == Policy::Threshold
        || recommendation.policy == Policy::ThresholdWeighted;
    if (isThreshold)
        insertThresholds(recommendation, &object);
    else
        insertModelled(recommendation, &object);
    return object;
}

} // namespace queuesmith
