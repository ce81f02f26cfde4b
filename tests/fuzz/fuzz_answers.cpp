#include "cxone/queuesv2/queuesv2history.h"
#include "cxone/queuesv2/queuesv2json.h"
#include "domain/strictjson.h"
#include "fuzz.h"
#include "http/tenantreport.h"

#include <algorithm>

namespace queuesmith {

namespace {

template <typename T> void requireAnswer(const Result<T> &answer)
{
    if (!answer)
        requireSentence(answer.error());
}

void readAQueue(const HttpResponse &response)
{
    const Result<Queue> queue = queuesv2::readQueue(response);
    requireAnswer(queue);
    if (queue.ok())
        require(!queue.value().id.value.isEmpty(), "a queue without an id");
}

void readAHistory(const HttpResponse &response)
{
    HistoryQuery query;
    query.queue = QueueId{QStringLiteral("q")};
    query.interval = HistoryInterval::Hourly;
    query.span = {1'767'571'200'000, 1'767'571'200'000 + kDayMs}; // 2026-01-05
    const Result<HistoryAnswer> history = queuesv2::readHistory(response, query);
    requireAnswer(history);
    if (!history)
        return;
    const QList<MetricRecord> &records = history.value().records;
    require(std::is_sorted(records.cbegin(), records.cend(),
                [](const MetricRecord &a, const MetricRecord &b) {
                    return a.startMs && (!b.startMs || *a.startMs < *b.startMs);
                }),
        "a history out of order");
    for (const Sentence &sentence : sentencesOf(history.value().faults))
        require(!sentence.isEmpty(), "a fault without words");
}

void readAReport(const QByteArray &body)
{
    const TenantReport report = readTenantReport(body, KnownSecrets());
    require(report.message.size() <= 200 && !report.message.contains(u'\n'), "an endless report");
}

} // namespace

/// The first character says what the answer is to.
void feedAnswers(const QByteArray &bytes)
{
    HttpResponse response;
    response.status = 200;
    response.body = bytes.mid(1);
    switch (bytes.isEmpty() ? '\0' : bytes.front()) {
    case 's':
        return requireAnswer(queuesv2::readSkillPage(response));
    case 'l':
        return requireAnswer(queuesv2::readQueuePage(response));
    case 'q':
        return readAQueue(response);
    case 'x':
        return requireAnswer(queuesv2::readExportPage(response));
    case 'e':
        return requireAnswer(queuesv2::readExport(response));
    case 'h':
        return readAHistory(response);
    default:
        return readAReport(response.body);
    }
}

} // namespace queuesmith
