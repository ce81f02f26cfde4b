#include "provisioning/capacityevidence.h"

#include "domain/strictjson.h"
#include "records/auditchain.h"
#include "records/auditpayload.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {

using Key = QLatin1StringView;

constexpr Key kDigest("digest");

/// Always a text, so that 3 and 3.5 are told alike; the shortest that reads back as the same.
QString numberText(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

void put(QJsonObject *json, Key key, const std::optional<double> &value)
{
    if (value && std::isfinite(*value))
        json->insert(key, numberText(*value));
}

void put(QJsonObject *json, Key key, const std::optional<qint64> &value)
{
    if (value)
        json->insert(key, *value);
}

void put(QJsonObject *json, Key key, const QString &text)
{
    if (!text.isEmpty())
        json->insert(key, text);
}

void put(QJsonObject *json, Key key, const QJsonObject &object)
{
    if (!object.isEmpty())
        json->insert(key, object);
}

std::optional<double> number(const QJsonObject &json, Key key)
{
    bool ok = false;
    const double value = json.value(key).toString().toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<qint64> integer(const QJsonObject &json, Key key)
{
    return wholeNumber(json.value(key));
}

QStringList texts(const QJsonValue &array)
{
    QStringList list;
    const QJsonArray items = array.toArray();
    for (const QJsonValue &item : items)
        list.append(item.toString());
    return list;
}

QJsonObject toJson(const WaitFigures &figures)
{
    QJsonObject json;
    put(&json, Key("asa_seconds"), figures.asaSeconds);
    put(&json, Key("abandon_rate"), figures.abandonRate);
    put(&json, Key("service_level"), figures.serviceLevel);
    put(&json, Key("occupancy"), figures.occupancy);
    return json;
}

WaitFigures figuresOf(const QJsonObject &json)
{
    return {number(json, Key("asa_seconds")), number(json, Key("abandon_rate")),
        number(json, Key("service_level")), number(json, Key("occupancy"))};
}

QJsonObject errorsOf(const CapacityEvidence &evidence)
{
    QJsonObject json;
    put(&json, Key("wait_wape"), evidence.waitError.wape);
    put(&json, Key("wait_bias"), evidence.waitError.bias);
    put(&json, Key("abandon_wape"), evidence.abandonError.wape);
    put(&json, Key("abandon_bias"), evidence.abandonError.bias);
    return json;
}

QJsonObject dataOf(const CapacityEvidence &evidence)
{
    QJsonObject json{{Key("intervals"), evidence.intervals}};
    if (evidence.from.isValid())
        json.insert(Key("from"), timestampText(evidence.from));
    if (evidence.to.isValid())
        json.insert(Key("to"), timestampText(evidence.to));
    put(&json, Key("history_digest"), evidence.historyDigest);
    return json;
}

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace

std::optional<CapacityRange> CapacityEvidence::approvableRange() const
{
    if (!recommendedCapacity)
        return range;
    const CapacityRange wide =
        range.value_or(CapacityRange{*recommendedCapacity, *recommendedCapacity});
    return CapacityRange{
        std::min(wide.low, *recommendedCapacity), std::max(wide.high, *recommendedCapacity)};
}

QJsonObject toJson(const CapacityEvidence &evidence)
{
    QJsonObject json{
        {Key("current_capacity"), evidence.currentCapacity}, {Key("data"), dataOf(evidence)}};
    put(&json, Key("recommended_capacity"), evidence.recommendedCapacity);
    put(&json, Key("model_capacity"), evidence.modelCapacity);
    if (evidence.range)
        json.insert(Key("range"), QJsonArray{evidence.range->low, evidence.range->high});
    put(&json, Key("confidence"), evidence.confidence);
    put(&json, Key("policy"), evidence.policy);
    put(&json, Key("reading"), evidence.reading);
    put(&json, Key("model"), evidence.model);
    put(&json, Key("settings"), evidence.settings);
    json.insert(Key("reasons"), QJsonArray::fromStringList(evidence.reasons));
    json.insert(Key("warnings"), QJsonArray::fromStringList(evidence.warnings));
    put(&json, Key("observed"), toJson(evidence.observed));
    put(&json, Key("predicted_at_recommended"), toJson(evidence.predictedAtRecommended));
    put(&json, Key("model_error"), errorsOf(evidence));
    if (evidence.isFromSimilar())
        json.insert(Key("source_queue"),
            QJsonObject{
                {Key("id"), evidence.sourceQueue.value}, {Key("name"), evidence.sourceQueueName}});
    return json;
}

CapacityEvidence evidenceFromJson(const QJsonObject &json)
{
    CapacityEvidence evidence;
    evidence.currentCapacity = integer(json, Key("current_capacity")).value_or(0);
    evidence.recommendedCapacity = integer(json, Key("recommended_capacity"));
    evidence.modelCapacity = integer(json, Key("model_capacity"));
    const QJsonArray range = json.value(Key("range")).toArray();
    if (const auto low = wholeNumber(range.at(0)), high = wholeNumber(range.at(1)); low && high)
        evidence.range = CapacityRange{*low, *high};
    evidence.confidence = json.value(Key("confidence")).toString();
    evidence.policy = json.value(Key("policy")).toString();
    evidence.reading = json.value(Key("reading")).toString();
    evidence.model = json.value(Key("model")).toString();
    evidence.settings = json.value(Key("settings")).toObject();
    evidence.reasons = texts(json.value(Key("reasons")));
    evidence.warnings = texts(json.value(Key("warnings")));
    evidence.observed = figuresOf(json.value(Key("observed")).toObject());
    evidence.predictedAtRecommended =
        figuresOf(json.value(Key("predicted_at_recommended")).toObject());
    const QJsonObject errors = json.value(Key("model_error")).toObject();
    evidence.waitError = {number(errors, Key("wait_wape")), number(errors, Key("wait_bias"))};
    evidence.abandonError = {
        number(errors, Key("abandon_wape")), number(errors, Key("abandon_bias"))};
    const QJsonObject data = json.value(Key("data")).toObject();
    evidence.from = timeOf(data.value(Key("from")));
    evidence.to = timeOf(data.value(Key("to")));
    evidence.intervals = integer(data, Key("intervals")).value_or(0);
    evidence.historyDigest = data.value(Key("history_digest")).toString();
    const QJsonObject source = json.value(Key("source_queue")).toObject();
    evidence.sourceQueue = QueueId{source.value(Key("id")).toString()};
    evidence.sourceQueueName = source.value(Key("name")).toString();
    return evidence;
}

QString evidenceDigest(QJsonObject evidence)
{
    evidence.remove(kDigest);
    return QString::fromLatin1(
        QCryptographicHash::hash(canonicalJson(evidence), QCryptographicHash::Sha256).toHex());
}

QJsonObject sealed(QJsonObject evidence)
{
    const QString digest = evidenceDigest(evidence);
    evidence.insert(kDigest, digest);
    return evidence;
}

bool isIntact(const QJsonObject &evidence)
{
    return evidence.contains(kDigest)
        && evidence.value(kDigest).toString() == evidenceDigest(evidence);
}

} // namespace queuesmith
