#include "workplace/queuerecommender.h"

#include "cxone/tenantclient.h"
#include "history/historyloader.h"
#include "provisioning/capacitychange.h"
#include "records/records.h"
#include "workplace/workplace.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace queuesmith {

namespace {

QString instantText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

/// Where nothing was used, the times are those that were asked for.
JudgedRecommendation judgedFrom(const History &history, const CapacityConfig &config)
{
    QList<MetricRecord> records = history.records;
    treatMissingTimes(&records, config);
    JudgedRecommendation judged = judgedRecommendation(records, config);
    const QString from = QStringLiteral("from");
    if (judged.evidence.value(from).isNull()) {
        judged.evidence.insert(from, instantText(history.span.fromMs));
        judged.evidence.insert(QStringLiteral("to"), instantText(history.span.toMs));
    }
    judged.evidence.insert(QStringLiteral("interval"), wordOf(history.interval));
    return judged;
}

} // namespace

QJsonObject toJson(const QueueRecommendation &result)
{
    QJsonArray notes;
    for (const Sentence &note : result.history.notes)
        notes.append(note.english());
    QJsonObject json = toJson(result.judged);
    json.insert(QStringLiteral("queueId"), result.queue.id.value);
    json.insert(QStringLiteral("queueName"), result.queue.definition.name);
    json.insert(QStringLiteral("notes"), notes);
    return json;
}

QueueRecommender::QueueRecommender(
    Workplace &workplace, QJsonObject settings, int days, QObject *parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_settings(std::move(settings))
    , m_days(days)
{
}

Status QueueRecommender::check() const
{
    Queue any;
    any.definition.capacity = 1;
    const Result<CapacityConfig> config = configFor(any, {});
    return config ? Status(queuesmith::Done{}) : Status(config.error());
}

Result<CapacityConfig> QueueRecommender::configFor(
    const Queue &queue, std::optional<qint64> effectiveFromMs) const
{
    const Connection &connection = m_workplace.connection();
    constexpr qint64 kMost = std::numeric_limits<int>::max();
    QJsonObject object;
    if (connection.licensedAgents)
        object.insert(
            QStringLiteral("licensedAgents"), std::min(*connection.licensedAgents, kMost));
    object.insert(QStringLiteral("timeZone"),
        QString::fromLatin1(
            connection.timeZone.isEmpty() ? QTimeZone::systemTimeZoneId() : connection.timeZone));
    object.insert(QStringLiteral("capacityMeaning"), word(connection.capacity.reading));
    if (queue.definition.capacity > 0)
        object.insert(QStringLiteral("currentCapacity"), queue.definition.capacity);
    object.insert(QStringLiteral("overflowThreshold"), queue.definition.overflow.threshold);
    if (effectiveFromMs)
        object.insert(QStringLiteral("effectiveFrom"), instantText(*effectiveFromMs));
    return capacityConfigWith(object, m_settings);
}

void QueueRecommender::recommend(const Queue &queue, Done done)
{
    const Result<CapacityConfig> config = configFor(queue, {});
    if (!config) {
        done(config.error());
        return;
    }
    if (m_askedForRecords) {
        findLastChange(queue, config.value(), std::move(done));
        return;
    }
    m_askedForRecords = true;
    Records *records = m_workplace.newRecords(this);
    // Without an audit log nothing is known of changes, which is no failure.
    records->openReadOnly(this,
        [this, records, queue, config = config.value(), done = std::move(done)](
            const Status &opened) {
            if (opened)
                m_records = records;
            findLastChange(queue, config, done);
        });
}

void QueueRecommender::findLastChange(const Queue &queue, const CapacityConfig &config, Done done)
{
    if (m_records == nullptr || config.effectiveFromMs) {
        load(queue, config, std::move(done));
        return;
    }
    findCapacityChange(*m_records, m_workplace.tenant().tenantId(), queue.id, this,
        [this, queue, config, done = std::move(done)](
            const Result<std::optional<CapacityChange>> &change) mutable {
            CapacityConfig withChange = config;
            if (change && change.value())
                withChange.effectiveFromMs = change.value()->at.toMSecsSinceEpoch();
            load(queue, withChange, std::move(done));
        });
}

void QueueRecommender::load(const Queue &queue, const CapacityConfig &config, Done done)
{
    const auto loaded = [queue, config, done = std::move(done)](const Result<History> &history) {
        if (!history) {
            done(history.error());
            return;
        }
        done(QueueRecommendation{queue, history.value(), judgedFrom(history.value(), config)});
    };
    // The simple rule's means depend on the interval, so it always asks its own question.
    HistoryLoad *load = config.policy == Policy::Threshold
        ? m_workplace.history().loadSimpleRule(queue.id, this, loaded)
        : m_workplace.history().load(queue.id, m_days, this, loaded);
    connect(load, &HistoryLoad::progressed, this, &QueueRecommender::progressed);
    connect(load, &HistoryLoad::waiting, this, &QueueRecommender::waiting);
}

} // namespace queuesmith
