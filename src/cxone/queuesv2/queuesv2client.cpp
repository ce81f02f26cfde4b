#include "cxone/queuesv2/queuesv2client.h"

#include "cxone/queuesv2/queuesv2check.h"
#include "cxone/queuesv2/queuesv2history.h"
#include "cxone/queuesv2/queuesv2json.h"
#include "cxone/tokensource.h"
#include "domain/logcategories.h"
#include "domain/logline.h"
#include "http/answerdecoder.h"
#include "http/httpclient.h"

#include <memory>

namespace queuesmith {

namespace {
constexpr int kPageSize = 100;

void logCall(const QString &operation, const HttpOutcome &outcome)
{
    const char *applied = outcome.applied == Applied::Yes ? "yes"
        : outcome.applied == Applied::No                  ? "no"
                                                          : "unknown";
    qCDebug(lcTenant) << LogLine("call",
        {{"operation", operation}, {"applied", applied}, {"status", outcome.response.status},
            {"attempts", outcome.attempts}, {"ms", outcome.latency},
            {"bytes", outcome.response.body.size()},
            {"code", outcome.error ? outcome.error->code : QStringLiteral("none")}});
}
} // namespace

QueuesV2Client::QueuesV2Client(HttpClient &http, TokenSource &tokens, const TenantId &id,
    const QUrl &baseUrl, const RequestLimits &limits, QObject *parent)
    : TenantClient(parent)
    , m_http(http)
    , m_tokens(tokens)
    , m_id(id)
    , m_baseUrl(baseUrl)
    , m_limits(limits)
{
}

QString QueuesV2Client::scopeFor(Right right) const
{
    switch (right) {
    case Right::ReadQueues:
        return QString::fromLatin1(queuesv2::kListQueues.scope);
    case Right::CreateQueues:
        return QString::fromLatin1(queuesv2::kCreateQueue.scope);
    case Right::UpdateQueues:
        return QString::fromLatin1(queuesv2::kUpdateQueue.scope);
    case Right::ReadSkills:
        return QString::fromLatin1(queuesv2::kListSkills.scope);
    case Right::ReadHistory:
        return QString::fromLatin1(queuesv2::kQueryDetails.scope);
    case Right::ReadExports:
        return QString::fromLatin1(queuesv2::kListExports.scope);
    case Right::CreateExports:
        return QString::fromLatin1(queuesv2::kCreateExport.scope);
    }
    return {};
}

void QueuesV2Client::signIn(QObject *context, Done<Result<std::optional<QStringList>>> done)
{
    const QPointer<QueuesV2Client> self(this);
    m_tokens.authorize(
        context, [self, this, done = std::move(done)](const Result<QByteArray> &value) {
            if (!self)
                return;
            if (value.ok())
                done(m_tokens.scopes());
            else
                done(value.error());
        });
}

void QueuesV2Client::send(Call *call, const HttpRequest &request, const RequestLimits &limits,
    const AnswerReader &reader, std::function<void(const HttpOutcome &)> done)
{
    HttpJob *job = m_http.send(request, limits, reader, call);
    // `done` works with this, which the call may outlive.
    connect(job, &HttpJob::finished, call,
        [self = QPointer<QueuesV2Client>(this), job, call, operation = request.operation,
            done = std::move(done)](const HttpOutcome &outcome) {
            job->deleteLater();
            logCall(operation, outcome);
            if (self)
                done(outcome);
            else
                call->deleteLater();
        });
    call->follow(job);
}

template <typename T>
void QueuesV2Client::ask(Call *call, const HttpRequest &request, const RequestLimits &limits,
    std::function<Result<T>(const HttpResponse &)> read,
    std::function<void(const HttpOutcome &, const T *)> done)
{
    const AnswerDecoder<T> decoder(std::move(read));
    send(call, request, limits, decoder.reader(),
        [decoder, done = std::move(done)](const HttpOutcome &outcome) {
            done(outcome, outcome.applied == Applied::Yes ? &decoder.value() : nullptr);
        });
}

template <typename T> struct QueuesV2Client::PagedList {
    const queuesv2::Operation &operation;
    std::function<HttpRequest(int)> request;
    Result<Page<T>> (*read)(const HttpResponse &);
    Done<Result<Listing<T>>> done;
    OnPage<T> onPage;
    PageCollector<T> pages;
    std::chrono::milliseconds used{0};
};

template <typename T>
Call *QueuesV2Client::readPages(const queuesv2::Operation &operation,
    std::function<HttpRequest(int page)> request, Result<Page<T>> (*read)(const HttpResponse &),
    QObject *context, Done<Result<Listing<T>>> done, OnPage<T> onPage)
{
    auto *call = new Call(context);
    readNextPage(call,
        std::make_shared<PagedList<T>>(PagedList<T>{
            operation, std::move(request), read, std::move(done), std::move(onPage), {}, {}}));
    return call;
}

/// Why no further page is read, although there may be some.
template <typename T>
std::optional<Error> QueuesV2Client::givenUp(const PagedList<T> &list, bool more) const
{
    const Words feature = list.operation.feature;
    const auto bound = list.pages.outgrown();
    if (bound)
        return listOutgrown(
            *bound, feature, *bound == ListBound::Items ? kMostItems<T> : kMostListBytes);
    const std::chrono::milliseconds most = kListDeadlines * m_limits.deadline;
    if (more && list.used >= most)
        return listOutgrown(
            ListBound::Time, feature, std::chrono::ceil<std::chrono::seconds>(most).count());
    return std::nullopt;
}

template <typename T>
void QueuesV2Client::readNextPage(Call *call, std::shared_ptr<PagedList<T>> list)
{
    const HttpRequest request = list->request(list->pages.nextPage());
    // A page that the list has no room for needn't be read.
    const auto read = [read = list->read, room = list->pages.room()](const HttpResponse &response) {
        return response.body.size() <= room ? read(response) : Page<T>();
    };
    ask<Page<T>>(call, request, m_limits, read,
        [this, call, list](const HttpOutcome &outcome, const Page<T> *page) {
            if (!page) {
                call->deleteLater();
                list->done(queuesv2::explain(list->operation, outcome));
                return;
            }
            const bool more = list->pages.add(*page, outcome.response.body.size());
            list->used += outcome.deadlineUsed;
            if (const auto error = givenUp(*list, more)) {
                call->deleteLater();
                list->done(*error);
                return;
            }
            const QPointer<QueuesV2Client> self(this);
            const QPointer<Call> alive(call);
            Q_EMIT call->progressed(list->pages.count(), list->pages.total());
            if (alive && list->onPage && !call->isCancelled())
                list->onPage(list->pages.newItems());
            if (!alive)
                return;
            if (!self) {
                call->deleteLater();
                return;
            }
            if (more) {
                readNextPage(call, list);
                return;
            }
            call->deleteLater();
            list->done(list->pages.listing());
        });
}

Call *QueuesV2Client::listSkills(
    QObject *context, Done<Result<Listing<Skill>>> done, OnPage<Skill> onPage)
{
    return readPages<Skill>(
        queuesv2::kListSkills,
        [base = m_baseUrl](int page) { return queuesv2::listSkills(base, page, kPageSize); },
        queuesv2::readSkillPage, context, std::move(done), std::move(onPage));
}

Call *QueuesV2Client::readQueuePages(
    const QString &name, QObject *context, Done<Result<Listing<Queue>>> done, OnPage<Queue> onPage)
{
    return readPages<Queue>(
        queuesv2::kListQueues,
        [base = m_baseUrl, name](
            int page) { return queuesv2::listQueues(base, name, page, kPageSize); },
        queuesv2::readQueuePage, context, std::move(done), std::move(onPage));
}

Call *QueuesV2Client::listQueues(
    QObject *context, Done<Result<Listing<Queue>>> done, OnPage<Queue> onPage)
{
    return readQueuePages({}, context, std::move(done), std::move(onPage));
}

Call *QueuesV2Client::findQueues(
    const QString &name, QObject *context, Done<Result<Listing<Queue>>> done)
{
    return readQueuePages(name, context,
        [name, done = std::move(done)](Result<Listing<Queue>> result) {
            if (!result || name.isEmpty()) {
                done(std::move(result));
                return;
            }
            // A tenant may pass over the filter.
            Listing<Queue> listing = std::move(result).value();
            listing.items.removeIf(
                [&name](const Queue &queue) { return queue.definition.name != name; });
            done(std::move(listing));
        },
        {});
}

Call *QueuesV2Client::readQueue(const QueueId &id, QObject *context, Done<Result<Queue>> done)
{
    auto *call = new Call(context);
    ask<Queue>(call, queuesv2::getQueue(m_baseUrl, id.value), m_limits, queuesv2::readQueue,
        [call, done = std::move(done)](const HttpOutcome &outcome, const Queue *queue) {
            call->deleteLater();
            if (queue)
                done(*queue);
            else
                done(queuesv2::explain(queuesv2::kGetQueue, outcome));
        });
    return call;
}

Call *QueuesV2Client::createQueue(const QJsonObject &body, const QString &idempotencyKey,
    const RequestLimits &limits, QObject *context, Done<CreateAnswer> done)
{
    auto *call = new Call(context);
    ask<Queue>(call, queuesv2::createQueue(m_baseUrl, body, idempotencyKey), limits,
        queuesv2::readQueue,
        [call, done = std::move(done)](const HttpOutcome &outcome, const Queue *queue) {
            call->deleteLater();
            CreateAnswer answer{outcome, {}};
            if (queue)
                answer.queue = *queue;
            else
                answer.http.error = queuesv2::explain(queuesv2::kCreateQueue, outcome);
            done(answer);
        });
    return call;
}

Call *QueuesV2Client::updateQueue(const QueueId &id, const QJsonObject &body,
    const QByteArray &etag, const RequestLimits &limits, QObject *context, Done<UpdateAnswer> done)
{
    auto *call = new Call(context);
    ask<Queue>(call, queuesv2::updateQueue(m_baseUrl, id.value, body, etag), limits,
        queuesv2::readQueue,
        [this, call, id, done = std::move(done)](const HttpOutcome &outcome, const Queue *queue) {
            UpdateAnswer answer{outcome, {}};
            if (outcome.applied == Applied::No && outcome.response.status == 404) {
                tellMissing(call, id, answer, done);
                return;
            }
            call->deleteLater();
            if (queue)
                answer.queue = *queue;
            else
                answer.http.error = queuesv2::explain(queuesv2::kUpdateQueue, outcome);
            done(answer);
        });
    return call;
}

/// After a 404 to a change: a queue that can still be read shows that the operation is missing.
void QueuesV2Client::tellMissing(
    Call *call, const QueueId &id, UpdateAnswer answer, Done<UpdateAnswer> done)
{
    ask<Queue>(call, queuesv2::getQueue(m_baseUrl, id.value), m_limits, queuesv2::readQueue,
        [call, answer = std::move(answer), done = std::move(done)](
            const HttpOutcome &, const Queue *queue) mutable {
            call->deleteLater();
            if (queue)
                answer.http.error = queuesv2::explain(queuesv2::kUpdateQueue, answer.http);
            else
                answer.http.error = queuesv2::explainMissing(answer.http);
            done(answer);
        });
}

Call *QueuesV2Client::createExport(
    const EventStreamOrder &order, QObject *context, Done<ExportAnswer> done)
{
    auto *call = new Call(context);
    ask<EventStreamExport>(call, queuesv2::createExport(m_baseUrl, order), m_limits,
        queuesv2::readExport,
        [call, done = std::move(done)](
            const HttpOutcome &outcome, const EventStreamExport *stream) {
            call->deleteLater();
            ExportAnswer answer{outcome, {}};
            if (stream)
                answer.stream = *stream;
            else
                answer.http.error = queuesv2::explain(queuesv2::kCreateExport, outcome);
            done(answer);
        });
    return call;
}

Call *QueuesV2Client::queryHistory(
    const HistoryQuery &query, QObject *context, Done<Result<HistoryAnswer>> done)
{
    auto *call = new Call(context);
    // What doesn't even look like history is asked for once more; what only looks like it isn't.
    const auto answer = std::make_shared<std::optional<Result<HistoryAnswer>>>();
    const auto reader = [answer, query](const HttpResponse &response) {
        if (!queuesv2::mayBeHistory(response))
            return AnswerVerdict::Unknown;
        answer->emplace(queuesv2::readHistory(response, query));
        return AnswerVerdict::Applied;
    };
    send(call, queuesv2::queryDetails(m_baseUrl, query), m_limits, reader,
        [this, call, answer, done = std::move(done)](const HttpOutcome &outcome) {
            call->deleteLater();
            if (outcome.applied != Applied::Yes)
                done(queuesv2::explain(queuesv2::kQueryDetails, outcome));
            else if (const Result<HistoryAnswer> &read = **answer; read)
                done(read);
            else
                done(m_http.secrets().masked(read.error())); // it may quote what the tenant sent
        });
    return call;
}

Call *QueuesV2Client::findExport(
    const QString &name, QObject *context, Done<Result<std::optional<EventStreamExport>>> done)
{
    return readPages<EventStreamExport>(
        queuesv2::kListExports,
        [base = m_baseUrl](int page) { return queuesv2::listExports(base, page, kPageSize); },
        queuesv2::readExportPage, context,
        [name, done = std::move(done)](const Result<Listing<EventStreamExport>> &result) {
            if (!result) {
                done(result.error());
                return;
            }
            for (const EventStreamExport &stream : result.value().items) {
                if (stream.name == name) {
                    done(std::optional(stream));
                    return;
                }
            }
            if (result.value().complete()) {
                done(std::optional<EventStreamExport>());
                return;
            }
            done(Error::of(ErrorKind::BadAnswer, "export_list_incomplete",
                Sentence::tr("The tenant's list of exports is incomplete: %1 It is not known "
                             "whether the export is there.",
                    {result.value().incompleteBecause})));
        });
}

void QueuesV2Client::check(QObject *context, Done<CheckReport> done)
{
    auto *check = new QueuesV2Check(m_http, m_baseUrl, m_limits, context);
    connect(this, &QObject::destroyed, check, &QObject::deleteLater);
    signIn(check, [check, done = std::move(done)](const Result<std::optional<QStringList>> &grant) {
        check->start(grant, done);
    });
}

} // namespace queuesmith
