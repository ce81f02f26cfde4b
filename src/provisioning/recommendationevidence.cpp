#include "provisioning/recommendationevidence.h"

#include "capacity/recommendationwords.h"
#include "domain/strictjson.h"

#include <QCryptographicHash>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace queuesmith {

namespace {

/// The end of the year 9999: a time beyond is none.
constexpr qint64 kFarthest = 253'402'300'799'999;

void addNumber(QByteArray *line, const std::optional<double> &value)
{
    *line += ',';
    if (value)
        *line += QByteArray::number(*value, 'g', QLocale::FloatingPointShortest);
}

QByteArray lineOf(const MetricRecord &record)
{
    QByteArray line = record.startMs ? QByteArray::number(*record.startMs) : QByteArray();
    for (const auto &figure :
        {record.seconds, record.handled, record.offered, record.abandonRate, record.waitSumMs,
            record.waitCount, record.waitMaxMs, record.handleSumMs, record.handleAverageMs})
        addNumber(&line, figure);
    return line + '\n';
}

void takeSpan(CapacityEvidence *evidence, const QList<MetricRecord> &records)
{
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 last = std::numeric_limits<qint64>::min();
    for (const MetricRecord &record : records) {
        if (!record.startMs || *record.startMs < -kFarthest || *record.startMs > kFarthest)
            continue;
        first = std::min(first, *record.startMs);
        // An absurd length must not carry the end away; no interval of the contract is longer.
        const double seconds = std::clamp(record.seconds.value_or(0), 0.0, 86'400.0);
        last = std::max(last, *record.startMs + std::llround(seconds * 1000));
    }
    if (first > last)
        return;
    evidence->from = QDateTime::fromMSecsSinceEpoch(first, Qt::UTC);
    evidence->to = QDateTime::fromMSecsSinceEpoch(last, Qt::UTC);
}

/// What shapes a recommendation besides the queue's own figures: the targets, and what a person or
/// the connection has set to something else than usual.
QJsonObject settingsOf(const CapacityConfig &config)
{
    static const QStringList targets{QStringLiteral("sl"), QStringLiteral("slSeconds"),
        QStringLiteral("asa"), QStringLiteral("abandon"), QStringLiteral("occupancy")};
    static const QStringList told{QStringLiteral("policy"), QStringLiteral("capacityMeaning"),
        QStringLiteral("currentCapacity"), QStringLiteral("licensedAgents"),
        QStringLiteral("effectiveFrom")};
    const QJsonObject usual = toJson(CapacityConfig());
    const QJsonObject given = toJson(config);
    QJsonObject settings;
    for (auto one = given.begin(); one != given.end(); ++one) {
        const bool isUsual = one.value() == usual.value(one.key());
        if (told.contains(one.key()) || (isUsual && !targets.contains(one.key())))
            continue;
        const bool hasFraction = one.value().isDouble() && !wholeNumber(one.value());
        settings.insert(one.key(),
            hasFraction ? QJsonValue(
                QString::number(one.value().toDouble(), 'g', QLocale::FloatingPointShortest))
                        : one.value());
    }
    return settings;
}

void takeData(CapacityEvidence *evidence, const HistoryFigures &data)
{
    evidence->intervals = data.intervalsUsed;
    evidence->observed.asaSeconds = data.asaSeconds;
    evidence->observed.abandonRate = data.obsAbandonRate.value_or(data.abandonRate);
}

void takePromise(CapacityEvidence *evidence, const Recommendation &recommendation)
{
    WaitFigures &promise = evidence->predictedAtRecommended;
    if (const auto &figures = recommendation.predictedAtRecommended)
        promise = {
            figures->asaSeconds, figures->abandonRate, figures->serviceLevel, figures->occupancy};
    else if (const auto &room = recommendation.predictedRoom)
        promise = {{}, room->abandonRate, room->serviceLevel, {}};
}

EvidenceError errorOf(const std::optional<ModelError> &error)
{
    return error ? EvidenceError{error->wape, error->bias} : EvidenceError{};
}

} // namespace

CapacityMeaning meaningOf(CapacityReading reading)
{
    switch (reading) {
    case CapacityReading::Agents:
        break;
    case CapacityReading::Waiting:
        return CapacityMeaning::Waiting;
    case CapacityReading::System:
        return CapacityMeaning::System;
    }
    return CapacityMeaning::Agents;
}

QString historyDigest(const QList<MetricRecord> &records)
{
    QByteArrayList lines;
    lines.reserve(records.size());
    for (const MetricRecord &record : records)
        lines.append(lineOf(record));
    std::sort(lines.begin(), lines.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &line : std::as_const(lines))
        hash.addData(line);
    return QString::fromLatin1(hash.result().toHex());
}

Sentence recommendedSentence(const CapacityEvidence &evidence)
{
    const auto number = [](qint64 value) { return Sentence(QString::number(value)); };
    if (!evidence.recommendedCapacity)
        return {};
    const Sentence recommended = number(*evidence.recommendedCapacity);
    if (!evidence.range)
        return Sentence::tr("Recommended %1", {recommended});
    const Sentence low = number(evidence.range->low);
    const Sentence high = number(evidence.range->high);
    const bool isStep = evidence.warnings.contains(codes::kStepLimited);
    const bool isModels = !isStep && evidence.range->contains(*evidence.recommendedCapacity);
    if (isModels || !evidence.modelCapacity)
        return Sentence::tr("Recommended %1 (%2–%3)", {recommended, low, high});
    return {isStep ? Sentence::tr("Step to %1 now; the model needs %2 (%3–%4)")
                   : Sentence::tr("Recommended %1; the model needs %2 (%3–%4)"),
        {recommended, number(*evidence.modelCapacity), low, high}};
}

CapacityEvidence evidenceOf(const Recommendation &recommendation, const BackTest &backTest,
    const QList<MetricRecord> &records)
{
    CapacityEvidence evidence;
    evidence.currentCapacity = recommendation.currentCapacity.value_or(0);
    evidence.recommendedCapacity = recommendation.recommendedCapacity;
    evidence.modelCapacity = recommendation.modelCapacity;
    if (const auto &range = recommendation.range)
        evidence.range = CapacityRange{range->first, range->second};
    evidence.confidence = wordOf(recommendation.confidence);
    evidence.policy = wordOf(recommendation.policy);
    evidence.reading = wordOf(recommendation.config.capacityMeaning);
    evidence.settings = settingsOf(recommendation.config);
    if (recommendation.model)
        evidence.model = wordOf(*recommendation.model);
    evidence.reasons = recommendation.reasons;
    evidence.warnings = recommendation.warnings;
    if (recommendation.data)
        takeData(&evidence, *recommendation.data);
    else // the simple rules look at every record
        evidence.intervals = records.size();
    takePromise(&evidence, recommendation);
    evidence.waitError = errorOf(backTest.wait);
    evidence.abandonError = errorOf(backTest.abandonment);
    takeSpan(&evidence, records);
    evidence.historyDigest = historyDigest(records);
    return evidence;
}

} // namespace queuesmith
