#include "cxone/queuesv2/queuesv2history.h"

#include "cxone/queuesv2/queuesv2json.h"
#include "cxone/queuesv2/queuesv2operations.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

namespace queuesmith::queuesv2 {

namespace {

constexpr qsizetype kBytesOfARecord = 1024; // an ordinary one has some 230
constexpr qsizetype kBytesBesides = 64 * 1024;

QString instantText(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return time.toString(ms % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

Error tooLarge(const HttpResponse &response, const HistoryQuery &query)
{
    Error error = Error::of(ErrorKind::BadAnswer, "answer_too_large",
        Sentence::tr(
            "The tenant's answer has %1 bytes, far more than the %2 intervals requested can need. "
            "It was not used. Try again; if this persists, tell the tenant's operator.",
            {response.body.size(), query.intervals()}));
    error.httpStatus = response.status;
    return error;
}

/// What is larger can't be an answer to the query.
qsizetype largestAnswer(const HistoryQuery &query)
{
    return std::min<qsizetype>(
        kMaxAnswerBytes, kBytesBesides + query.intervals() * kBytesOfARecord);
}

qint64 lengthOf(const HistoryQuery &query) { return secondsOf(query.interval) * 1000LL; }

/// Tenants may begin an interval before the first instant. Where the range was given in the
/// contract's words its ends are those of the tenant's clock.
bool isInRange(qint64 startMs, const HistoryQuery &query)
{
    const qint64 length = lengthOf(query);
    const qint64 slack = query.sevenDaysToNow ? length : 0;
    return startMs + length + slack > query.span.fromMs && startMs < query.span.toMs + slack;
}

/// The contract: records without times are consecutive and end at dateTo when there are as many as
/// intervals.
void inferTimes(const HistoryQuery &query, HistoryAnswer *answer)
{
    const qint64 length = lengthOf(query);
    qint64 start = query.span.toMs - answer->records.size() * length;
    for (MetricRecord &record : answer->records) {
        record.startMs = start;
        start += length;
    }
    answer->faults.timesInferred = answer->records.size();
}

void sortByTime(HistoryAnswer *answer)
{
    QList<MetricRecord> &records = answer->records;
    HistoryFaults &faults = answer->faults;
    std::optional<qint64> before;
    for (const MetricRecord &record : std::as_const(records)) {
        if (!record.startMs)
            ++faults.withoutTime;
        else if (before && *record.startMs < *before)
            ++faults.outOfOrder;
        before = record.startMs ? record.startMs : before;
    }
    std::stable_sort(
        records.begin(), records.end(), [](const MetricRecord &a, const MetricRecord &b) {
            return a.startMs && (!b.startMs || *a.startMs < *b.startMs);
        });
    for (qsizetype i = 1; i < records.size(); ++i) {
        if (records.at(i).startMs && records.at(i).startMs == records.at(i - 1).startMs)
            ++faults.duplicates;
    }
}

/// True when the record has no word about its time, not even one that can't be read.
bool takeRecord(const QJsonObject &object, const HistoryQuery &query, HistoryAnswer *answer)
{
    const QJsonValue queueId = object.value(QLatin1StringView("queueId"));
    if (queueId.isString() && queueId.toString() != query.queue.value) {
        ++answer->faults.otherQueue;
        return false;
    }
    const MetricRecord record = metricRecordFromTenant(object, query.interval);
    if (record.startMs && !isInRange(*record.startMs, query)) {
        ++answer->faults.outOfRange;
        return false;
    }
    answer->records.append(record);
    const QJsonValue dateFrom = object.value(QLatin1StringView("dateFrom"));
    return dateFrom.isUndefined() || dateFrom.isNull();
}

} // namespace

HttpRequest queryDetails(const QUrl &base, const HistoryQuery &query)
{
    const bool words = query.sevenDaysToNow;
    const QJsonObject body{{QStringLiteral("dateFrom"),
                               words ? QStringLiteral("P7D") : instantText(query.span.fromMs)},
        {QStringLiteral("dateTo"), words ? QStringLiteral("NOW") : instantText(query.span.toMs)},
        {QStringLiteral("interval"), wordOf(query.interval)},
        {QStringLiteral("groupBy"), QJsonArray{QStringLiteral("queueId")}},
        {QStringLiteral("filter"), idEquals(query.queue.value)},
        {QStringLiteral("metrics"),
            QJsonArray{QStringLiteral("waitTime"), QStringLiteral("abandonRate"),
                QStringLiteral("handleTime"), QStringLiteral("callsHandled")}}};
    return post(kQueryDetails, endpoint(base, QStringLiteral("analytics/queues/details/query")),
        body, HttpEffect::Reads);
}

bool mayBeHistory(const HttpResponse &response)
{
    const QByteArray body = response.body.trimmed();
    return body.startsWith('{') && body.endsWith('}') && body.contains("\"data\"");
}

Result<HistoryAnswer> readHistory(const HttpResponse &response, const HistoryQuery &query)
{
    if (response.body.size() > largestAnswer(query))
        return tooLarge(response, query);
    const Result<QJsonObject> object = readObject(response);
    if (!object)
        return object.error();
    const QJsonValue data = object.value().value(QLatin1StringView("data"));
    if (!data.isArray())
        return badAnswer(Sentence::tr("the list “data” is missing"));
    HistoryAnswer answer;
    qint64 timeless = 0;
    const QJsonArray records = data.toArray();
    for (const QJsonValue record : records) {
        if (!record.isObject())
            ++answer.faults.noRecord;
        else if (takeRecord(record.toObject(), query, &answer))
            ++timeless;
    }
    if (timeless > 0 && timeless == answer.records.size() && timeless == query.intervals())
        inferTimes(query, &answer);
    sortByTime(&answer);
    return answer;
}

} // namespace queuesmith::queuesv2
