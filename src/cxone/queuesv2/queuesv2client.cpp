#include "cxone/queuesv2/queuesv2client.h"

#include "cxone/queuesv2/queuesv2check.h"
#include "cxone/queuesv2/queuesv2history.h"
#include "cxone/queuesv2/queuesv2json.h"
#include "cxone/tokensource.h"
#include "domain/background.h"
#include "http/httpclient.h"

#include <memory>

namespace queuesmith {

namespace {
constexpr int kPageSize = 100;

template <typename T> BodyCheck accepts(Result<T> (*read)(const HttpResponse &))
{
    return [read](const HttpResponse &response) { return read(response).ok(); };
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
    const BodyCheck &check, std::function<void(const HttpOutcome &)> done)
{
    HttpJob *job = m_http.send(request, limits, check, call);
    // `done` works with this, which the call may outlive.
    connect(job, &HttpJob::finished, call,
        [self = QPointer<QueuesV2Client>(this), job, call, done = std::move(done)](
            const HttpOutcome &outcome) {
            job->deleteLater();
            if (self)
                done(outcome);
            else
                call->deleteLater();
        });
    call->follow(job);
}

template <typename T> struct QueuesV2Client::PagedList {
    const queuesv2::Operation &operation;
    std::function<HttpRequest(int)> request;
    Result<Page<T>> (*read)(const HttpResponse &);
    Done<Result<Listing<T>>> done;
    OnPage<T> onPage;
    PageCollector<T> pages;
    Page<T> page; ///< of the last answer
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
            operation, std::move(request), read, std::move(done), std::move(onPage), {}, {}, {}}));
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
    // Read once, since that takes a while on the thread that asked.
    const auto check = [list](const HttpResponse &response) {
        list->page = {};
        if (!list->pages.hasRoomFor(response.body.size()))
            return true;
        Result<Page<T>> page = list->read(response);
        if (!page)
            return false;
        list->page = std::move(page).value();
        return true;
    };
    send(call, request, m_limits, check, [this, call, list](const HttpOutcome &outcome) {
        if (outcome.applied != Applied::Yes) {
            call->deleteLater();
            list->done(queuesv2::explain(list->operation, outcome));
            return;
        }
        const bool more = list->pages.add(list->page, outcome.response.body.size());
        list->page = {};
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
    send(call, queuesv2::getQueue(m_baseUrl, id.value), m_limits, accepts(queuesv2::readQueue),
        [call, done = std::move(done)](const HttpOutcome &outcome) {
            call->deleteLater();
            if (outcome.applied == Applied::Yes)
                done(queuesv2::readQueue(outcome.response));
            else
                done(queuesv2::explain(queuesv2::kGetQueue, outcome));
        });
    return call;
}

Call *QueuesV2Client::createQueue(const QJsonObject &body, const QString &idempotencyKey,
    const RequestLimits &limits, QObject *context, Done<CreateAnswer> done)
{
    auto *call = new Call(context);
    send(call, queuesv2::createQueue(m_baseUrl, body, idempotencyKey), limits,
        accepts(queuesv2::readQueue), [call, done = std::move(done)](const HttpOutcome &outcome) {
            call->deleteLater();
            CreateAnswer answer{outcome, {}};
            if (outcome.applied == Applied::Yes)
                answer.queue = queuesv2::readQueue(outcome.response).value();
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
    send(call, queuesv2::updateQueue(m_baseUrl, id.value, body, etag), limits,
        accepts(queuesv2::readQueue),
        [this, call, id, done = std::move(done)](const HttpOutcome &outcome) {
            UpdateAnswer answer{outcome, {}};
            if (outcome.applied == Applied::No && outcome.response.status == 404) {
                tellMissing(call, id, answer, done);
                return;
            }
            call->deleteLater();
            if (outcome.applied == Applied::Yes)
                answer.queue = queuesv2::readQueue(outcome.response).value();
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
    send(call, queuesv2::getQueue(m_baseUrl, id.value), m_limits, accepts(queuesv2::readQueue),
        [call, answer = std::move(answer), done = std::move(done)](
            const HttpOutcome &read) mutable {
            call->deleteLater();
            if (read.applied == Applied::Yes)
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
    send(call, queuesv2::createExport(m_baseUrl, order), m_limits, accepts(queuesv2::readExport),
        [call, done = std::move(done)](const HttpOutcome &outcome) {
            call->deleteLater();
            ExportAnswer answer{outcome, {}};
            if (outcome.applied == Applied::Yes)
                answer.stream = queuesv2::readExport(outcome.response).value();
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
    send(call, queuesv2::queryDetails(m_baseUrl, query), m_limits, queuesv2::mayBeHistory,
        [this, call, query, done = std::move(done)](const HttpOutcome &outcome) {
            if (outcome.applied != Applied::Yes) {
                call->deleteLater();
                done(queuesv2::explain(queuesv2::kQueryDetails, outcome));
                return;
            }
            // Hundreds of records take too long to be read on a thread that paints.
            runInBackground(
                call,
                [response = outcome.response, query] {
                    return queuesv2::readHistory(response, query);
                },
                [self = QPointer<QueuesV2Client>(this), call, done](
                    const Result<HistoryAnswer> &answer) {
                    call->deleteLater();
                    if (!self)
                        return;
                    // It may quote what the tenant has sent.
                    done(answer
                            ? answer
                            : Result<HistoryAnswer>(self->m_http.secrets().masked(answer.error())));
                });
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
